import { expect, test } from "vitest";
import type { Reason } from "../../../shared/contract/reasons.ts";
import type { Lesson, RoundRecord } from "../../../shared/lesson/lesson.ts";
import { shareOfOthers } from "../../../shared/lesson/records.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const record = (
  player: string,
  role: RoundRecord["role"],
  counts: Partial<Record<Reason, number>>,
  round = 1,
): RoundRecord => ({
  ...{ round, mission: "address-and-door-1", player, role },
  tally: Object.fromEntries(
    Object.entries(counts).map(([reason, count]) => [reason, { count, hidden: 0, lit: 0 }]),
  ),
});

const lessonWith = (...records: readonly RoundRecord[]): Pick<Lesson, "records" | "round"> => ({
  round: 1,
  records,
});

test("whoever has a role is told the mean of all others who had it, and of nobody else", () => {
  const lesson = lessonWith(
    record("p1", "client", { addressedRight: 1 }),
    record("p2", "client", { addressedRight: 3, wrongPort: 1 }),
    record("p3", "client", { addressedRight: 1, letBeltOverflow: 1 }),
    record("p4", "router", { wrongPort: 9 }),
    record("p5", "client", {}),
    record("p6", "client", { wrongPort: 9 }, 2),
  );
  expect(shareOfOthers(lesson, "p1")).toBe(63);
  expect(shareOfOthers(lesson, "p3")).toBe(88);
});

test("where the mean would be one classmate's own score, there is none", () => {
  const lesson = lessonWith(
    record("p1", "server", { wrongDoor: 1 }),
    record("p2", "server", { wrongDoor: 1 }),
  );
  expect(shareOfOthers(lesson, "p1")).toBeUndefined();
  expect(shareOfOthers(lesson, "nobody")).toBeUndefined();
});

test("after a round of a class it stands beside one's own share, and not before", () => {
  const classroom = new ScriptedClass();
  for (let n = 1; n <= 18; n++) classroom.join(`p${n}`, new Pupil(skills.average, n));
  classroom.startRound();
  const mineOf = (player: string) =>
    viewFor(classroom.lesson, { kind: "player", player }).mine["now"];
  classroom.playUntil(() => classroom.placeOf("p1")?.match.answered === 2);
  expect(mineOf("p1")).toBeUndefined();
  classroom.move("host", { kind: "endRound" });
  for (let n = 1; n <= 18; n++) {
    const { share = -1, others = -1 } = mineOf(`p${n}`) ?? {};
    expect(Math.min(share, others)).toBeGreaterThanOrEqual(0);
    expect(Math.max(share, others)).toBeLessThanOrEqual(100);
  }
});
