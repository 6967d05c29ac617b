import type { Act } from "../../shared/device/act.ts";
import { refuseAct } from "../../shared/device/refuse-act.ts";
import { litDue } from "../../shared/match/assistance.ts";
import { Pupil, type Skill, type Strategy } from "../kit/pupil.ts";
import type { Script } from "../kit/scripted-class.ts";
import { fromMemory, type LastRound } from "./last-round.ts";
import { Thrice } from "./thrice.ts";

/** What a lazy pupil is made from: its pace, its own seed, and what its team remembers. */
export type LazyCast = {
  readonly skill: Skill;
  readonly seed: number;
  readonly lastRound: LastRound;
};

/** Ways to play without understanding (GAME §7). Each is made anew for every pupil, for some of them remember. */
export const lazyStrategies: Readonly<Record<string, (cast: LazyCast) => Script>> = {
  "only the lit target": ({ skill, seed }) => new Pupil(skill, seed, onlyLit),
  "everything three times": ({ skill, seed }) => new Thrice(new Pupil(skill, seed), skill.actMs),
  "always accept": ({ skill, seed }) => new Pupil(skill, seed, alwaysAccept),
  "always reject": ({ skill, seed }) => new Pupil(skill, seed, alwaysReject),
  "wait for others": () => ({ nextAt: () => undefined, act: () => undefined }),
  "repeat the last answer": ({ skill, seed }) => new Pupil(skill, seed, repeating()),
  "last round's numbers": ({ skill, seed, lastRound }) =>
    new Pupil(skill, seed, fromMemory(lastRound)),
};

const onlyLit: Strategy = ({ match, seat }, due) => {
  const gate = match.world.boxes[seat.box]?.gate;
  return gate !== undefined && litDue(seat, gate, match.now) === due ? due.proposal : undefined;
};

/** Whatever comes goes through the first door or out of the first exit there is. */
const alwaysAccept: Strategy = ({ match, seat }, { proposal }) => {
  const device = match.world.boxes[seat.box];
  if (device === undefined || !("packet" in proposal)) return proposal;
  const { packet } = proposal;
  const [exit] = device.kind === "router" ? device.links : [];
  const [binding] = device.kind === "host" ? device.ports.bindings : [];
  if (exit !== undefined) return { kind: "forward", packet, exit };
  return binding === undefined ? proposal : { kind: "deliver", packet, door: binding.port };
};

const alwaysReject: Strategy = (_, { proposal }) =>
  "packet" in proposal ? { kind: "reject", packet: proposal.packet } : proposal;

/** The first act about a letter, an errand or a door is right; every later one is the same again while it can be. */
function repeating(): Strategy {
  const last: Partial<Record<string, Act>> = {};
  return (place, due, chance) => {
    const device = place.match.world.boxes[place.seat.box];
    const kind = "packet" in due.proposal ? "letter" : due.proposal.kind;
    const act = { ...(last[kind] ?? due.proposal), ...subjectOf(due.proposal) } as Act;
    last[kind] = act;
    const isPossible = device !== undefined && refuseAct(device, act) === undefined;
    return isPossible ? act : alwaysAccept(place, due, chance);
  };
}

/** What the act is about: the one column in which it may differ from the last. */
function subjectOf(act: Act): Partial<Act> {
  if ("packet" in act) return { packet: act.packet };
  if ("errand" in act) return { errand: act.errand };
  return "service" in act ? { service: act.service } : {};
}
