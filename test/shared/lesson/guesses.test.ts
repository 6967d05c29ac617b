import { expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import {
  type DebriefStep,
  debriefParts,
  debriefSteps,
  partOf,
  type QuestionStep,
  questionOf,
  questionSteps,
  revealOf,
} from "../../../shared/contract/debrief-steps.ts";
import type { Intent, Refusal } from "../../../shared/contract/intent.ts";
import { parseIntent } from "../../../shared/contract/parse-intent.ts";
import { replay } from "../../../shared/lesson/journal.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const refused = (reason: Refusal) => ({ kind: "refused", reason });
const accepted = { kind: "accepted" };
const guess = (step: QuestionStep, choice: string, network = "n1"): Intent => ({
  ...{ kind: "guess", step, network, choice },
});

/** Seven who have played a round on two networks, and look back on it up to a step. */
function lookingBack(step?: DebriefStep): ScriptedClass {
  const classroom = new ScriptedClass({ seed: 5 });
  for (const n of [1, 2, 3, 4, 5, 6, 7]) classroom.join(`p${n}`);
  classroom.startRound();
  classroom.move("host", { kind: "endRound" });
  if (step !== undefined) classroom.move("host", { kind: "debrief", step });
  return classroom;
}

const seen = ({ lesson }: ScriptedClass, who: string) => {
  const viewer: Viewer =
    who === "host" || who === "screen" ? { kind: who } : { kind: "player", player: who };
  const { guesses, lesson: rows } = viewFor(lesson, viewer);
  return { guesses, guessed: rows["now"]?.guessed };
};

test("each question is followed by what it is about, and the standings have none", () => {
  for (const question of questionSteps) {
    const shown = debriefSteps[debriefSteps.indexOf(question) + 1];
    expect(revealOf[question]).toBe(shown);
    expect([questionOf(question), questionOf(shown)]).toEqual([question, question]);
  }
  expect(questionOf("standings")).toBeUndefined();
  expect(debriefParts).toEqual(["guess", "replay", "diagram", "desks", "mistakes", "standings"]);
  expect(debriefSteps.map(partOf)).toEqual([
    ...["guess", "replay", "diagram", "diagram", "desks", "desks", "mistakes", "mistakes"],
    "standings",
  ]);
});

test.each<[string, DebriefStep | undefined, Intent]>([
  ["before the looking back", undefined, guess("guess", "router1")],
  ["of another question", "askDesks", guess("askDiagram", "1")],
  ["of what is shown already", "diagram", guess("askDiagram", "1")],
  ["of the standings", "standings", guess("askMistakes", "1")],
  ["of another network than the one that is shown", "askDesks", guess("askDesks", "1", "n2")],
  ["of a network that there is not", "askDesks", guess("askDesks", "1", "n9")],
])("a guess %s is refused, and nothing changes", (_, step, intent) => {
  const classroom = lookingBack(step);
  expect(classroom.move("p1", intent)).toEqual(refused("outOfTurn"));
  expect(classroom.lesson.guesses).toEqual({});
});

test("neither the host nor a stranger can guess", () => {
  const classroom = lookingBack("askDesks");
  expect(classroom.move("host", guess("askDesks", "1"))).toEqual(refused("notPlayer"));
  expect(classroom.move("p99", guess("askDesks", "1"))).toEqual(refused("notPlayer"));
  expect(classroom.lesson.guesses).toEqual({});
});

test.each<[string, object]>([
  ["of no step", { network: "n1", choice: "1" }],
  ["of a step that asks nothing", { step: "diagram", network: "n1", choice: "1" }],
  ["of no network", { step: "askDesks", choice: "1" }],
  ["of nothing", { step: "askDesks", network: "n1" }],
  ["that is too long", { step: "askDesks", network: "n1", choice: "1".repeat(41) }],
  ["that is no name", { step: "askDesks", network: "n1", choice: "<b>" }],
  ["that every object answers to", { step: "askDesks", network: "n1", choice: "constructor" }],
  ["of a thing", { step: "askDesks", network: "n1", choice: { 1: 1 } }],
])("a guess %s cannot be read", (_, fields) => {
  expect(parseIntent({ kind: "guess", ...fields })).toBeUndefined();
});

test.each(questionSteps)("at %s a guess can be changed until it is shown", (step) => {
  const classroom = lookingBack(step);
  expect(classroom.move("p1", guess(step, "2"))).toEqual(accepted);
  expect(classroom.move("p1", guess(step, "3"))).toEqual(accepted);
  expect(seen(classroom, "p1").guesses).toEqual({ "3": { count: 1, mine: true } });
  classroom.move("host", { kind: "debrief", step: revealOf[step] });
  expect(classroom.move("p1", guess(step, "1"))).toEqual(refused("outOfTurn"));
  expect(seen(classroom, "p1").guesses).toEqual({ "3": { count: 1, mine: true } });
});

test("until it is shown pupils see their own guess, the big screen how many there are, and the host all", () => {
  const classroom = lookingBack("askDiagram");
  for (const player of ["p1", "p2"]) classroom.move(player, guess("askDiagram", "2"));
  classroom.move("p3", guess("askDiagram", "1"));
  expect(seen(classroom, "p3")).toEqual({ guesses: { "1": { count: 1, mine: true } } });
  expect(seen(classroom, "p4")).toEqual({ guesses: {} });
  expect(seen(classroom, "screen")).toEqual({ guesses: {}, guessed: 3 });
  const all = { "2": { count: 2, mine: false }, "1": { count: 1, mine: false } };
  expect(seen(classroom, "host")).toEqual({ guesses: all, guessed: 3 });
  classroom.move("host", { kind: "debrief", step: "diagram" });
  expect(seen(classroom, "screen").guesses).toEqual(all);
  expect(seen(classroom, "p4").guesses).toEqual(all);
  expect(seen(classroom, "p3").guesses).toEqual({ ...all, "1": { count: 1, mine: true } });
});

test("what was guessed at one question is not seen at the next, and is there again when all go back", () => {
  const classroom = lookingBack("guess");
  classroom.move("p1", guess("guess", "router1"));
  classroom.move("host", { kind: "debrief", step: "askDiagram" });
  for (const who of ["p1", "host", "screen"]) expect(seen(classroom, who)).toEqual({ guesses: {} });
  classroom.move("p1", guess("askDiagram", "1"));
  classroom.move("host", { kind: "debrief", step: "standings" });
  expect(seen(classroom, "host")).toEqual({ guesses: {} });
  classroom.move("host", { kind: "debrief", step: "replay" });
  expect(seen(classroom, "p2").guesses).toEqual({ router1: { count: 1, mine: false } });
});

test("each network's round asks something else", () => {
  const classroom = lookingBack("askDesks");
  classroom.move("p1", guess("askDesks", "1"));
  classroom.move("host", { kind: "showNetwork", network: "n2" });
  expect(seen(classroom, "host")).toEqual({ guesses: {} });
  expect(classroom.move("p1", guess("askDesks", "4", "n2"))).toEqual(accepted);
  expect(seen(classroom, "p1").guesses).toEqual({ "4": { count: 1, mine: true } });
  classroom.move("host", { kind: "showNetwork", network: "n1" });
  expect(seen(classroom, "p1").guesses).toEqual({ "1": { count: 1, mine: true } });
});

test("whoever comes late finds the question as it stands, and the next round forgets all guesses", () => {
  const classroom = lookingBack("askDesks");
  classroom.move("p1", guess("askDesks", "1"));
  classroom.join("p8");
  expect(seen(classroom, "p8").guesses).toEqual({});
  expect(classroom.move("p8", guess("askDesks", "1"))).toEqual(accepted);
  expect(seen(classroom, "host").guesses).toEqual({ "1": { count: 2, mine: false } });
  classroom.startRound();
  expect(classroom.lesson.guesses).toEqual({});
});

test("the journal tells the guesses again", () => {
  const classroom = lookingBack("askMistakes");
  for (const n of [1, 2, 3]) classroom.move(`p${n}`, guess("askMistakes", String(n)));
  const again = replay(classroom.journal, missions, classroom.now);
  expect(hashOf(again)).toBe(hashOf(classroom.lesson));
  expect(viewFor(again, { kind: "host" }).guesses).toEqual(seen(classroom, "host").guesses);
  expect(Object.keys(again.guesses)).toEqual(["n1 askMistakes"]);
});
