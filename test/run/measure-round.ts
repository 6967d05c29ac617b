import type { Mission } from "../../shared/contract/mission.ts";
import type { Concept } from "../../shared/contract/reasons.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Evidence, Match, Seat } from "../../shared/match/match.ts";
import { paceOf, starsOf } from "../../shared/match/result.ts";
import { honest, Pupil, rightedPin, type Skill } from "../kit/pupil.ts";
import { playerName, playRound, pupilSeed } from "./play-round.ts";
import { emptyNotes, noting, notingTargets, type PupilNotes } from "./pupil-notes.ts";

/** What one desk's round was like. */
export type DeskFigures = {
  readonly role: string;
  readonly busyShare: number;
  readonly decisionShare: number;
  readonly longestIdleMs: number;
  readonly firstDueMs: number;
  /** How often the pupil acted on one of the mission's ideas. */
  readonly conceptMet: number;
  readonly longestRow: number;
};

/** What one team's round was like. */
export type RoundFigures = {
  readonly stars: number;
  readonly pace: number;
  readonly answered: number;
  readonly failed: number;
  readonly overflow: number;
  /** The letters that people's clients sent, and those of them that went again although nothing was lost. */
  readonly letters: number;
  readonly needless: number;
  /** Lost cards for which a third duplicate ACK came before the time-out, and those for which it came too late. */
  readonly askedTooLate: number;
  readonly askedInTime: number;
  readonly desks: readonly DeskFigures[];
};

/** Plays a round with pupils of one skill and takes its figures. */
export function measureRound(
  mission: Mission,
  seats: number,
  seed: number,
  skill: Skill,
): RoundFigures {
  const cast = Array.from({ length: seats }, (_, index) => {
    const notes = emptyNotes();
    const pupil = new Pupil(
      skill,
      pupilSeed(seed, index),
      noting(honest(skill), notes),
      undefined,
      rightedPin,
    );
    return { player: playerName(index), pupil, notes };
  });
  const scripts = cast.map(({ pupil, notes }) => notingTargets(pupil, notes));
  const { classroom, match } = playRound({ mission, seed, scripts });
  const seated = cast.map(({ player, ...one }) => {
    const seat = classroom.placeOf(player)?.seat;
    if (seat === undefined) throw new Error(`${player} has no seat`);
    return { seat, ...one };
  });
  const total = (column: Exclude<keyof PupilNotes, "lastTarget">) =>
    cast.reduce((sum, { notes }) => sum + notes[column], 0);
  const errands = seated.reduce((sum, { seat }) => sum + errandsOf(match, seat), 0);
  return {
    stars: starsOf(match),
    pace: paceOf(match),
    answered: match.answered,
    failed: match.failed,
    overflow: match.evidence.filter(({ reason }) => reason === "letBeltOverflow").length,
    letters: (mission.tcp === undefined ? errands : total("segments")) + total("resends"),
    needless: total("needlessResends"),
    askedTooLate: total("askedTooLate"),
    askedInTime: total("askedInTime"),
    desks: seated.map(({ seat, pupil, notes }) => deskFigures(match, seat, pupil, notes)),
  };
}

/** How many errands the client of this seat has had. */
const errandsOf = (match: Match, { box }: Seat): number => (match.errands[box]?.nextId ?? 1) - 1;

function deskFigures(
  match: Match,
  { box, role, player }: Seat,
  { figures }: Pupil,
  notes: PupilNotes,
): DeskFigures {
  return {
    role,
    busyShare: figures.busyMs / match.now,
    decisionShare: notes.decisions / Math.max(1, notes.acts),
    longestIdleMs: Math.max(figures.longestIdleMs, lastIdleMs(match, box, notes)),
    firstDueMs: figures.firstDueAt ?? match.now,
    longestRow: notes.longestRow,
    conceptMet: metOf(match.evidence.filter((one) => one.player === player)),
  };
}

/** How long the desk lay idle before the round ended, or before what lies there now. */
function lastIdleMs(match: Match, box: BoxId, notes: PupilNotes): number {
  const waiting = match.world.boxes[box]?.gate.dues[0];
  return (waiting?.since ?? match.now) - notes.lastActAt;
}

/** What accompanies addresses, prefixes, ports and doors, and would come with any mission. */
const besides: readonly Concept[] = ["asking", "listening", "keepingUp"];

const metOf = (evidence: readonly Evidence[]): number =>
  evidence.filter(({ concept }) => !besides.includes(concept)).length;
