import { expect, test } from "vitest";
import { presentMap } from "../../client/present/map-scene.ts";
import { targetCentre, targetNear } from "../../client/present/map-target.ts";
import { emptyView } from "../../shared/contract/view.ts";

const box = { role: "router", zone: "z", address: "10.0.1.1", hand: "person", you: false };
const scene = presentMap({
  ...emptyView(),
  boxes: { left: { ...box, x: 100, y: 100 }, right: { ...box, x: 400, y: 100 } },
  links: { wire: { a: "left", b: "right", bends: "", up: true, mine: false } },
});

test.each([
  { what: "a box", x: 110, y: 90, target: { kind: "box", id: "left" } },
  { what: "the nearer of two boxes", x: 370, y: 100, target: { kind: "box", id: "right" } },
  {
    what: "a box before the link that ends there",
    x: 135,
    y: 100,
    target: { kind: "box", id: "left" },
  },
  { what: "a link", x: 250, y: 108, target: { kind: "link", id: "wire" } },
  { what: "nothing", x: 250, y: 150, target: undefined },
])("a pointer finds $what", ({ x, y, target }) => {
  expect(targetNear(scene, { x, y }, 0)).toEqual(target);
});

test("a link is never thinner than a finger", () => {
  expect(targetNear(scene, { x: 250, y: 130 }, 32)).toEqual({ kind: "link", id: "wire" });
});

test("the middle of a target is where it would be pointed at", () => {
  expect(targetCentre(scene, { kind: "box", id: "right" })).toMatchObject({ x: 400, y: 100 });
  expect(targetCentre(scene, { kind: "link", id: "wire" })).toMatchObject({ x: 250, y: 100 });
  expect(targetCentre(scene, { kind: "link", id: "gone" })).toBeUndefined();
});
