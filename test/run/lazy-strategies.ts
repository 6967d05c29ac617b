import type { Mission, Role } from "../../shared/contract/mission.ts";
import type { Act } from "../../shared/device/act.ts";
import { letterOf } from "../../shared/device/belt.ts";
import { refuseAct } from "../../shared/device/refuse-act.ts";
import { litDue } from "../../shared/match/assistance.ts";
import { Pupil, type Sees, type Skill, type Strategy } from "../kit/pupil.ts";
import type { Place, Script } from "../kit/scripted-class.ts";
import { deaf } from "./deaf.ts";
import { Impatient } from "./impatient.ts";
import { fromMemory, type LastRound } from "./last-round.ts";
import { MapWatcher, straightOn } from "./map-watcher.ts";
import { SegmentWatcher } from "./segment-watcher.ts";
import { neverAcknowledging } from "./tcp-misconceptions.ts";
import { Thrice } from "./thrice.ts";

type SegmentAct = Act & { readonly kind: "sendSegment" };

/** What a lazy pupil is made from: its pace, its own seed, and what its team remembers. */
type LazyCast = {
  readonly skill: Skill;
  readonly seed: number;
  readonly lastRound: LastRound;
};

/** A way to play without understanding, made anew for every pupil, for some of them remember. */
export type Lazy = {
  readonly make: (cast: LazyCast) => Script;
  /** The role whose part is left undone; a strategy without one is everybody's. */
  readonly shirks?: Role;
};

/** What can be tried in every mission. */
const everywhere: Readonly<Record<string, Lazy>> = {
  "only the lit target": { make: ({ skill, seed }) => new Pupil(skill, seed, onlyLit) },
  "everything three times": {
    make: ({ skill, seed }) => new Thrice(new Pupil(skill, seed, rightly), skill.actMs),
  },
  "always accept": { make: ({ skill, seed }) => new Pupil(skill, seed, alwaysAccept) },
  "always reject": { make: ({ skill, seed }) => new Pupil(skill, seed, alwaysReject, neverPin) },
  "wait for others": { make: () => ({ nextAt: () => undefined, act: () => undefined }) },
  "repeat the last answer": { make: ({ skill, seed }) => new Pupil(skill, seed, repeating()) },
  "last round's numbers": {
    make: ({ skill, seed, lastRound }) => new Pupil(skill, seed, fromMemory(lastRound)),
  },
};

/** What can be tried where every letter is passed on by hand. */
const letterByLetter: Readonly<Record<string, Lazy>> = {
  "watch the map": {
    make: ({ skill, seed }) => new Pupil(skill, seed, straightOn()),
    shirks: "router",
  },
};

/** What can be tried where silence is all that a client hears, and its machine writes the first letter. */
const inSilence: Readonly<Record<string, Lazy>> = {
  "everything three times": {
    make: ({ skill, seed }) => new Impatient(new Pupil(skill, seed, rightly), skill.actMs),
    shirks: "client",
  },
  "watch the map": {
    make: ({ skill, seed }) => new MapWatcher(new Pupil(skill, seed, rightly), skill.actMs),
    shirks: "client",
  },
  "never send again": { make: ({ skill, seed }) => deaf(skill, seed), shirks: "client" },
  "always give up": {
    make: ({ skill, seed }) => new Pupil(skill, seed, alwaysGiveUp),
    shirks: "client",
  },
};

/** What can be tried where prefixes can be pinned. */
const withPins: Readonly<Record<string, Lazy>> = {
  "pin everything to one exit": {
    make: ({ skill, seed }) => new Pupil(skill, seed, oneExit()),
    shirks: "router",
  },
};

/** What can be tried where clients are quick: where they read pages, passing on every letter by hand may do. */
const withoutPins: Readonly<Record<string, Lazy>> = {
  "never pin": {
    make: ({ skill, seed }) => new Pupil(skill, seed, rightly, neverPin),
    shirks: "router",
  },
};

/** What can be tried where connections are opened by hand: whoever answers is answered, asked or not. */
const atTheDoor: Readonly<Record<string, Lazy>> = {
  "always accept": {
    make: ({ skill, seed }) => new Pupil(skill, seed, friendToAll),
    shirks: "client",
  },
  "watch the map": {
    make: ({ skill, seed }) => new SegmentWatcher(new Pupil(skill, seed, rightly), skill.actMs),
    shirks: "client",
  },
};

/** What can be tried where cards are acknowledged by hand: there is nothing to be accepted but by a router. */
const atTheTray: Readonly<Record<string, Lazy>> = {
  "always accept": {
    make: ({ skill, seed }) => new Pupil(skill, seed, alwaysAccept),
    shirks: "router",
  },
  "acknowledge nothing": {
    make: ({ skill, seed }) => neverAcknowledging(skill, seed),
    shirks: "client",
  },
  "watch the map": {
    make: ({ skill, seed }) => new SegmentWatcher(new Pupil(skill, seed, rightly), skill.actMs),
    shirks: "server",
  },
};

/** The lazy ways that this mission has to withstand. */
export const lazyStrategies = ({
  held,
  pinSlots,
}: Pick<Mission, "held" | "pinSlots">): Readonly<Record<string, Lazy>> => ({
  ...everywhere,
  ...(held.router.includes("forward") && pinSlots === 0 ? letterByLetter : {}),
  ...(held.client.includes("retransmit") ? inSilence : {}),
  ...(held.client.includes("handshake") ? atTheDoor : {}),
  ...(held.client.includes("acknowledge") ? atTheTray : {}),
  ...(pinSlots > 0 && !held.client.includes("acknowledge") ? withoutPins : {}),
  ...(pinSlots > 0 ? withPins : {}),
});

const rightly: Strategy = (_, { proposal }) => proposal;

const onlyLit: Strategy = ({ match, seat }, due) => {
  const gate = match.world.boxes[seat.box]?.gate;
  return gate !== undefined && litDue(seat, gate, match.now) === due ? due.proposal : undefined;
};

/** Whatever comes goes through the first door or out of the first exit there is. */
const alwaysAccept: Strategy = ({ match, seat }, { proposal }) => {
  const device = match.world.boxes[seat.box];
  const [exit] = device?.kind === "router" ? device.links : [];
  const [binding] = device?.kind === "host" ? device.ports.bindings : [];
  if (proposal.kind === "pin" && exit !== undefined) return { ...proposal, exit };
  if (!("packet" in proposal) || proposal.kind === "place" || proposal.kind === "discard")
    return proposal;
  const { packet } = proposal;
  if (exit !== undefined) return { kind: "forward", packet, exit };
  return binding === undefined ? proposal : { kind: "deliver", packet, door: binding.port };
};

const alwaysReject: Strategy = (_, { proposal }) => {
  switch (proposal.kind) {
    case "place":
      return { kind: "discard", packet: proposal.packet };
    case "sendSegment":
      return proposal.answers === undefined ? proposal : { ...proposal, flags: ["rst"] };
    default:
      return "packet" in proposal ? { kind: "reject", packet: proposal.packet } : proposal;
  }
};

/** A SYN+ACK that nobody asked for is acknowledged like any other. */
const friendToAll: Strategy = (place, due, chance) => {
  const { proposal } = due;
  if (proposal.kind !== "sendSegment" || !proposal.flags.includes("rst"))
    return alwaysAccept(place, due, chance);
  const segment = answeredBy(place, proposal);
  return segment === undefined
    ? proposal
    : { ...proposal, flags: ["ack"], acknowledgment: segment.sequence + 1 };
};

/** The SYN that a segment answers. */
function answeredBy({ match, seat }: Place, { answers }: SegmentAct) {
  const belt = match.world.boxes[seat.box]?.belt;
  const letter = answers === undefined ? undefined : belt && letterOf(belt, answers);
  const body = letter?.packet.body;
  return body?.protocol === "tcp" ? body : undefined;
}

const alwaysGiveUp: Strategy = (_, { duty, proposal }) =>
  duty === "retransmit" && proposal.kind === "sendDatagram"
    ? { kind: "giveUp", errand: proposal.errand }
    : proposal;

const neverPin: Sees = (_, { proposal }) => proposal.kind !== "pin";

/** The first pin is right; every later one leads out of the same exit. */
function oneExit(): Strategy {
  let exit: string | undefined;
  return (_, { proposal }) => {
    if (proposal.kind !== "pin") return proposal;
    exit ??= proposal.exit;
    return { ...proposal, exit };
  };
}

/** The first act about a letter, an errand or a door is right; every later one is the same again while it can be. */
function repeating(): Strategy {
  const last: Partial<Record<string, Act>> = {};
  return (place, due, chance) => {
    const device = place.match.world.boxes[place.seat.box];
    const kind = kindOf(due.proposal);
    const act = { ...(last[kind] ?? due.proposal), ...subjectOf(due.proposal) } as Act;
    last[kind] = act;
    const isPossible = device !== undefined && refuseAct(device, act) === undefined;
    return isPossible ? act : alwaysAccept(place, due, chance);
  };
}

/** An answer is repeated where there is something to be answered. */
function kindOf(act: Act): string {
  if ("packet" in act) return "letter";
  const isAnswer = act.kind === "sendSegment" && act.answers !== undefined;
  return isAnswer ? "answer" : act.kind;
}

/** What the act is about: the one column in which it may differ from the last. */
function subjectOf(act: Act): Partial<Act> {
  if ("socket" in act) {
    const { socket } = act;
    return act.kind === "sendSegment" && act.answers !== undefined
      ? { socket, answers: act.answers }
      : { socket };
  }
  if ("packet" in act) return { packet: act.packet };
  if ("errand" in act) return { errand: act.errand };
  if ("row" in act) return { row: act.row };
  return "service" in act ? { service: act.service } : {};
}
