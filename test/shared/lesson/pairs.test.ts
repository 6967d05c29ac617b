import { describe, expect, test } from "vitest";
import { nicknamesOf, pairAt } from "../../../shared/contract/pair.ts";
import type { View, ViewRow } from "../../../shared/contract/view.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const accepted = { kind: "accepted" };
const share = { kind: "shareSeat", shared: true } as const;
const alone = { kind: "shareSeat", shared: false } as const;

/** A class in which two share the first seat. */
function classWithPair(size: number, mission = "address-and-door-1"): ScriptedClass {
  const classroom = new ScriptedClass({ mission });
  for (let n = 1; n <= size; n++) classroom.join(`p${n}`);
  expect(classroom.move("p1", share)).toEqual(accepted);
  return classroom;
}

const seenBy = ({ lesson }: ScriptedClass, player: string): View =>
  viewFor(lesson, { kind: "player", player });
const seenByHost = ({ lesson }: ScriptedClass): View => viewFor(lesson, { kind: "host" });
const namesOf = (view: View, player: string): readonly string[] =>
  nicknamesOf(view.players[player]?.nickname ?? "");

describe("two who share a device and a seat", () => {
  test("have a nickname each, and everybody sees both", () => {
    const classroom = classWithPair(3);
    for (const player of ["p1", "p2", "p3"]) {
      const names = namesOf(seenBy(classroom, player), "p1");
      expect(new Set(names).size).toBe(2);
      expect(namesOf(seenBy(classroom, player), "p2")).toHaveLength(1);
    }
    expect(namesOf(seenByHost(classroom), "p1")).toHaveLength(2);
  });

  test("are one player: asking twice brings nobody else, and one may sit there alone again", () => {
    const classroom = classWithPair(2);
    const [first, second] = namesOf(seenByHost(classroom), "p1");
    expect(classroom.move("p1", share)).toEqual(accepted);
    expect(namesOf(seenByHost(classroom), "p1")).toEqual([first, second]);
    expect(classroom.move("p1", alone)).toEqual(accepted);
    expect(namesOf(seenByHost(classroom), "p1")).toEqual([first]);
  });

  test("neither of forty pairs goes by a name that somebody else has, even after other wishes", () => {
    const classroom = new ScriptedClass();
    for (let n = 1; n <= 40; n++) classroom.join(`p${n}`);
    for (let n = 1; n <= 40; n++) classroom.move(`p${n}`, share);
    for (let n = 1; n <= 40; n++) classroom.move(`p${n}`, { kind: "renameMe" });
    for (let n = 1; n <= 40; n++) classroom.move("host", { kind: "rename", player: `p${n}` });
    const view = seenByHost(classroom);
    const names = Object.keys(view.players).flatMap((player) => namesOf(view, player));
    expect(names).toHaveLength(80);
    expect(new Set(names).size).toBe(80);
  });

  test("come and go between rounds only", () => {
    const classroom = classWithPair(2);
    classroom.startRound();
    const refused = { kind: "refused", reason: "outOfTurn" };
    expect(classroom.move("p1", alone)).toEqual(refused);
    expect(classroom.move("p2", share)).toEqual(refused);
    classroom.move("host", { kind: "endRound" });
    expect(classroom.move("p2", share)).toEqual(accepted);
  });

  test("have a minute to copy their sheet down; others have twenty seconds, and the host gives more", () => {
    const classroom = classWithPair(2);
    classroom.move("host", { kind: "startRound" });
    expect(classroom.lesson.phaseEndsAt).toBe(60_000);
    expect(classroom.move("host", { kind: "extend" })).toEqual(accepted);
    expect(classroom.lesson.phaseEndsAt).toBe(90_000);
    classroom.move("host", { kind: "endRound" });
    classroom.move("p1", alone);
    classroom.move("host", { kind: "startRound" });
    expect(classroom.lesson.phaseEndsAt).toBe(20_000);
  });

  test("swap at half-time as the round was planned, and another one begins in every round", () => {
    const classroom = classWithPair(2);
    const handsAt = (play: number): string => {
      const view = seenBy(classroom, "p1");
      const { round = 0, swapAt = 0 } = view.lesson["now"] ?? {};
      const [one = "", other = ""] = namesOf(view, "p1");
      return pairAt([one, other], round, play >= swapAt).hands;
    };
    const [one, other] = namesOf(seenByHost(classroom), "p1");
    classroom.startRound();
    // More time does not make them swap back.
    classroom.move("host", { kind: "extend" });
    expect([handsAt(0), handsAt(119_999), handsAt(120_000)]).toEqual([one, one, other]);
    expect(seenBy(classroom, "p2").lesson["now"]?.swapAt).toBeUndefined();
    classroom.move("host", { kind: "endRound" });
    classroom.startRound();
    expect([handsAt(0), handsAt(120_000)]).toEqual([other, one]);
  });
});

describe("the sheet of a shared seat", () => {
  test("is told to its own people and to the host, and to nobody else", () => {
    const classroom = classWithPair(4);
    classroom.move("host", { kind: "startRound" });
    const own = seenBy(classroom, "p1").sheets;
    expect(Object.keys(own).length).toBeGreaterThan(0);
    expect(seenByHost(classroom).sheets).toEqual(own);
    for (const player of ["p2", "p3", "p4"]) expect(seenBy(classroom, player).sheets).toEqual({});
    expect(viewFor(classroom.lesson, { kind: "screen" }).sheets).toEqual({});
  });

  test.each(["address-and-door-1", "best-effort-1", "three-handshakes-1", "in-order-1"])(
    "says in %s what that machine has in its own tables, and nothing more",
    (mission) => {
      const classroom = classWithPair(6, mission);
      for (let n = 2; n <= 6; n++) classroom.move(`p${n}`, share);
      classroom.startRound();
      for (let n = 1; n <= 6; n++) {
        const view = seenBy(classroom, `p${n}`);
        const lines = Object.values(view.sheets).toSorted((a, b) => a.order - b.order);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.filter((line) => !isKnown(view, line))).toEqual([]);
      }
    },
  );

  test("is gone when the round is", () => {
    const classroom = classWithPair(2);
    classroom.startRound();
    classroom.move("host", { kind: "endRound" });
    expect(seenByHost(classroom).sheets).toEqual({});
  });
});

/** Whether the machine of this view has it in a table of its own. */
function isKnown(
  view: View,
  { box, kind, about, address, port, exit }: ViewRow<"sheets">,
): boolean {
  if (box !== view.lesson["now"]?.seat) return false;
  if (kind === "route") return exitsOf(view, about).includes(exit ?? "");
  if (kind === "door") return view.programs[about]?.port === port;
  return view.book[about]?.kind === kind && view.book[about]?.address === address;
}

const exitsOf = ({ routes }: View, prefix: string): readonly string[] =>
  Object.values(routes).flatMap((route) => (route.prefix === prefix ? [route.exit] : []));
