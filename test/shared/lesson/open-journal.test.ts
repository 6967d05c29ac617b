import { beforeAll, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { type SealedJournal, sealJournal } from "../../../shared/lesson/journal.ts";
import { openJournal } from "../../../shared/lesson/open-journal.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

let classroom: ScriptedClass;
let firstRound: unknown;
let sealed: SealedJournal;

/** A class of seven that has played two rounds on two networks, the first one to its end. */
beforeAll(() => {
  classroom = new ScriptedClass({ seed: 5, mission: "address-and-door-1" });
  for (const n of [1, 2, 3, 4, 5, 6, 7]) classroom.join(`p${n}`, new Pupil(skills.new, n));
  classroom.startRound();
  classroom.finishRound();
  firstRound = viewFor(classroom.lesson, { kind: "host" });
  classroom.move("host", { kind: "debrief", step: "guess" });
  classroom.startRound();
  classroom.move("p1", { kind: "ready" });
  classroom.move("host", { kind: "endRound" });
  sealed = sealJournal(classroom.journal, missions, classroom.now);
});

const opened = (journal: object) => openJournal(JSON.stringify(journal), missions);
const changed = (change: (journal: Record<string, any>) => unknown) => {
  const copy = structuredClone(sealed);
  change(copy);
  return opened(copy);
};

test("a journal that was sealed is opened again, each round as its host saw it at its end", () => {
  const again = opened(sealed);
  if (typeof again === "string") throw new Error(again);
  expect(again.rounds.map(({ round }) => round)).toEqual([1, 2]);
  expect(again.rounds[0]?.view).toEqual(firstRound);
  expect(again.rounds[1]?.view).toEqual(viewFor(classroom.lesson, { kind: "host" }));
  expect(Object.keys(again.rounds[0]?.view.standings ?? {})).toEqual(["n1", "n2"]);
  expect(again.journal.seal.hash).toBe(hashOf(classroom.lesson));
});

test("a journal is sealed at an instant: what came later is not in it", () => {
  const early = sealJournal(
    classroom.journal,
    missions,
    classroom.journal.moves[3]?.at ?? sealed.seal.at,
  );
  expect(early.moves.length).toBeLessThan(sealed.moves.length);
  expect(opened(early)).toMatchObject({ rounds: [] });
});

test("what is not a journal is called so", () => {
  expect(openJournal("별,점수\r\n1,2", missions)).toBe("notJson");
  expect(openJournal("", missions)).toBe("notJson");
  for (const text of ["3", "null", '"journal"', "[]", "{}", '{"moves":[]}'])
    expect(openJournal(text, missions)).toBe("notJournal");
});

test("a journal of another version is called so", () => {
  expect(changed((journal) => Object.assign(journal, { format: 2 }))).toBe("formatUnknown");
  expect(changed((journal) => Object.assign(journal, { rules: "0" }))).toBe("rulesDiffer");
  expect(changed(({ options }) => Object.assign(options, { mission: "tea-time" }))).toBe(
    "missionUnknown",
  );
});

test.each<[string, (journal: Record<string, any>) => unknown]>([
  ["has no seal", (journal) => delete journal["seal"]],
  ["has a move without a time", ({ moves }) => delete moves[3].at],
  [
    "has a move that nobody can make",
    ({ moves }) => Object.assign(moves[3], { intent: { kind: "win" } }),
  ],
  [
    "has a move of somebody unheard of",
    ({ moves }) => Object.assign(moves[3], { by: "__proto__" }),
  ],
  ["runs backwards", ({ moves }) => moves.reverse()],
  ["has an option that there is not", ({ options }) => Object.assign(options, { sight: "all" })],
])("a journal that %s is damaged", (_, change) => {
  expect(changed(change)).toBe("damaged");
});

test.each<[string, (journal: Record<string, any>) => unknown]>([
  ["lacks a move", ({ moves }) => moves.splice(20, 1)],
  ["has a move at another time", ({ moves }) => Object.assign(moves.at(-1), { at: 1e9 })],
  ["has another seed", ({ options }) => Object.assign(options, { seed: 6 })],
  ["has another seal", ({ seal }) => Object.assign(seal, { hash: "0".repeat(16) })],
])("a journal that %s does not replay to its seal", (_, change) => {
  expect(changed(change)).toBe("differs");
});
