import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Device } from "../../../shared/device/device.ts";
import { pinnableRows } from "../../../shared/device/route-pins.ts";
import { longestMatch } from "../../../shared/protocol/ip/routing-table.ts";
import { contains, type Ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { buildWorld, drawAddresses, planFor } from "../../../shared/world/topology.ts";
import type { World } from "../../../shared/world/world.ts";

const mission: Mission = addressAndDoor1;
const sizes = [1, 2, 3, 4, 5, 6];
const aMission = fc.constantFrom(...Object.values(missions));
const aRound = fc.record({
  ...{ seed: fc.nat(), size: fc.constantFrom(...sizes), mission: aMission },
});

test.each([
  [2, ["client1", "client2", "router1", "router2", "server"]],
  [5, ["client1", "client2", "router1", "router2", "server"]],
  [6, ["client1", "client2", "client3", "router1", "router2", "server"]],
])("a team of %i plays with %j, among machines that run by themselves", (size, boxes) => {
  const played = planFor(mission, size).boxes.filter(({ automatic }) => automatic !== true);
  expect(played.map(({ id }) => id).sort()).toEqual(boxes);
});

test("a program that is for large teams only, and what a mission has otherwise for them, are theirs alone", () => {
  const variants = [{ from: 6, to: 6, pinSlots: 5 }];
  const plans = [5, 6].map((size) => planFor({ ...mission, variants }, size));
  expect(plans.map(({ pinSlots }) => pinSlots)).toEqual([0, 5]);
  const hasPoem = plans.map(({ services }) => services.some(({ id }) => id === "poem"));
  expect(hasPoem).toEqual([false, true]);
});

test.each(Object.values(missions).flatMap((mission) => sizes.map((size) => ({ mission, size }))))(
  "in $mission.id a team of $size has no line, row or district that leads to a missing box",
  ({ mission, size }) => {
    const plan = planFor(mission, size);
    const boxes = new Set(plan.boxes.map(({ id }) => id));
    const links = new Set(plan.links.map(({ id }) => id));
    expect(plan.links.filter(({ a, b }) => !boxes.has(a) || !boxes.has(b))).toEqual([]);
    expect(
      plan.routes.filter(({ router, exit }) => !boxes.has(router) || !links.has(exit)),
    ).toEqual([]);
    expect(plan.zones.filter(({ id }) => !plan.boxes.some(({ zone }) => zone === id))).toEqual([]);
    expect(plan.services.filter(({ box }) => !boxes.has(box))).toEqual([]);
    const zones = new Set(["all", ...plan.zones.map(({ id }) => id)]);
    expect(plan.routes.filter(({ to }) => !zones.has(to))).toEqual([]);
  },
);

describe("the addresses of any round", () => {
  test("are all different, lie in their district, and are no first or last address", () => {
    fc.assert(
      fc.property(aRound, ({ seed, size, mission }) => {
        const plan = planFor(mission, size);
        const { zones, boxes } = drawAddresses(plan, seed);
        expect(new Set(Object.values(boxes)).size).toBe(plan.boxes.length);
        expect(new Set(Object.values(zones).map(({ address }) => address)).size).toBe(
          plan.zones.length,
        );
        for (const { id, zone } of plan.boxes) {
          const prefix = zones[zone];
          const address = boxes[id];
          if (prefix === undefined || address === undefined) throw new Error(`${id} has none`);
          expect(contains(prefix, address)).toBe(true);
          expect([0, 255]).not.toContain(address & 255);
        }
      }),
    );
  });

  test("are others than in the round before", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const now = drawAddresses(planFor(mission, 5), seed).boxes;
        const next = drawAddresses(planFor(mission, 5), seed + 7_919).boxes;
        expect(next).not.toEqual(now);
      }),
    );
  });
});

/** The box where a letter for this destination is next, if every table is obeyed. */
function nextBox(world: World, device: Device, destination: Ipv4Address): Device | undefined {
  const exit = device.kind === "host" ? device.link : longestMatch(device.table, destination)?.exit;
  const link = world.links[exit ?? ""];
  return world.boxes[(link?.a === device.id ? link.b : link?.a) ?? ""];
}

/** The boxes that the letter passes, ten at most. */
function wayOf(world: World, from: Device, destination: Ipv4Address): readonly string[] {
  const way: string[] = [];
  let at: Device | undefined = from;
  while (at !== undefined && way.length < 10) {
    way.push(at.id);
    at = at.address === destination ? undefined : nextBox(world, at, destination);
  }
  return way;
}

test("in any round every host is found from every box, with four hops of TTL to spare", () => {
  fc.assert(
    fc.property(aRound, ({ seed, size, mission }) => {
      const plan = planFor(mission, size);
      const addresses = drawAddresses(plan, seed);
      const world = buildWorld(plan, addresses, seed);
      for (const from of Object.values(world.boxes)) {
        for (const to of Object.values(world.boxes).filter(({ kind }) => kind === "host")) {
          const way = wayOf(world, from, to.address);
          expect(way.at(-1)).toBe(to.id);
          expect(way.length - 2 + 4).toBeLessThanOrEqual(mission.ttl);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("links draw their delays each from its own stream: another box changes no other link", () => {
  const delays = (size: number) => {
    const plan = planFor(mission, size);
    const world = buildWorld(plan, drawAddresses(plan, 5), 5);
    return Object.fromEntries(Object.values(world.links).map(({ id, delayMs }) => [id, delayMs]));
  };
  expect(delays(6)).toMatchObject(delays(5));
});

test.each([3, 4, 5, 6])("in a team of %i one prefix of a router is left without a pin", (size) => {
  const plan = planFor(missions["in-order-1"] ?? mission, size);
  const router = buildWorld(plan, drawAddresses(plan, 1), 1).boxes["router1"];
  if (router?.kind !== "router") throw new Error("there is no router");
  expect(router.pinSlots).toBe(pinnableRows(router).length - 1);
});
