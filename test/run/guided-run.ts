import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { honest, Pupil, type Strategy, skills } from "../kit/pupil.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";
import { rounded } from "./table.ts";

/** How long a role's guided first run is for a new pupil among quick autopilots, at most over all seeds. */
export type GuidedRow = {
  readonly role: string;
  readonly steps: number;
  readonly seconds: number;
  /** The same when the pupil also makes a new pupil's mistakes, against the light. */
  readonly secondsWithMistakes: number;
  readonly isWithin: boolean;
};

const mostSteps = 6;
const mostSeconds = 90;

/** The light is right: the pupil does what is lit. */
const followLight: Strategy = (_, due) => due.proposal;

/** The guided first run of every role. */
export function guidedRows(mission: Mission, seeds: number): readonly GuidedRow[] {
  const roles = [...new Set(mission.seats.map((id) => boxRole(mission, id) ?? ""))].sort();
  return roles.map((role) => {
    const seat = mission.seats.find((id) => boxRole(mission, id) === role) ?? "";
    const each = Array.from({ length: seeds }, (_, index) => index + 1);
    const lit = each.map((seed) => playGuided(mission, seat, seed, followLight));
    const erring = each.map((seed) => playGuided(mission, seat, seed, honest(skills.new)));
    const steps = Math.max(...lit.map((run) => run.steps));
    const seconds = rounded(Math.max(...lit.map((run) => run.seconds)), 1);
    const secondsWithMistakes = rounded(Math.max(...erring.map((run) => run.seconds)), 1);
    const isWithin = steps <= mostSteps && seconds <= mostSeconds;
    return { role, steps, seconds, secondsWithMistakes, isWithin };
  });
}

function playGuided(mission: Mission, seat: string, seed: number, strategy: Strategy) {
  const classroom = new ScriptedClass({
    ...{ mode: "practice", guided: true, assistance: "guided", mission: mission.id, seed },
    missions: { ...missions, [mission.id]: mission },
  });
  classroom.join("p1", new Pupil(skills.new, seed, strategy), seat);
  classroom.startRound();
  const match = classroom.placeOf("p1")?.match;
  if (match === undefined) throw new Error("a guided run was started without a network");
  classroom.finishRound();
  // a letter that fell off is evidence, too, but no step
  const steps = match.evidence.filter(({ act }) => act > 0).length;
  return { steps, seconds: match.now / 1_000 };
}

const boxRole = (mission: Mission, id: string) => mission.boxes.find((box) => box.id === id)?.role;
