import type { DebriefStep } from "../contract/debrief-steps.ts";
import type { Phase } from "../contract/happenings.ts";
import type {
  ActorId,
  Answer,
  Assistance,
  Fault,
  Nickname,
  Pace,
  PlayerId,
  TapeRate,
} from "../contract/intent.ts";
import type { Mission, Role, Sight } from "../contract/mission.ts";
import { districtSize } from "../contract/network-size.ts";
import type { View } from "../contract/view.ts";
import type { ActKind, BoxId } from "../device/act.ts";
import { type Chance, namedChance } from "../lib/chance.ts";
import { type Instant, instant } from "../lib/instant.ts";
import type { Match } from "../match/match.ts";
import type { Watch } from "../world/world.ts";

export type NetworkId = string;

/** What a lesson is opened with. With the journal's moves it is all that a replay needs. */
export type LessonOptions = {
  readonly mode: "room" | "practice";
  readonly mission: string;
  readonly seed: number;
  readonly assistance: Assistance;
  /** A guided first run: everything lit, and over after a few acts. */
  readonly guided?: boolean;
  readonly sight?: Sight;
};

/** Somebody in the room. The key itself stays on the device; the lesson knows only its hash. */
export type Player = {
  readonly id: PlayerId;
  readonly keyHash: string;
  nickname: Nickname;
  /** The second of two who share this seat. */
  partner?: Nickname;
  online: boolean;
  ready: boolean;
  assistance: Assistance;
  network?: NetworkId;
  seat?: BoxId;
  /** The seat that a practising player asked for. */
  readonly wish?: BoxId;
  /** How many rounds this player has had each role. */
  readonly had: Record<Role, number>;
  /** What this player has done in each role, so that help fades once and for all. */
  readonly practised: Record<Role, Partial<Record<ActKind, number>>>;
};

/** What a round has left of one player's acts, for the teacher. */
export type RoundRecord = {
  readonly round: number;
  readonly mission: string;
  readonly player: PlayerId;
  readonly role: Role;
  readonly tally: View["tallies"];
};

/** Something that the host has done to a network, in its play time. */
type FaultRecord = {
  readonly network: NetworkId;
  readonly at: Instant;
  readonly fault: Fault;
};

/** One network and its map from lesson time to play time: `play + (now − lesson) × rate ÷ 10`. */
export type Network = {
  readonly match: Match;
  pace: Pace;
  anchor: { readonly lesson: Instant; readonly play: Instant; readonly rate: number };
};

/** A class: who is there, where it stands, and the networks it plays on. One holder owns it. */
export type Lesson = {
  readonly options: LessonOptions;
  /** Every mission that this lesson can play, and the one it is at. */
  readonly missions: Readonly<Record<string, Mission>>;
  mission: Mission;
  now: Instant;
  phase: Phase;
  round: number;
  paused: boolean;
  phaseEndsAt?: Instant;
  /** A pause ends then: everybody has time to look back at their desk. */
  resumesAt?: Instant;
  locked: boolean;
  explainFirst: boolean;
  pace: Pace;
  roundMs?: number;
  playlist: readonly string[];
  /** So many play in one network at most. */
  networkSize: number;
  /** How the next round's teams are made: as given, as last time, or dealt anew. */
  teams: "dealt" | "mixed" | "kept" | readonly (readonly PlayerId[])[];
  /** The last round's teams. */
  lastTeams: readonly (readonly PlayerId[])[];
  step?: DebriefStep;
  /** The round that all look at again, where the host has touched its tape: its play time at a lesson time. */
  tape?: { readonly at: number; readonly since: Instant; readonly rate: TapeRate };
  /** What pupils think, question by question (`guesses.ts`). */
  guesses: Record<string, Record<PlayerId, string>>;
  shoulder?: PlayerId;
  shown?: NetworkId;
  /** Letters that fly about in the lobby. */
  throws: readonly { readonly from: PlayerId; readonly to: PlayerId; readonly at: Instant }[];
  /** What the host has done to the networks of this round. */
  faults: readonly FaultRecord[];
  /** What earlier rounds have left. */
  records: readonly RoundRecord[];
  readonly players: Record<PlayerId, Player>;
  networks: Record<NetworkId, Network>;
  readonly nicknames: Chance;
  /** What each actor's latest moves were answered, so that a repeated move is applied once. */
  readonly actors: Record<ActorId, { last: number; answers: Answer[] }>;
};

/** Somebody who looks on while a lesson goes on: how each match is watched, if it is. */
export type Onlooker = (match: Match) => Watch | undefined;

/** A lesson at lesson time 0, with nobody in it. */
export function createLesson(
  options: LessonOptions,
  missions: Readonly<Record<string, Mission>>,
): Lesson {
  const mission = missions[options.mission];
  if (mission === undefined) throw new Error(`no mission ${options.mission}`);
  return {
    options,
    missions,
    mission: asPlayed(options, mission),
    now: instant(0),
    phase: "lobby",
    round: 0,
    paused: false,
    locked: false,
    explainFirst: false,
    pace: 10,
    playlist: [],
    networkSize: districtSize,
    teams: "dealt",
    lastTeams: [],
    guesses: {},
    throws: [],
    faults: [],
    records: [],
    players: {},
    networks: {},
    nicknames: namedChance(options.seed, "nicknames"),
    actors: {},
  };
}

/** The mission as this lesson plays it: a lesson may say who sees letters on links that are not theirs. */
export const asPlayed = ({ sight }: LessonOptions, mission: Mission): Mission =>
  sight === undefined ? mission : { ...mission, sight };

/** The network's play time at an instant of the lesson. */
export const playTimeAt = ({ anchor }: Network, at: Instant): Instant =>
  instant(anchor.play + Math.trunc(((at - anchor.lesson) * anchor.rate) / 10));

/** The first instant of the lesson at which the network's play time has come this far. */
export function lessonTimeAt({ anchor }: Network, play: Instant): Instant {
  if (anchor.rate === 0) return instant(Number.MAX_SAFE_INTEGER);
  const ahead = Math.max(0, play - anchor.play);
  return instant(anchor.lesson + Math.ceil((ahead * 10) / anchor.rate));
}

/** The player's seat and the match it is in, while there is one. */
export function placeOf(lesson: Lesson, id: PlayerId) {
  const player = lesson.players[id];
  const network = player?.network === undefined ? undefined : lesson.networks[player.network];
  const seat = player?.seat === undefined ? undefined : network?.match.seats[player.seat];
  return player === undefined || network === undefined || seat === undefined
    ? undefined
    : { player, network, seat };
}
