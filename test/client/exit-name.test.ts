import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentNotices } from "../../client/present/coach-line.ts";
import { lineSide, presentExitName } from "../../client/present/exit-name.ts";
import { presentRouterPlaces } from "../../client/present/router-desk.ts";
import { madeUpView } from "./made-up-view.ts";

const plain = madeUpView("router");
const line = (bends: string) => ({ a: "router1", b: "router2", bends, up: true, mine: true });
const boxes = { ...plain.boxes };
for (const [id, x] of [
  ["router1", 100],
  ["router2", 300],
] as const) {
  const box = plain.boxes[id];
  if (box !== undefined) boxes[id] = { ...box, x, y: 100 };
}
const { "client1-router1": toClient = line("") } = plain.links;
const links = { south: line("200,160"), north: line("200,40"), "client1-router1": toClient };
const view = { ...plain, boxes, links };

describe("two lines to the same machine", () => {
  test("are called by where they lie on the map", () => {
    expect(presentExitName(view, "north", texts.ko)).toBe("라우터 2 윗길");
    expect(presentExitName(view, "south", texts.en)).toBe("Router 2, lower");
  });

  test("have different names among the exits", () => {
    const titles = presentRouterPlaces(view, texts.en, undefined).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("are told apart when one is cut", () => {
    const happenings = { 1: { at: 0, kind: "lineCut", box: "router2", link: "north" } };
    expect(presentNotices({ ...view, happenings }, texts.ko)[0]?.words).toContain(
      "라우터 2 쪽 윗길이",
    );
    expect(presentNotices({ ...view, happenings }, texts.en)[0]?.words).toContain("upper line");
  });
});

test("a line that is the only one to its machine needs no side", () => {
  expect(lineSide(view, "client1-router1")).toBeUndefined();
  expect(presentExitName(view, "client1-router1", texts.en)).toBe("Client 1");
});
