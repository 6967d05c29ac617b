import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import type { Hand } from "../../client/present/hand.ts";
import { pointedExits } from "../../client/present/place.ts";
import { exitAt, presentRouterPlaces } from "../../client/present/router-desk.ts";
import { due, letter, madeUpView } from "./made-up-view.ts";

const routes = {
  0: { prefix: "10.0.1.0/24", exit: "client1-router1", order: 0, metric: 1 },
  1: { prefix: "10.0.2.0/24", exit: "client2-router1", order: 1, metric: 1 },
  2: { prefix: "10.0.0.0/16", exit: "router1-router2", order: 2, metric: 1 },
};
const belt = { 4: letter(0), 9: letter(1) };
const held = (id: string): Hand => ({ kind: "letter", id });

describe("a router's places", () => {
  const view = madeUpView("router", { routes, belt });

  test("are its exits in the order of the table, then the way back", () => {
    const places = presentRouterPlaces(view, texts.en, undefined);
    expect(places.map(({ id, key }) => `${key} ${id}`)).toEqual([
      "Q exit:client1-router1",
      "W exit:client2-router1",
      "E exit:router1-router2",
      "R reject",
    ]);
  });

  test("are named after the machine at the other end", () => {
    expect(presentRouterPlaces(view, texts.ko, undefined).map(({ title }) => title)).toEqual([
      "클라이언트 1",
      "클라이언트 2",
      "라우터 2",
      "길이 없어요",
    ]);
  });

  test("are dark while nothing is lit", () => {
    const waiting = { ...view, dues: { a: due("letter", "4") } };
    expect(presentRouterPlaces(waiting, texts.en, held("4")).some(({ lit }) => lit)).toBe(false);
  });
});

describe("a lit letter", () => {
  const view = madeUpView("router", {
    routes,
    belt,
    dues: {
      a: due("letter", "4", { lit: true, hintExit: "router1-router2" }),
      b: due("letter", "9"),
    },
  });
  const litPlaces = (hand: Hand | undefined) =>
    presentRouterPlaces(view, texts.en, hand).flatMap(({ id, lit }) => (lit ? [id] : []));

  test("lights its exit, before and after it is picked", () => {
    expect(litPlaces(undefined)).toEqual(["exit:router1-router2"]);
    expect(litPlaces(held("4"))).toEqual(["exit:router1-router2"]);
  });

  test("lights nothing while another letter is in the hand", () => {
    expect(litPlaces(held("9"))).toEqual([]);
  });

  test("may belong back to its sender", () => {
    const noRoute = {
      ...view,
      dues: { a: due("letter", "4", { lit: true, hintExit: "reject" }) },
    };
    const lit = presentRouterPlaces(noRoute, texts.en, held("4")).find((place) => place.lit);
    expect(lit?.id).toBe("reject");
  });

  test("is marked on the map alone; without light, every exit is while a letter is held", () => {
    const places = presentRouterPlaces(view, texts.en, held("4"));
    expect(pointedExits(places, true)).toEqual(["router1-router2"]);
    const dark = presentRouterPlaces(view, texts.en, held("9"));
    expect(pointedExits(dark, true)).toHaveLength(3);
    expect(pointedExits(dark, false)).toEqual([]);
  });
});

test("an exit whose line is dead says so, and can still be used", () => {
  const view = madeUpView("router", { routes, belt });
  const dead = view.links["router1-router2"];
  if (dead === undefined) throw new Error("the made-up map has a backbone");
  const links = { ...view.links, "router1-router2": { ...dead, up: false } };
  const places = presentRouterPlaces({ ...view, links }, texts.ko, undefined);
  expect(places.map(({ state, closed }) => `${state} ${closed}`)).toEqual([
    "이어짐 false",
    "이어짐 false",
    "끊김 true",
    "돌려보내기 true",
  ]);
});

test.each([
  ["my link", { kind: "link", id: "router1-router2" }, "exit:router1-router2"],
  ["the machine at its end", { kind: "box", id: "router2" }, "exit:router1-router2"],
  ["a link that is not mine", { kind: "link", id: "router2-server" }, undefined],
  ["a machine further away", { kind: "box", id: "server" }, undefined],
] as const)("on the map, %s stands for my exit or for none", (_, target, exit) => {
  expect(exitAt(madeUpView("router", { routes }), target)).toBe(exit);
});

test("only a router has exits on the map", () => {
  const view = madeUpView("client");
  expect(exitAt(view, { kind: "link", id: "client1-router1" })).toBeUndefined();
});
