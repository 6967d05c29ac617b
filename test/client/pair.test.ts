import { describe, expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import { presentConnections } from "../../client/present/connections.ts";
import { resultsCsv } from "../../client/present/console-csv.ts";
import { presentAllSheets, presentMySheet } from "../../client/present/eyes-sheet.ts";
import { presentPair } from "../../client/present/pair.ts";
import { presentRoutes } from "../../client/present/routes.ts";
import { presentPrograms, presentServerPlaces } from "../../client/present/server-desk.ts";
import { presentHost } from "../../client/present/shell-host.ts";
import { presentNickname, splitNickname } from "../../client/present/shell-nickname.ts";
import { presentBook, presentSlip } from "../../client/present/slip.ts";
import { nicknamesOf } from "../../shared/contract/pair.ts";
import type { View } from "../../shared/contract/view.ts";
import { toldRoom } from "./told-room.ts";

const ko = texts.ko;

/** A class in whose round every seat is shared by two. */
function sharedRoom(mission: string, size = 6) {
  const room = toldRoom(size);
  for (let n = 1; n <= size; n++) room.say(`p${n}`, { kind: "shareSeat", shared: true });
  room.say("host", { kind: "startRound", mission });
  for (let n = 1; n <= size; n++) room.say(`p${n}`, { kind: "ready" });
  room.wait(1_000);
  const views = Array.from({ length: size }, (_, n) => room.seenBy(`p${n + 1}`));
  const at = (role: string): View => {
    const view = views.find(({ lesson }) => lesson["now"]?.role === role);
    if (view === undefined) throw new Error(`nobody is ${role}`);
    return view;
  };
  return { room, views, at };
}

const sectionsOf = (view: View) =>
  Object.fromEntries(
    (presentMySheet(view, ko)?.sections ?? []).map(({ name, lines }) => [name, lines]),
  );

describe.each(languages)("two names in %s", (language) => {
  test("stand side by side, and break between their words in a narrow place", () => {
    const text = texts[language];
    const both = presentNickname("3-17+5-2", text);
    const [one, other] = ["3-17", "5-2"].map((nickname) => presentNickname(nickname, text));
    expect(both).toBe(`${one} · ${other}`);
    expect(splitNickname("3-17+5-2", text).join("")).toBe(both);
    expect(splitNickname("3-17", text)).toHaveLength(2);
  });
});

describe("two at one desk", () => {
  const { at, views } = sharedRoom("address-and-door-1");

  test("are told who is hands and who is eyes, and at half-time that they swap", () => {
    const view = at("client");
    const half = view.lesson["now"]?.swapAt ?? 0;
    const before = presentPair(view, ko, half - 1);
    const after = presentPair(view, ko, half);
    expect(before?.swapsNow).toBe(false);
    expect(after).toEqual({ hands: before?.eyes, eyes: before?.hands, swapsNow: true });
    expect(presentPair(view, ko, half + 60_000)?.swapsNow).toBe(false);
  });

  test("somebody alone is told nothing of the kind", () => {
    const room = toldRoom(2);
    room.play();
    expect(presentPair(room.seenBy("p1"), ko, 200_000)).toBeUndefined();
    expect(presentMySheet(room.seenBy("p1"), ko)).toBeUndefined();
  });

  test("a client has the addresses on the sheet, and on the desk the numbers without names", () => {
    const view = at("client");
    const { book = [] } = sectionsOf(view);
    expect(book.map(({ name }) => name)).toContain(ko.names.services.time);
    for (const { address } of presentBook(view, ko)) expect(address).toBeUndefined();
    const { addresses } = presentSlip(view, ko, "1", {});
    expect(addresses.length).toBeGreaterThan(1);
    for (const { address, names } of addresses) {
      expect(names).toBe("");
      expect(book.some(({ value = "" }) => value.split(":")[0] === address)).toBe(true);
    }
  });

  test("a router has the exits on the sheet, and on the desk only what is pinned", () => {
    const view = sharedRoom("best-effort-1").at("router");
    const { routes = [] } = sectionsOf(view);
    expect(new Set(routes.map(({ name }) => name))).toEqual(
      new Set(Object.values(view.routes).map(({ prefix }) => prefix)),
    );
    for (const { exits } of presentRoutes(view, ko)) expect(exits).toEqual([]);
    const [id = ""] = Object.keys(view.routes);
    const pinned = { ...view.routes[id], pin: view.routes[id]?.exit } as View["routes"][string];
    const [line] = presentRoutes({ ...view, routes: { ...view.routes, [id]: pinned } }, ko);
    expect(line?.exits.map(({ exit }) => exit)).toEqual([pinned.exit]);
  });

  test("a server has its ports on the sheet, a blank for those it has yet to choose, and on the desk doors without names", () => {
    const view = at("server");
    const { doors = [] } = sectionsOf(view);
    expect(doors.map(({ value }) => value === undefined)).toEqual([false, true, true]);
    expect(presentPrograms(view, ko).every(({ isOnSheet }) => isOnSheet)).toBe(true);
    const notes = presentServerPlaces(view, ko, undefined).filter(
      ({ place }) => place.kind === "door",
    );
    expect(notes.map(({ note }) => note)).toEqual([""]);
  });

  test("over TCP connections go by the port of their program, and the sheet says how numbers are reckoned", () => {
    const view = sharedRoom("three-handshakes-1").at("client");
    const [connection] = presentConnections(view, ko, 1_000);
    expect(connection?.service).toBe(`:${connection?.port}`);
    expect(presentMySheet(view, ko)?.sums).toEqual(ko.pair.sheet.rules.connecting);
    expect(presentMySheet(sharedRoom("three-handshakes-0").at("client"), ko)?.sums).toEqual([]);
  });

  test("the host sees both names, and has for every shared seat the sheet that its people have", () => {
    const { room } = sharedRoom("in-order-1");
    const host = room.seenByHost();
    expect(presentHost(host).online).toBe(12);
    for (const { nickname } of presentHost(host).players)
      expect(nicknamesOf(nickname)).toHaveLength(2);
    const sheets = presentAllSheets(host, ko);
    expect(sheets).toHaveLength(6);
    for (let n = 1; n <= 6; n++) {
      const own = presentMySheet(room.seenBy(`p${n}`), ko);
      const printed = sheets.find(({ id }) => id === own?.id);
      expect(printed).toEqual({ ...own, who: printed?.who });
      expect(printed?.who).toContain(own?.who);
    }
  });

  test("results name both", () => {
    const [view] = views;
    const { nickname = "" } = view?.players["p1"] ?? {};
    const row = { player: "p1", round: 1, mission: "", role: "client", count: 1, lit: 0 };
    const results = { one: { ...row, reason: "wrongDoor" } };
    const csv = resultsCsv({ ...(view as View), results }, {}, ko);
    for (const name of nicknamesOf(nickname)) expect(csv).toContain(presentNickname(name, ko));
  });
});
