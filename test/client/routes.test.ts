import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentRouterPlaces } from "../../client/present/router-desk.ts";
import {
  parsePinSpotId,
  presentPinTray,
  presentRoutes,
  rowAt,
} from "../../client/present/routes.ts";
import type { View } from "../../shared/contract/view.ts";
import { due, madeUpView } from "./made-up-view.ts";

const row = (prefix: string, exit: string, order: number, metric = 1) => ({
  prefix,
  exit,
  order,
  metric,
});
const routes = {
  0: row("10.0.1.0/24", "client1-router1", 0),
  1: row("10.0.3.0/24", "router1-router2", 1),
  2: row("10.0.3.0/24", "client2-router1", 2, 2),
  3: row("10.0.0.0/16", "router1-router2", 3),
};
const rules = { now: { kind: "mechanism", held: "", pinSlots: 3, mostSends: 3 } };
const router = (tables: Partial<View> = {}) => madeUpView("router", { routes, rules, ...tables });
const pinned = (id: keyof typeof routes, pin: string) =>
  router({ routes: { ...routes, [id]: { ...routes[id], pin } } });
const lineOf = (view: View, number: number) => {
  const line = presentRoutes(view, texts.en)[number - 1];
  if (line === undefined) throw new Error(`no line ${number}`);
  return line;
};

describe("the routing table", () => {
  test("has each prefix once, numbered as its keys are, with the exits' own keys", () => {
    const lines = presentRoutes(router(), texts.en);
    expect(
      lines.map(({ number, address, length, exits }) => [
        `${number} ${address}/${length}`,
        ...exits.map(({ key, name }) => `${key} ${name}`),
      ]),
    ).toEqual([
      ["1 10.0.1.0/24", "Q Client 1"],
      ["2 10.0.3.0/24", "W Router 2", "E Client 2"],
      ["3 10.0.0.0/16", "W Router 2"],
    ]);
  });

  test("has the detour under the best exit of its prefix", () => {
    expect(lineOf(router(), 2).exits.map(({ isDetour }) => isDetour)).toEqual([false, true]);
  });

  test("shows which exits are cut", () => {
    const view = router();
    const dead = view.links["router1-router2"];
    if (dead === undefined) throw new Error("the made-up map has a backbone");
    const links = { ...view.links, "router1-router2": { ...dead, up: false } };
    const cut = lineOf({ ...view, links }, 2).exits.map(({ isCut }) => isCut);
    expect(cut).toEqual([true, false]);
  });

  test.each([
    [1, "0"],
    [2, "1"],
    [3, "3"],
    [4, undefined],
  ])("is pinned by the first row of a prefix: number %i is row %s", (number, id) => {
    expect(rowAt(router(), number)).toBe(id);
  });
});

describe("a pin", () => {
  test("is on one exit of its row", () => {
    const line = lineOf(pinned(1, "client2-router1"), 2);
    expect(line.exits.map(({ isPinned }) => isPinned)).toEqual([false, true]);
    expect(line.pin?.name).toBe("Client 2");
  });

  test("shows where it leads, also where the table names no such exit", () => {
    const line = lineOf(pinned(1, "client1-router1"), 2);
    expect(line.exits.some(({ isPinned }) => isPinned)).toBe(false);
    expect(line.pin).toMatchObject({ name: "Client 1", key: "Q" });
  });

  test("is found by the name of its spot", () => {
    const [exit] = lineOf(router(), 2).exits;
    expect(parsePinSpotId(exit?.id ?? "")).toEqual({ row: "1", exit: "router1-router2" });
    expect(parsePinSpotId("exit:router1-router2")).toBeUndefined();
  });

  test("leaves one less in the tray", () => {
    expect(presentPinTray(router())).toEqual({ slots: 3, free: 3 });
    expect(presentPinTray(pinned(0, "client1-router1"))).toEqual({ slots: 3, free: 2 });
    expect(presentPinTray(madeUpView("router", { routes }))).toBeUndefined();
  });
});

describe("a pin that is due", () => {
  const lit = router({ dues: { a: due("pin", "1", { lit: true, hintExit: "client2-router1" }) } });
  const dark = router({ dues: { a: due("pin", "1") } });
  const litRows = (view: View) =>
    presentRoutes(view, texts.en).flatMap((line) => (line.lit ? [line.number] : []));
  const litPlaces = (view: View, row?: string) =>
    presentRouterPlaces(view, texts.en, row === undefined ? undefined : { kind: "pin", id: row })
      .filter((place) => place.lit)
      .map(({ id }) => id);

  test("lights its row, the exit in it and the exit's place", () => {
    expect(litRows(lit)).toEqual([2]);
    expect(lineOf(lit, 2).exits.map((exit) => exit.lit)).toEqual([false, true]);
    expect(litPlaces(lit)).toEqual(["exit:client2-router1"]);
    expect(litPlaces(lit, "1")).toEqual(["exit:client2-router1"]);
  });

  test("lights no place while the pin of another row is in the hand", () => {
    expect(litPlaces(lit, "0")).toEqual([]);
  });

  test("gives nothing away without light", () => {
    expect(litRows(dark)).toEqual([]);
    expect(litPlaces(dark)).toEqual([]);
  });
});
