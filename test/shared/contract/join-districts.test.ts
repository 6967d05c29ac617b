import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { threeHandshakes1 } from "../../../assets/missions/three-handshakes-1.ts";
import { missionFault } from "../../../shared/contract/check-mission.ts";
import { districtOf } from "../../../shared/contract/district.ts";
import { joinDistricts } from "../../../shared/contract/join-districts.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { missionFor } from "../../../shared/contract/mission-for.ts";
import { playedSeats } from "../../../shared/contract/played-seats.ts";
import type { Device } from "../../../shared/device/device.ts";
import { advanceMatch } from "../../../shared/match/advance-match.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import { longestMatch } from "../../../shared/protocol/ip/routing-table.ts";
import { formatPrefix, type Ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { drawAddresses } from "../../../shared/world/topology.ts";
import type { Link, World } from "../../../shared/world/world.ts";
import { emptyQueueRoundTripMs } from "../../run/round-trip.ts";

const all = Object.values(missions);
const joinedSizes = [7, 8, 9, 10, 11, 12];
const everyMap = all.flatMap((mission) => joinedSizes.map((size) => ({ mission, size })));

test.each(all)("two districts of $id are a sound mission", (mission) => {
  expect(missionFault(joinDistricts(mission))).toBeUndefined();
});

test("a map without a backbone stays what it is", () => {
  const { backbone: _, ...alone }: Mission = addressAndDoor1;
  expect(joinDistricts(alone)).toEqual(alone);
  expect(missionFor(alone, 12).boxes).toHaveLength(addressAndDoor1.boxes.length);
});

test.each(everyMap)("in $mission.id $size people are halved", ({ mission, size }) => {
  const map = missionFor(mission, size);
  const halves = [Math.ceil(size / 2), Math.floor(size / 2)];
  for (const [index, half] of halves.entries()) {
    const { boxes } = missionFor(mission, half);
    const mine = map.boxes.filter(({ id }) => districtOf(map, id) === index + 1);
    expect(mine.map(({ role, automatic }) => [role, automatic])).toEqual(
      boxes.map(({ role, automatic }) => [role, automatic]),
    );
  }
});

test.each(all)("in $id a network of twelve has twice the seats of one of six", (mission) => {
  const seats = (size: number) => playedSeats(missionFor(mission, size));
  expect(seats(12)).toHaveLength(2 * seats(6).length);
  expect(new Set(seats(12)).size).toBe(seats(12).length);
});

test("what is otherwise in a district of some size is so in two of it, but what is said of larger teams is meant", () => {
  const variants = [
    { from: 2, to: 5, openErrands: [1, 2] as const },
    { from: 6, to: 6, pinSlots: 5 },
    { from: 9, to: 12, openErrands: [3, 4] as const },
  ];
  const of = (size: number) => missionFor({ ...bestEffort1, variants }, size);
  expect([7, 8].map((size) => of(size).openErrands)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect([9, 12].map((size) => of(size).openErrands)).toEqual([
    [3, 4],
    [3, 4],
  ]);
  expect([8, 10, 11, 12].map((size) => of(size).pinSlots)).toEqual([5, 5, 6, 6]);
});

test("people are seated in both districts in turn", () => {
  const map = missionFor(threeHandshakes1, 12);
  expect(playedSeats(map).map((seat) => districtOf(map, seat))).toEqual(
    Array.from({ length: 6 }, () => [1, 2]).flat(),
  );
});

describe("what befalls one district", () => {
  const joined = joinDistricts(threeHandshakes1);

  test("befalls the other at the same time", () => {
    expect(joined.events).toHaveLength(2 * threeHandshakes1.events.length);
    const cut = joined.events.filter(({ kind }) => kind === "lineCut");
    expect(cut.map((event) => "link" in event && [event.at, event.link])).toEqual([
      [100_000, "north"],
      [100_000, "north-2"],
    ]);
  });

  test("was under way in the other too, each within itself", () => {
    const { seeds, services, ...map } = joinDistricts(bestEffort1);
    expect(seeds).toHaveLength(2 * bestEffort1.seeds.length);
    for (const { client, service } of seeds) {
      const box = services.find(({ id }) => id === service)?.box ?? "";
      const whole = { seeds, services, ...map };
      expect(districtOf(whole, box)).toBe(districtOf(whole, client));
    }
  });

  test("is asked in other words, so that nobody answers for the other", () => {
    const questions = joined.services.map(({ question }) => question);
    expect(new Set(questions).size).toBe(questions.length);
  });
});

describe("addresses", () => {
  test("tell which district a machine is in", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...everyMap), (seed, { mission, size }) => {
        const map = missionFor(mission, size);
        const { zones, boxes } = drawAddresses(map, seed);
        for (const { id } of map.boxes) {
          expect(((boxes[id] ?? 0) >>> 16) & 255).toBe(districtOf(map, id));
        }
        const prefixes = Object.values(zones).map(formatPrefix);
        expect(new Set(prefixes).size).toBe(map.zones.length);
      }),
    );
  });

  test.each(everyMap)(
    "in $mission.id for $size lead from everywhere to every host, with hops to spare",
    ({ mission, size }) => {
      const { world, mission: map } = createMatch(mission, { seed: 1, size });
      const hosts = Object.values(world.boxes).filter(({ kind }) => kind === "host");
      for (const from of Object.values(world.boxes)) {
        for (const to of hosts) {
          const way = wayOf(world, from, to.address);
          expect(way.at(-1)?.box, `${from.id} to ${to.id}`).toBe(to.id);
          expect(way.length - 1 + 4).toBeLessThanOrEqual(map.ttl);
          const isAcross = districtOf(map, from.id) !== districtOf(map, to.id);
          expect(way.some(({ by }) => by === "backbone")).toBe(isAcross);
        }
      }
    },
  );

  test("of the other district are one row, shorter than a zone's and longer than everything's", () => {
    const { world, addresses } = createMatch(addressAndDoor1, { seed: 1, size: 12 });
    const [router, far] = [world.boxes["router3"], addresses.boxes["server3"]];
    if (router?.kind !== "router" || far === undefined) throw new Error("there is no router");
    const row = longestMatch(router.table, far);
    expect(row === undefined ? "" : formatPrefix(row.prefix)).toBe("10.2.0.0/16");
    expect(row?.exit).toBe("backbone");
  });
});

/** The boxes that a letter passes, each with the line it came by, if every table is obeyed. */
function wayOf({ boxes, links }: World, from: Device, destination: Ipv4Address) {
  const way: { readonly box: string; readonly by: string | undefined }[] = [];
  let [at, by]: [Device | undefined, string | undefined] = [from, undefined];
  while (at !== undefined && way.length < 20) {
    way.push({ box: at.id, by });
    if (at.address === destination) return way;
    by = at.kind === "host" ? at.link : longestMatch(at.table, destination)?.exit;
    const link: Link | undefined = links[by ?? ""];
    at = boxes[(link?.a === at.id ? link.b : link?.a) ?? ""];
  }
  return way;
}

describe("longer ways", () => {
  test.each(all.filter(({ kind }) => kind !== "experiment"))(
    "of $id make a machine wait four round trips longer",
    (mission) => {
      const joined = joinDistricts(mission);
      const across = {
        ...joined,
        services: joined.services.filter(({ box }) => districtOf(joined, box) === 2),
      };
      const roundTripMs = emptyQueueRoundTripMs(across, 1);
      expect(joined.retryMs).toBeGreaterThanOrEqual(4 * roundTripMs * 0.9);
      expect(joined.patienceMs).toBeGreaterThan(mission.patienceMs);
    },
  );
});

describe("automatic seats alone", () => {
  const everySize = [2, 3, 4, 5, 6, ...joinedSizes];
  const everyGame = all.flatMap((mission) => everySize.map((size) => ({ mission, size })));

  test.each(everyGame)("play $mission.id with $size to its end", ({ mission, size }) => {
    const rounds = [1, 2, 3].map((seed) => playedAlone(mission, size, seed));
    const [{ match }] = rounds as [(typeof rounds)[0]];
    const answered = rounds.flatMap((round) => round.answered);
    expect(match.now).toBe(match.endsAt);
    const isAcross = ({ box, service }: Answered) => {
      const server = match.mission.services.find(({ id }) => id === service)?.box ?? "";
      return districtOf(match.mission, box) !== districtOf(match.mission, server);
    };
    // without receipts hardly a page ever ends, and with two steps not every call is answered
    if (mission.kind === "experiment") return;
    expect(answered.some((one) => !isAcross(one))).toBe(true);
    if (size <= 6) return expect(answered.some(isAcross)).toBe(false);
    const askers = answered.filter(isAcross).map(({ box }) => districtOf(match.mission, box));
    expect(new Set(askers)).toEqual(new Set([1, 2]));
  });
});

type Answered = { readonly box: string; readonly service: string };

/** A round in which nobody sits anywhere, and every errand that was answered in it. */
function playedAlone(mission: Mission, size: number, seed: number) {
  const answered: Answered[] = [];
  const match = createMatch(mission, { seed, size, automaticMs: 1_500 });
  const nothing = () => {};
  advanceMatch(match, match.endsAt, {
    ...{ departed: nothing, told: nothing, dropped: nothing, call: nothing },
    notice: (box, notice) => {
      if (notice.kind === "errandAnswered") answered.push({ box, service: notice.service });
    },
  });
  return { match, answered };
}
