import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import type { Sight } from "../../../shared/contract/mission.ts";
import { isTcpLetter } from "../../../shared/device/tcp/tcp-side.ts";
import type { Lesson } from "../../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { instant } from "../../../shared/lib/instant.ts";
import type { Match } from "../../../shared/match/match.ts";
import type { ActId, Packet, Port } from "../../../shared/wire/packet.ts";
import { type Flight, flightsOf } from "../../../shared/world/world.ts";
import { aClassPlan, type ClassPlan, liveThrough } from "../../kit/random-class.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One box of one network, whose facts are changed to see who notices. */
type Place = { readonly lesson: Lesson; readonly match: Match; readonly box: string };

/** A fact of GAME's table, a change to it, and the boxes whose people may notice; `host` is the host. */
type Fact = {
  readonly name: string;
  readonly change: (place: Place) => void;
  readonly knows: (place: Place, sight: Sight) => readonly string[];
};

const own = ({ box }: Place) => [box];
const nobody = () => [];
const theHost = () => ["host"];
/** The host of the class looks over every map from above, but into no desk. */
const andTheHost =
  (knows: Fact["knows"]): Fact["knows"] =>
  (place, sight) => [...knows(place, sight), "host"];

/** A host reads on to the ports and, over TCP, into the segment; a router does not. */
function readsPorts(place: Place): readonly string[] {
  const isRead = place.match.mission.covered !== "ports";
  return isRead && place.match.world.boxes[place.box]?.kind === "host" ? own(place) : [];
}

/** Writes something else into a letter; a segment without text stays one. */
function seal({ body }: Packet): void {
  if (body.protocol === "icmp") return void Object.assign(body.about.ip, { source: 1 });
  if (body.payload !== "") Object.assign(body, { payload: "nobody may read this" });
  if (body.protocol === "tcp") Object.assign(body, { sequence: 1 });
}

const flightsAt = ({ match, box }: Place): readonly Writable<Flight>[] =>
  flightsOf(match.world).filter(({ from, to }) => from === box || to === box);

const everybody = ({ match }: Place): readonly string[] => Object.keys(match.seats);

const facts: readonly Fact[] = [
  {
    name: "the letters on its belt",
    change: ({ match, box }) => {
      const belt = match.world.boxes[box]?.belt;
      if (belt !== undefined) belt.letters = [];
    },
    knows: andTheHost(own),
  },
  {
    name: "the ports on the letters of its belt",
    change: ({ match, box }) => {
      for (const { packet } of match.world.boxes[box]?.belt.letters ?? []) {
        Object.assign(packet.body, { sourcePort: 7, destinationPort: 9 });
      }
    },
    knows: readsPorts,
  },
  {
    name: "the numbers, control bits and text of the segments on its belt",
    change: ({ match, box }) => {
      for (const { packet } of match.world.boxes[box]?.belt.letters ?? []) {
        if (!isTcpLetter(packet)) continue;
        Object.assign(packet.body, {
          sequence: 1,
          acknowledgment: 2,
          flags: ["urg"],
          payload: "?",
        });
      }
    },
    knows: readsPorts,
  },
  {
    name: "what is sealed in the letters on its belt and its links",
    change: (place) => {
      const device = place.match.world.boxes[place.box];
      const letters = device?.belt.letters.map(({ packet }) => packet) ?? [];
      const sealed = letters.filter((letter) => device?.kind !== "host" || !isTcpLetter(letter));
      for (const packet of sealed) {
        seal(packet);
        if (isTcpLetter(packet)) Object.assign(packet.body, { flags: ["urg"] });
      }
      for (const { packet } of flightsAt(place)) seal(packet);
    },
    knows: nobody,
  },
  {
    name: "of what kind the segments on its links are",
    change: (place) => {
      for (const { packet } of flightsAt(place)) {
        if (isTcpLetter(packet)) Object.assign(packet.body, { flags: ["rst"] });
      }
    },
    knows: andTheHost((place, sight) => {
      if (sight === "open") return everybody(place);
      const ends = flightsAt(place).flatMap(({ from, to, lostAt }) =>
        lostAt === undefined ? [from, to] : [from],
      );
      return ends.filter((box) => place.match.world.boxes[box]?.kind === "host");
    }),
  },
  {
    name: "its connections and their cards",
    change: ({ match, box }) => {
      const host = match.world.boxes[box];
      if (host?.kind !== "host" || host.tcp === undefined) return;
      host.tcp.endpoint = { ...host.tcp.endpoint, connections: {} };
    },
    knows: own,
  },
  {
    name: "what its programs have read",
    change: ({ match, box }) => {
      const host = match.world.boxes[box];
      if (host?.kind !== "host") return;
      for (const talk of Object.values(host.tcp?.talks ?? {})) talk.read = "something else";
    },
    knows: own,
  },
  {
    name: "what is due at its desk",
    change: ({ match, box }) => {
      const gate = match.world.boxes[box]?.gate;
      if (gate !== undefined) gate.dues = [];
    },
    knows: andTheHost(own),
  },
  {
    name: "its doors, programs, errands and address book",
    change: ({ match, box }) => {
      const host = match.world.boxes[box];
      if (host?.kind !== "host") return;
      host.ports.bindings = [];
      host.errands = [];
      for (const program of Object.values(host.programs)) program.port = 7 as Port;
      for (const entry of Object.values(host.book)) entry.port = 9 as Port;
    },
    knows: andTheHost(own),
  },
  {
    name: "its pins",
    change: ({ match, box }) => {
      const router = match.world.boxes[box];
      const exit = router?.kind === "router" ? router.links[0] : undefined;
      if (router?.kind !== "router" || exit === undefined) return;
      router.pins = [{ row: 0, exit, cause: 900 as ActId, wasBest: true }];
    },
    knows: own,
  },
  {
    name: "whether it is dead",
    change: ({ match, box }) => {
      match.world.dead.push(box);
    },
    knows: theHost,
  },
  {
    name: "what was told at its desk",
    change: ({ match, box }) => {
      match.seats[box]?.happenings.push({ n: 900, at: instant(1), kind: "coach" });
    },
    knows: own,
  },
  {
    name: "how its player did",
    change: ({ match, box }) => {
      const player = match.seats[box]?.player;
      match.evidence.push({
        ...{ act: 1 as ActId, at: instant(1), seat: box, reason: "wrongDoor", concept: "doors" },
        ...(player === undefined ? {} : { player }),
        ...{ lit: false, tookMs: 1 },
      });
    },
    knows: ({ box }) => [box, "host"],
  },
  {
    name: "how its letters are numbered",
    change: ({ match, box }) => {
      const letters = match.seats[box]?.letters ?? {};
      for (const packet of Object.keys(letters)) Object.assign(letters, { [packet]: -packet });
    },
    knows: own,
  },
  {
    name: "how well its player knows the acts",
    change: ({ match, box }) => {
      Object.assign(match.seats[box] ?? {}, { practised: {}, missesInARow: 9, lastActAt: 0 });
    },
    knows: own,
  },
  {
    name: "the letters on its links",
    change: (place) => {
      for (const flight of flightsAt(place)) flight.arriveAt = instant(flight.arriveAt + 1);
    },
    knows: andTheHost((place, sight) => {
      if (sight === "open") return everybody(place);
      return flightsAt(place).flatMap(({ from, to, lostAt }) =>
        lostAt === undefined ? [from, to] : [from],
      );
    }),
  },
  {
    // whoever waits at the far end sees no letter that will not come; the sender sees no difference
    name: "which of the letters that it sent will be lost",
    change: ({ match, box }) => {
      for (const flight of flightsOf(match.world) as readonly Writable<Flight>[]) {
        if (flight.from !== box) continue;
        if (flight.lostAt === undefined) flight.lostAt = instant(flight.departAt + 1);
        else delete flight.lostAt;
      }
    },
    knows: andTheHost((place, sight) =>
      sight === "open"
        ? everybody(place)
        : flightsAt(place).flatMap(({ from, to }) => (from === place.box ? [to] : [])),
    ),
  },
  {
    name: "whether its links are up",
    change: ({ match, box }) => {
      for (const link of Object.values(match.world.links)) {
        if (link.a === box || link.b === box) link.up = false;
      }
    },
    knows: andTheHost(({ match, box }) =>
      Object.values(match.world.links).flatMap(({ a, b }) =>
        a === box || b === box ? [a, b] : [],
      ),
    ),
  },
  {
    name: "its key",
    change: ({ lesson, match, box }) => {
      const player = lesson.players[match.seats[box]?.player ?? ""];
      if (player !== undefined) Object.assign(player, { keyHash: "secret" });
    },
    knows: nobody,
  },
  {
    name: "what it will be asked next",
    change: ({ match, box }) => {
      const plan = match.errands[box];
      if (plan !== undefined) Object.assign(plan, { opensAt: [instant(1)], nextId: 900 });
      if (plan !== undefined) plan.chance.drawn += 1;
    },
    knows: nobody,
  },
  {
    name: "how many letters there have been, and how fast people are",
    change: ({ match }) => {
      match.world.nextPacket += 1_000;
      match.acts.push({ seat: "server", kind: "deliver", parents: [] });
      Object.assign(match.tookMs, { forward: [1, 2, 3] });
    },
    knows: nobody,
  },
];

/** The lesson's viewers, by the box that they sit at. */
function viewersOf(lesson: Lesson): readonly (readonly [network: string, box: string, Viewer])[] {
  const players = Object.values(lesson.players).flatMap(({ id, network, seat }) =>
    network === undefined || seat === undefined
      ? []
      : [[network, seat, { kind: "player", player: id }] as const],
  );
  return [...players, ["", "host", { kind: "host" }]];
}

/** The viewers whose screen changes with the fact, as `network box`. */
function noticedBy(lesson: Lesson, network: string, box: string, { change }: Fact): string[] {
  const changed: Lesson = structuredClone(lesson);
  const match = changed.networks[network]?.match;
  if (match === undefined) throw new Error(`no network ${network}`);
  change({ lesson: changed, match, box });
  return viewersOf(lesson)
    .filter(([, , viewer]) => seen(changed, viewer) !== seen(lesson, viewer))
    .map(([at, who]) => `${at} ${who}`.trim());
}

const seen = (lesson: Lesson, viewer: Viewer): string => JSON.stringify(viewFor(lesson, viewer));

/** Who may notice the fact, as `network box`. */
function mayKnow(lesson: Lesson, network: string, box: string, { knows }: Fact): string[] {
  const match = lesson.networks[network]?.match;
  if (match === undefined) throw new Error(`no network ${network}`);
  const who = knows({ lesson, match, box }, lesson.mission.sight);
  return who.map((one) => (one === "host" ? one : `${network} ${one}`));
}

/** Links that lose every fifth letter: who may know of a loss is told apart only where there are losses. */
function live(plan: ClassPlan, sight: Sight): Lesson {
  const { lesson } = liveThrough(plan, { sight }, ({ lesson: { networks } }) => {
    for (const { match } of Object.values(networks)) {
      for (const link of Object.values(match.world.links)) link.lossPercent = 20;
    }
  });
  return lesson;
}

/** One box of each role. */
const lookedAt = ({ networks }: Lesson): readonly string[] =>
  ["client1", "server", "server1", "router1"].filter((box) => networks["n1"]?.match.seats[box]);

const aMoment = fc
  .integer({ min: 1_000, max: 70_000 })
  .chain((ms) => aClassPlan(ms, Object.keys(missions)))
  .map((plan) => ({ ...plan, events: [] }));

describe.each<Sight>(["neighbours", "open"])("where sight is %s", (sight) => {
  test("nobody notices a fact that is not theirs to know", () => {
    const runs = sight === "neighbours" ? 200 : 50;
    fc.assert(
      fc.property(aMoment, fc.nat(), (plan, pick) => {
        const lesson = live(plan, sight);
        const [network, { match }] = Object.entries(lesson.networks)[0] ?? ["", {} as never];
        const boxes = Object.keys(match.seats);
        const box = boxes[pick % boxes.length] ?? "";
        for (const fact of facts) {
          const noticed = noticedBy(lesson, network, box, fact);
          const allowed = mayKnow(lesson, network, box, fact);
          const leaked = noticed.filter((who) => !allowed.includes(who));
          expect(leaked, `${box}: ${fact.name}`).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  test.each(facts)("$name is noticed by those who may know it", (fact) => {
    const known = new Set<boolean>();
    for (const plan of fc.sample(aMoment, { numRuns: 40, seed: 1 })) {
      const lesson = live({ ...plan, pupils: Array(6).fill(plan.pupils[0]) }, sight);
      for (const box of lookedAt(lesson)) known.add(noticedBy(lesson, "n1", box, fact).length > 0);
      if (known.has(true)) break;
    }
    expect(known.has(true)).toBe(fact.knows !== nobody);
  });
});
