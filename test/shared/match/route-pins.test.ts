import { describe, expect, test } from "vitest";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Router } from "../../../shared/device/router.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { formatPrefix } from "../../../shared/wire/ipv4-address.ts";
import { flightsOf } from "../../../shared/world/world.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";
import { still } from "../../kit/still-mission.ts";

/** A mission with two ways to every server, over lines that lose nothing. */
const twoWays: Mission = { ...still(calm(bestEffort1)), sight: "open" };

const play = (boxes: readonly string[], changes: Partial<Mission> = {}): Hands =>
  new Hands(boxes, {
    ...{ mission: twoWays.id, missions: { [twoWays.id]: { ...twoWays, ...changes } } },
  });

const routerOf = (hands: Hands, box: string): Router => {
  const device = hands.device(box);
  if (device.kind !== "router") throw new Error(`${box} is no router`);
  return device;
};

/** The first row of the table that is for the zone's boxes: the one that can be pinned. */
function rowFor(hands: Hands, router: string, zone: string): number {
  const prefix = hands.match.addresses.zones[zone];
  const { table } = routerOf(hands, router);
  return table.findIndex((route) => route.prefix.address === prefix?.address);
}

const pin = (hands: Hands, router: string, zone: string, exit: string) =>
  hands.act(router, { kind: "pin", row: rowFor(hands, router, zone), exit });

const viewOf = (hands: Hands, player: string) =>
  viewFor(hands.classroom.lesson, { kind: "player", player });

describe("a pinned prefix", () => {
  test("leaves by the exit of its pin, and never lies on the belt", () => {
    const hands = play(["router1"]);
    pin(hands, "router1", "serverRoom", "router1-router2");
    const server = hands.match.addresses.boxes["server1"];
    let passed = 0;
    hands.obeyUntil("router1", () => {
      for (const { packet, from, link } of flightsOf(hands.match.world)) {
        if (packet.ip.destination !== server || from !== "router1") continue;
        expect(link).toBe("router1-router2");
        passed += 1;
      }
      const waiting = routerOf(hands, "router1").belt.letters;
      expect(waiting.some(({ packet }) => packet.ip.destination === server)).toBe(false);
      return hands.match.now > 30_000;
    });
    expect(passed).toBeGreaterThan(5);
  });

  test("is shown in the table with its exit, and not to anybody else", () => {
    const hands = play(["router1", "router2"]);
    const row = rowFor(hands, "router1", "serverRoom");
    pin(hands, "router1", "serverRoom", "router1-router3");
    const prefix = hands.match.addresses.zones["serverRoom"];
    expect(viewOf(hands, "router1").routes[row]).toEqual({
      ...{ prefix: prefix && formatPrefix(prefix), order: row, metric: 1 },
      ...{ exit: "router1-router2", pin: "router1-router3" },
    });
    expect(JSON.stringify(viewOf(hands, "router2").routes)).not.toContain("pin");
    hands.act("router1", { kind: "unpin", row });
    expect(JSON.stringify(viewOf(hands, "router1").routes)).not.toContain("pin");
  });

  test("is due with its row, and lit with its exit", () => {
    const hands = play(["router1"]);
    const { proposal } = hands.waitFor("router1", "pin");
    const dueNow = () =>
      Object.values(viewOf(hands, "router1").dues).find(({ kind }) => kind === "pin");
    expect(dueNow()).toMatchObject({ about: String(proposal.row) });
    hands.obeyUntil("router1", () => dueNow()?.lit === true);
    const due = hands.waitFor("router1", "pin").proposal;
    expect(dueNow()).toMatchObject({ about: String(due.row), hintExit: due.exit });
  });
});

describe("a pin that leads letters back to where they came from", () => {
  test("lets them go round until their TTL ends, and their sender hears of it", () => {
    const services = twoWays.services.filter(({ box }) => box === "server1");
    const hands = play(["router2", "client1"], { services });
    pin(hands, "router2", "serverRoom", "router1-router2");
    hands.classroom.playUntil(() => hands.told("client1", "ttlEnded").length > 0);
    expect(hands.told("client1", "ttlEnded")[0]).toMatchObject({ errand: expect.any(Number) });
    expect(hands.match.answered).toBe(0);
  });

  test("is explained to whoever put it there, once, however many letters come back", () => {
    const hands = play(["router2", "router1"]);
    pin(hands, "router2", "serverRoom", "router1-router2");
    pin(hands, "router1", "serverRoom", "router1-router2");
    hands.classroom.playUntil(() => hands.coached("router2").length > 0);
    expect(hands.coached("router2")).toEqual(["pinnedAstray"]);
    const before = hands.match.world.nextPacket;
    hands.wait(40_000);
    expect(hands.match.world.nextPacket).toBeGreaterThan(before + 3);
    expect(hands.coached("router2")).toEqual(["pinnedAstray"]);
    expect(hands.coached("router1")).toEqual([]);
  });

  test("of two routers that pin at each other each hears of its own pin alone", () => {
    const hands = play(["router1", "router2"]);
    pin(hands, "router1", "lab", "router1-router2");
    pin(hands, "router2", "lab", "router1-router2");
    hands.wait(40_000);
    expect(hands.coached("router1")).toEqual(["pinnedDetour"]);
    expect(hands.coached("router2")).toEqual(["pinnedDetour"]);
  });

  test("is explained anew when the same pin is put there again", () => {
    const hands = play(["router2"]);
    for (const times of [1, 2]) {
      pin(hands, "router2", "serverRoom", "router1-router2");
      hands.classroom.playUntil(() => hands.coached("router2").length >= times);
      hands.act("router2", { kind: "unpin", row: rowFor(hands, "router2", "serverRoom") });
    }
    expect(hands.coached("router2")).toEqual(["pinnedAstray", "pinnedAstray"]);
  });
});

describe("a pin on a line that dies", () => {
  const cutAt = 10_000;
  const events = [{ at: cutAt, kind: "lineCut", link: "router1-router2" }] as const;

  /** Every way is pinned well before the line dies. */
  function pinned(): Hands {
    const hands = play(["router1"], { events });
    pin(hands, "router1", "serverRoom", "router1-router2");
    pin(hands, "router1", "class1", "client1-router1");
    pin(hands, "router1", "class2", "client2-router1");
    hands.obeyUntil("router1", () => hands.match.now >= cutAt);
    return hands;
  }

  test("swallows everything until it is moved, and that is what is due", () => {
    const hands = pinned();
    const row = rowFor(hands, "router1", "serverRoom");
    const due = hands.waitFor("router1", "pin").proposal;
    expect(due).toEqual({ kind: "pin", row, exit: "router1-router3" });
    const swallowed = () =>
      flightsOf(hands.match.world).filter(
        ({ from, link, lostAt }) =>
          from === "router1" && link === "router1-router2" && lostAt !== undefined,
      ).length;
    hands.classroom.playUntil(() => swallowed() > 0);
    hands.act("router1", due);
    expect(hands.evidence("router1").at(-1)?.reason).toBe("pinnedRight");
    hands.wait(5_000);
    expect(swallowed()).toBe(0);
    expect(hands.dues("router1").some(({ proposal }) => proposal.kind === "pin")).toBe(false);
  });

  test("is not proposed to be moved where there is no detour", () => {
    const line = [{ at: cutAt, kind: "lineCut", link: "client1-router1" }] as const;
    const hands = play(["router1"], { events: line, pinSlots: 1 });
    pin(hands, "router1", "class1", "client1-router1");
    hands.obeyUntil("router1", () => hands.match.now > cutAt + 1_000);
    expect(hands.dues("router1").some(({ proposal }) => proposal.kind === "pin")).toBe(false);
  });
});

test("a detour is a way, only a longer one: the answer comes, and then the coach says so", () => {
  const hands = play(["router1"]);
  pin(hands, "router1", "serverRoom", "router1-router3");
  hands.obeyUntil("router1", () => hands.coached("router1").length > 0);
  expect(hands.coached("router1")).toEqual(["pinnedDetour"]);
  hands.obeyUntil("router1", () => hands.match.answered > 3);
  expect(hands.coached("router1")).toEqual(["pinnedDetour"]);
});
