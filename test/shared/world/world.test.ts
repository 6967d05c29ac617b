import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { reasons } from "../../../shared/contract/reasons.ts";
import type { Due } from "../../../shared/device/act.ts";
import type { Device } from "../../../shared/device/device.ts";
import { isAboutTheSame } from "../../../shared/device/gate.ts";
import type { Host } from "../../../shared/device/host.ts";
import { refuseAct } from "../../../shared/device/refuse-act.ts";
import { crowdingOf } from "../../../shared/device/tcp/listening.ts";
import { isTcpLetter } from "../../../shared/device/tcp/tcp-side.ts";
import { judge } from "../../../shared/match/judge.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { type Flight, flightsOf, type World } from "../../../shared/world/world.ts";
import { smallTalk, tcpDuties } from "../../kit/small-talk.ts";
import { aDeedAmongFaults, WatchedWorld } from "../../kit/watched-world.ts";

/** Missions over TCP in which everything is played by hand, with much room and with little. */
const byHand = { client: [...tcpDuties], router: ["forward"], server: [...tcpDuties] } as const;
const talks = [
  smallTalk({ held: byHand }),
  smallTalk({ held: byHand, beltSlots: 3, tcp: { halfOpenSlots: 1, recycles: true, trays: 2 } }),
  smallTalk({ held: byHand, tcp: { goBackN: true } }),
];

/** A world that people did many things to, half of them wrong, while lines and boxes failed and links lost letters. */
const aWorld = fc
  .record({
    seed: fc.nat(),
    size: fc.constantFrom(2, 6),
    mission: fc.constantFrom(...Object.values(missions), ...talks),
    lossPercent: fc.constantFrom(undefined, undefined, 20),
    deeds: fc.array(aDeedAmongFaults, { minLength: 20, maxLength: 120 }),
  })
  .map(({ seed, size, mission, lossPercent, deeds }) => {
    const watched = new WatchedWorld(seed, size, mission);
    for (const link of Object.values(watched.world.links)) {
      link.lossPercent = lossPercent ?? link.lossPercent;
    }
    for (const deed of deeds) watched.do(deed);
    return watched;
  });

const numRuns = 160;
const everyWorld = (law: (watched: WatchedWorld) => void): void =>
  fc.assert(fc.property(aWorld, law), { numRuns });

/** What became of a letter, as far as the world knows. */
function fatesOf({ world, flights, ends }: WatchedWorld, id: PacketId): readonly string[] {
  const isFlying = flightsOf(world).some(({ packet }) => packet.id === id);
  const isLost = !isFlying && flights.get(id)?.at(-1)?.lostAt !== undefined;
  const belts = Object.values(world.boxes).flatMap(({ belt }) => belt.letters);
  return [
    ...(ends.get(id) ?? []),
    ...(isLost ? ["lost"] : []),
    ...(isFlying ? ["under way"] : []),
    ...belts.filter(({ packet }) => packet.id === id).map(() => "waiting"),
  ];
}

/** What may change about a letter from one link to the next. */
function checkHop(ttl: number, before: Flight | undefined, { packet, from }: Flight): void {
  if (before === undefined) return expect(packet.ip.ttl).toBe(ttl);
  expect(from).toBe(before.to);
  expect(packet.ip).toEqual({ ...before.packet.ip, ttl: before.packet.ip.ttl - 1 });
  expect(packet.ip.ttl).toBeGreaterThan(0);
  expect(packet.body).toBe(before.packet.body);
}

/** Which door is whose, as the host's programs and errands say. */
const doorsOf = ({ programs, errands }: Host) => [
  ...Object.values(programs).flatMap(({ service, port }) =>
    port === undefined ? [] : [{ port, owner: { kind: "service", service } }],
  ),
  ...errands.map(({ id, socket }) => ({ port: socket, owner: { kind: "errand", errand: id } })),
];

/** The letters that a box's dues are about, and those that wait for room. */
function lettersToDo(box: Device): readonly PacketId[] {
  const proposals = box.gate.dues.map(({ proposal }) => proposal);
  const placed = proposals.flatMap((act) => ("packet" in act ? [act.packet] : []));
  const answered = proposals.flatMap((act) =>
    act.kind === "sendSegment" ? (act.answers ?? []) : [],
  );
  const knocking = box.kind === "host" ? (box.tcp?.knocking ?? []) : [];
  // a FIN can be answered twice: with an ACK, and with a FIN of our own
  return [...placed, ...new Set(answered), ...knocking];
}

/** New cards of a connection leave one after the other. */
const isInTurn = (dues: readonly Due[], { duty, proposal }: Due): boolean =>
  duty !== "transmit" ||
  proposal ===
    dues.find((due) => due.duty === duty && isAboutTheSame(due.proposal, proposal))?.proposal;

const hostsOf = ({ boxes }: World): readonly Host[] =>
  Object.values(boxes).filter((box) => box.kind === "host");

const sorted = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

describe("whatever people do in a world", () => {
  test("every letter has exactly one fate: delivered or dropped for a reason, lost, waiting, or under way", () => {
    everyWorld((watched) => {
      for (const id of watched.flights.keys()) {
        expect(fatesOf(watched, id), `letter ${id}`).toHaveLength(1);
      }
      expect(watched.flights.size).toBe(watched.world.nextPacket - 1);
    });
  });

  test("every router takes one from the TTL, and nothing else changes on the way", () => {
    everyWorld(({ flights, match }) => {
      const { ttl } = match.mission;
      for (const way of flights.values()) {
        for (const [hop, flight] of way.entries()) checkHop(ttl, way[hop - 1], flight);
      }
    });
  });

  test("an ICMP error is never about an ICMP error, and no letter causes two", () => {
    everyWorld(({ flights }) => {
      const about = [...flights.values()].flatMap(([first]) =>
        first?.packet.body.protocol === "icmp" ? [first.packet.body.about] : [],
      );
      const protocols: readonly string[] = about.map(({ body }) => body.protocol);
      expect(protocols).not.toContain("icmp");
      const numbers = about.map(({ ip }) => `${ip.source} ${ip.identification}`);
      expect(new Set(numbers).size).toBe(numbers.length);
    });
  });

  test("a port has one owner and an owner has one port", () => {
    everyWorld(({ world }) => {
      for (const box of Object.values(world.boxes)) {
        if (box.kind !== "host") continue;
        const { bindings } = box.ports;
        expect(sorted(bindings)).toEqual(sorted(doorsOf(box)));
        expect(new Set(bindings.map(({ port }) => port)).size).toBe(bindings.length);
      }
    });
  });

  test("every letter on a belt has a slot of its own, and something is to be done about it", () => {
    everyWorld(({ world }) => {
      for (const box of Object.values(world.boxes)) {
        const { belt } = box;
        const slots = belt.letters.map(({ slot }) => slot);
        expect(new Set(slots).size).toBe(slots.length);
        for (const slot of slots) expect(slot).toBeLessThan(belt.slots);
        const lying = belt.letters.map(({ packet }) => packet.id);
        expect(sorted(lettersToDo(box))).toEqual(sorted(lying));
      }
    });
  });

  test("a segment waits at a desk as long as its due, and as long as the letter that it answers", () => {
    everyWorld(({ world }) => {
      for (const { gate, belt, tcp } of hostsOf(world)) {
        const { waiting = [] } = tcp ?? {};
        const dues = gate.dues.filter(
          ({ proposal }) => proposal.kind === "sendSegment" || proposal.kind === "sendCard",
        );
        expect(sorted(waiting.map(({ due }) => due))).toEqual(sorted(dues.map(({ id }) => id)));
        const lying = belt.letters.map(({ packet }) => packet.id);
        for (const { answers } of waiting) expect([undefined, ...lying]).toContain(answers);
      }
    });
  });

  test("a SYN waits in front of a server only as long as there is no room for it", () => {
    everyWorld(({ world }) => {
      for (const host of hostsOf(world)) {
        const [first] = host.tcp?.knocking ?? [];
        const letter = host.belt.letters.find(({ packet }) => packet.id === first)?.packet;
        expect(letter === undefined).toBe(first === undefined);
        if (letter !== undefined && isTcpLetter(letter))
          expect(crowdingOf(host, letter)).toBeDefined();
      }
    });
  });

  test("what the machine proposes is possible, and in its turn right in the eyes of the judge", () => {
    everyWorld((watched) => {
      for (const [box, due] of watched.dues) {
        const { proposal } = due;
        const device = watched.world.boxes[box];
        expect(device && refuseAct(device, proposal), JSON.stringify(proposal)).toBeUndefined();
        if (!isInTurn(device?.gate.dues ?? [], due)) continue;
        const reason = judge(watched.world, box, proposal);
        expect(reason && reasons[reason].verdict, `${box}: ${JSON.stringify(proposal)}`).toBe(
          "right",
        );
      }
    });
  });

  test("every link knows how many letters are on it", () => {
    everyWorld(({ world }) => {
      const flights = flightsOf(world);
      for (const link of Object.values(world.links)) {
        expect(link.inFlight).toBe(flights.filter((flight) => flight.link === link.id).length);
      }
    });
  });
});

/** A world in which client1 has sent one letter to the server, and the letter's way so far. */
function oneLetter(change: (watched: WatchedWorld) => void = () => undefined) {
  const watched = new WatchedWorld(3, 2);
  change(watched);
  watched.openErrand();
  const written = watched.dues.find(([, due]) => due.proposal.kind === "sendDatagram");
  if (written === undefined) throw new Error("nothing was to be written");
  watched.act(written[0], written[1].proposal);
  const way = (): readonly Flight[] => [...watched.flights.values()][0] ?? [];
  return { watched, way };
}

describe("a letter on a link", () => {
  test("takes the link's time, which is the same in both directions", () => {
    const { watched, way } = oneLetter();
    const [flight] = way();
    const link = watched.world.links[flight?.link ?? ""];
    expect(flight?.arriveAt).toBe((flight?.departAt ?? 0) + (link?.delayMs ?? 0));
    expect(link?.delayMs).toBeGreaterThanOrEqual(600);
    expect(link?.delayMs).toBeLessThanOrEqual(900);
  });

  test("is on the next desk at the instant it arrives, not a moment before", () => {
    const { watched, way } = oneLetter();
    const [flight] = way();
    const belt = watched.world.boxes[flight?.to ?? ""]?.belt;
    watched.wait((flight?.arriveAt ?? 0) - watched.world.now - 1);
    expect(belt?.letters).toEqual([]);
    watched.wait(1);
    expect(belt?.letters).toMatchObject([{ since: flight?.arriveAt }]);
  });

  test.each<[string, (watched: WatchedWorld) => void]>([
    [
      "a link that is down",
      ({ world }) => {
        for (const link of Object.values(world.links)) link.up = false;
      },
    ],
    [
      "a link that loses everything",
      ({ world }) => {
        for (const link of Object.values(world.links)) link.lossPercent = 100;
      },
    ],
    [
      "a link with 64 letters on it",
      ({ world }) => {
        for (const link of Object.values(world.links)) link.inFlight = 64;
      },
    ],
  ])("ends half way on %s", (_, change) => {
    const { watched, way } = oneLetter(change);
    const [flight] = way();
    expect(flight?.lostAt).toBeLessThan(flight?.arriveAt ?? 0);
    expect(flightsOf(watched.world)).toHaveLength(1);
    watched.wait(5_000);
    expect(flightsOf(watched.world)).toEqual([]);
    expect(Object.values(watched.world.boxes).flatMap(({ belt }) => belt.letters)).toEqual([]);
  });
});
