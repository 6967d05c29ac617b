import { expect, test } from "vitest";
import { presentMap } from "../../client/present/map-scene.ts";
import { sheets } from "../../shared/contract/district-sheet.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";

const client = { role: "client", zone: "class1", address: "10.0.1.2", hand: "person", you: false };
const view: View = {
  ...emptyView(),
  zones: {
    class1: { x: 4, y: 12, width: 190, height: 240, tint: "sand", prefix: "10.0.1.0/24" },
  },
  boxes: {
    client1: { ...client, x: 92, y: 132, nickname: "3-17", flag: "whichDoor", flagService: "time" },
    router1: { ...client, x: 280, y: 260, role: "router", hand: "automatic", you: true },
  },
  links: {
    "client1-router1": { a: "client1", b: "router1", bends: "152,132", up: true, mine: true },
  },
  letters: {
    "7": {
      kind: "udp",
      link: "client1-router1",
      from: "client1",
      to: "router1",
      departAt: 100,
      arriveAt: 900,
    },
    "8": {
      kind: "icmp",
      link: "client1-router1",
      from: "router1",
      to: "client1",
      departAt: 200,
      arriveAt: 900,
      lostAt: 500,
    },
    "9": { kind: "udp", link: "gone", from: "a", to: "b", departAt: 0, arriveAt: 1 },
  },
};
const scene = presentMap(view);
const outward = [
  { x: 92, y: 132 },
  { x: 152, y: 132 },
  { x: 280, y: 260 },
];

test("a link runs from box to box over its bends", () => {
  expect(scene.links).toEqual([
    { id: "client1-router1", a: "client1", b: "router1", line: outward, up: true, mine: true },
  ]);
});

test("a link whose bends are not given is straight", () => {
  const [link] = presentMap({
    ...view,
    links: { l: { a: "client1", b: "router1", bends: "", up: false, mine: false } },
  }).links;
  expect(link?.line).toEqual([outward[0], outward[2]]);
});

test("a letter follows the line in its own direction", () => {
  expect(scene.letters.map(({ id, line }) => ({ id, line }))).toEqual([
    { id: "7", line: outward },
    { id: "8", line: outward.toReversed() },
  ]);
});

test("only a letter that was lost says when", () => {
  expect(scene.letters.map(({ lostAt }) => lostAt)).toEqual([undefined, 500]);
});

test("a box carries its nickname and its flag if it has them", () => {
  const [client1, router1] = scene.boxes;
  expect(client1).toMatchObject({ nickname: "3-17", flag: { kind: "whichDoor", service: "time" } });
  expect(router1).not.toHaveProperty("nickname");
  expect(router1).not.toHaveProperty("flag");
});

test("a told door is part of the flag", () => {
  const flagged = { ...client, x: 0, y: 0, flag: "whichDoor", flagService: "time", flagPort: 5123 };
  const [box] = presentMap({ ...emptyView(), boxes: { server: flagged } }).boxes;
  expect(box?.flag).toEqual({ kind: "whichDoor", service: "time", port: 5123 });
});

test("an empty view is an empty map", () => {
  expect(presentMap(emptyView())).toEqual({
    size: { width: 720, height: 520 },
    zones: [],
    links: [],
    boxes: [],
    letters: [],
  });
});

test("a map of two districts is drawn on a larger sheet", () => {
  const zone = { x: 0, y: 0, width: 9, height: 9, tint: "sand", prefix: "10.1.3.0/24" };
  const sizeOf = (zones: View["zones"]) => presentMap({ ...emptyView(), zones }).size;
  expect(sizeOf({ class1: { ...zone, district: 1 } })).toBe(sheets.two);
  expect(sizeOf({ class1: zone })).toBe(sheets.one);
});
