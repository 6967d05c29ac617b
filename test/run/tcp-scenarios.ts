import { type Chance, drawOne, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { has } from "../../shared/protocol/tcp/segment.ts";
import type { TcpSettings } from "../../shared/protocol/tcp/settings.ts";
import type { Scenario } from "./scenario.ts";
import type { TalkPlan } from "./talk-plan.ts";
import { capturesOf } from "./tcp-captures.ts";
import { TcpTalk } from "./tcp-talk.ts";

type Draw = (chance: Chance) => TalkPlan;

const plans = {
  /** Everything that a network can do to segments, at once. */
  "tcp-storm": (chance) =>
    plan(chance, {
      middle: {
        lossPercent: drawWhole(chance, 10, 30),
        duplicatePercent: drawWhole(chance, 0, 20),
        jitterMs: drawWhole(chance, 20, 150),
      },
    }),
  /** Somebody at the client's desk lets each segment go, seconds after it was due. */
  "tcp-by-hand": (chance) =>
    plan(chance, {
      middle: {
        delayMs: drawWhole(chance, 600, 1_200),
        lossPercent: drawWhole(chance, 8, 20),
      },
      edgeMs: drawWhole(chance, 400, 800),
      byHandMs: { client: [1_000, 6_000] },
      settings: both({
        ...patient,
        maximumSegmentSize: 10,
        receiveBuffer: 80,
      }),
      says: { client: text(chance, 220), server: text(chance, 40) },
    }),
  /** One of many segments is lost, and three duplicates tell of it (RFC 5681 §3.2). */
  "tcp-fast-retransmit": (chance) => {
    const lost = drawWhole(chance, 4, 9);
    return plan(chance, {
      middle: { loses: (from, nth) => from === "client" && nth === lost },
      settings: both({ maximumSegmentSize: drawOne(chance, [10, 24]) }),
      says: { client: text(chance, 500), server: text(chance, 30) },
      pieces: [40, 60],
    });
  },
  /** The server's program is slower than the client's (RFC 9293 §3.8.6.1). */
  "tcp-zero-window": (chance) =>
    plan(chance, {
      settings: { client: {}, server: { receiveBuffer: drawOne(chance, [20, 40]) } },
      says: { client: text(chance, 300), server: text(chance, 20) },
      fetchMs: { client: [0, 20], server: [1_500, drawOne(chance, [4_000, 12_000])] },
    }),
  /** The client has soon said everything, and the server goes on (RFC 9293 §3.6). */
  "tcp-half-close": (chance) =>
    plan(chance, {
      middle: { lossPercent: drawWhole(chance, 0, 10) },
      says: { client: text(chance, 20), server: text(chance, 400) },
    }),
  /** Segments and ACKs get lost. */
  "tcp-loss": (chance) => plan(chance, { middle: { lossPercent: drawWhole(chance, 5, 30) } }),
  /** A segment is lost several times, and no duplicates tell of it (RFC 6298 §5). */
  "tcp-time-out": (chance) => {
    const lost = drawWhole(chance, 1, 4);
    const times = drawWhole(chance, 1, 4);
    return plan(chance, {
      middle: {
        loses: (from, nth) => from === "client" && nth >= lost && nth < lost + times,
      },
      settings: both({ maximumSegmentSize: 10 }),
      says: { client: text(chance, 40), server: text(chance, 12) },
    });
  },
  /** Segments overtake each other. */
  "tcp-disorder": (chance) =>
    plan(chance, { middle: { jitterMs: drawWhole(chance, 20, 180), lossPercent: 3 } }),
  /** What comes above a gap is thrown away, and everything sent again. */
  "tcp-go-back-n": (chance) =>
    plan(chance, {
      middle: { lossPercent: drawWhole(chance, 5, 25) },
      settings: both({ goBackN: true, maximumSegmentSize: 10, receiveBuffer: 40 }),
      says: { client: text(chance, 200), server: text(chance, 10) },
    }),
  /** Segments arrive twice. */
  "tcp-duplicates": (chance) =>
    plan(chance, { middle: { duplicatePercent: drawWhole(chance, 10, 40) } }),
  /** The word that there is room again may be lost: only probes find out. */
  "tcp-lost-window-update": (chance) =>
    plan(chance, {
      settings: { client: {}, server: { receiveBuffer: 30 } },
      middle: {
        lossPercent: drawWhole(chance, 10, 30),
      },
      says: { client: text(chance, 200), server: "" },
      fetchMs: { client: [0, 20], server: [1_000, 5_000] },
    }),
  /** The numbers go once round (RFC 9293 §3.4). */
  "tcp-wrap-around": (chance) =>
    plan(chance, {
      initialSequence: {
        client: 2 ** 32 - drawWhole(chance, 30, 150),
        server: 2 ** 31 - drawWhole(chance, 2, 60),
      },
      middle: { lossPercent: drawWhole(chance, 0, 15) },
    }),
  /** The first SYN or its answer is lost. */
  "tcp-lost-handshake": (chance) => {
    const lost = drawOne(chance, ["client", "server"] as const);
    return plan(chance, {
      middle: { loses: (from, nth, segment) => from === lost && nth === 1 && has(segment, "syn") },
    });
  },
  /** Nothing happens to anything. */
  "tcp-calm": (chance) => plan(chance, {}),
  /** Both call each other at once (RFC 9293 §3.5, figure 7). */
  "tcp-both-open": (chance) => plan(chance, { opening: "both" }),
  /** Nobody listens (RFC 9293 §3.5.2). */
  "tcp-refused": (chance) => plan(chance, { opening: "nobodyListens" }),
  /** The client breaks off in the middle (RFC 9293 §3.10.5). */
  "tcp-abort": (chance) =>
    plan(chance, {
      abortsAt: drawWhole(chance, 900, 1_500),
      says: { client: text(chance, 1_500), server: text(chance, 100) },
    }),
} satisfies Readonly<Record<string, Draw>>;

/** Scenarios of two TCP endpoints, by name. */
export const tcpScenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  Object.entries(plans).map(([name, draw]) => [name, played(name, draw)]),
);

/** What is planned for the talk of a scenario. */
export function planTalk(name: string, chance: Chance): TalkPlan {
  const draw = Object.entries(plans).find(([other]) => other === name)?.[1];
  if (draw === undefined) throw new Error(`no talk ${name}`);
  return draw(chance);
}

function played(name: string, draw: Draw): Scenario {
  return (seed, words) => {
    const talk = new TcpTalk(draw(namedChance(seed, name)), seed).run();
    return {
      captures: capturesOf(talk, words.about(name, String(seed)), words.lost),
      journal: talk.journal,
    };
  };
}

/** Timers of people: a round trip takes them several seconds. */
const patient: Partial<TcpSettings> = { initialRto: 30_000, minRto: 30_000, delayedAck: 0 };

const both = (settings: Partial<TcpSettings>): TalkPlan["settings"] => ({
  client: settings,
  server: settings,
});

type Difference = Omit<Partial<TalkPlan>, "middle"> & {
  readonly middle?: Partial<TalkPlan["middle"]>;
};

function plan(chance: Chance, { middle, settings, ...rest }: Difference): TalkPlan {
  const usual = {
    maximumSegmentSize: drawOne(chance, [10, 10, 24, 536]),
    delayedAck: drawOne(chance, [0, 200]),
    maxRetransmits: 20, // giving up is not what these show
    msl: 2_000,
  };
  return {
    edgeMs: drawWhole(chance, 2, 40),
    initialSequence: {
      client: drawWhole(chance, 1, 2 ** 31),
      server: drawWhole(chance, 1, 2 ** 31),
    },
    says: { client: text(chance, 120), server: text(chance, 120) },
    pieces: [5, 40],
    fetchMs: { client: [0, 100], server: [0, 100] },
    ...rest,
    middle: { delayMs: drawWhole(chance, 40, 250), ...middle },
    settings: {
      client: { ...usual, ...settings?.client },
      server: { ...usual, ...settings?.server },
    },
  };
}

/** Words of so many octets or up to twice as many. */
function text(chance: Chance, least: number): string {
  const length = drawWhole(chance, least, 2 * least);
  return "all the ships in the harbour wait for a letter. "
    .repeat(Math.ceil(length / 48))
    .slice(0, length);
}
