import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import { createDeskState, type DeskState } from "../../client/input/desk-state.ts";
import { inHand, pickUp, placePicked } from "../../client/input/pick.ts";
import { openSegment, pressSegmentKey, sendCardAt } from "../../client/input/segment-keys.ts";
import { sendSegment } from "../../client/input/verbs.ts";
import { presentLetGo } from "../../client/present/connections.ts";
import { presentDeskPlaces } from "../../client/present/desk-places.ts";
import { expectedNumber } from "../../client/present/expected-number.ts";
import { tcpDesk } from "../../client/present/held-duties.ts";
import type { NumberField } from "../../client/present/segment-slip.ts";
import { presentSendTray } from "../../client/present/send-tray.ts";
import type { Answer } from "../../shared/contract/intent.ts";
import type { Role } from "../../shared/contract/mission.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { advance } from "../../shared/lesson/advance.ts";
import { createLesson, type Lesson } from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { instant } from "../../shared/lib/instant.ts";

const stepMs = 200;

/** A whole round of a mission at a desk where everything is lit, played by what the desk shows and nothing else. */
class LitRound {
  readonly answers: Answer[] = [];
  readonly unoffered: string[] = [];
  readonly #lesson: Lesson;
  readonly #view = signal<View>({} as View);
  readonly #desk: DeskState;
  #now = 0;
  #moves: Record<string, number> = {};

  constructor(mission: string, role: Role) {
    this.#lesson = createLesson(
      { mode: "practice", mission, seed: 11, assistance: "guided", guided: false },
      missions,
    );
    const seat = this.#lesson.mission.boxes.find((box) => box.role === role)?.id ?? "";
    this.#ask("shell", { kind: "join", player: "p1", keyHash: "", seat });
    this.#ask("host", { kind: "startRound" });
    this.#ask("p1", { kind: "ready" });
    this.#show();
    this.#desk = createDeskState({
      view: this.#view,
      line: signal("live" as const),
      lessonNow: () => instant(this.#now),
      playNow: () => instant(0),
      send: async (intent) => this.#ask("p1", intent as never),
      leave: () => undefined,
    });
  }

  play(): View {
    while (this.#view.value.lesson["now"]?.phase !== "result") {
      this.#now += stepMs;
      advance(this.#lesson, instant(this.#now));
      this.#show();
      if (this.#view.value.lesson["now"]?.phase !== "play") continue;
      const due = Object.values(this.#view.value.dues).find(({ lit }) => lit);
      if (due !== undefined && tcpDesk(this.#view.value) !== undefined) this.#follow(due);
    }
    return this.#view.value;
  }

  #follow(due: ViewRow<"dues">): void {
    const view = this.#view.value;
    if (due.kind === "letGo") return this.#letGo();
    if (due.kind === "card" || due.kind === "again") {
      const tray = presentSendTray(view, inHand(this.#desk), 0);
      return sendCardAt(this.#desk, tray?.cards.find(({ lit }) => lit)?.number ?? 0);
    }
    if (due.kind === "place") return this.#place(due);
    return this.#write(due);
  }

  #letGo(): void {
    const choice = presentLetGo(this.#view.value).find(({ lit }) => lit);
    if (choice !== undefined) pressSegmentKey(this.#desk, choice.key);
  }

  #place(due: ViewRow<"dues">): void {
    pickUp(this.#desk, { kind: "letter", id: due.about });
    const places = presentDeskPlaces(this.#view.value, texts.en, inHand(this.#desk));
    const lit = places.find((place) => place.lit);
    if (lit === undefined) this.unoffered.push(`a place for ${due.hintSequence}`);
    else placePicked(this.#desk, lit);
  }

  #write(due: ViewRow<"dues">): void {
    const slip = openSegment(this.#desk);
    if (slip === undefined) return;
    const { sequence, acknowledgment } = slip;
    const has = (field: NumberField, number: string) =>
      field.choices.some(({ value }) => value === number);
    if (!slip.isShort && !has(sequence, sequence.value)) {
      this.unoffered.push(`${due.kind} from ${sequence.value}`);
    }
    // What is expected by now settles every ACK that was due for less.
    const expected = String(expectedNumber(this.#view.value, slip.socket));
    const right = [acknowledgment.value, expected];
    if (slip.acknowledges && !right.some((number) => has(acknowledgment, number))) {
      this.unoffered.push(`${due.kind} of ${acknowledgment.value}`);
    }
    sendSegment(this.#desk, slip);
  }

  #ask(by: string, intent: Parameters<typeof receive>[1]["intent"]): Answer {
    const n = (this.#moves[by] ?? 0) + 1;
    this.#moves = { ...this.#moves, [by]: n };
    const answer = receive(this.#lesson, { at: instant(this.#now), by, n, intent });
    this.answers.push(answer);
    this.#show();
    return answer;
  }

  #show(): void {
    this.#view.value = viewFor(this.#lesson, { kind: "player", player: "p1" });
  }
}

// What an experiment covers cannot be pointed at, so nothing is lit there.
const rounds = Object.values(missions).flatMap(({ id, tcp, held, covered }) =>
  (["client", "server"] as const)
    .filter((role) => tcp !== undefined && covered === undefined && held[role].length > 0)
    .map((role) => ({ id, role })),
);

describe.each(rounds)("following the light through $id as a $role", (round) => {
  const lit = new LitRound(round.id, round.role);
  const end = lit.play();

  test("finds every number that is right among those to choose from", () => {
    expect(lit.unoffered).toEqual([]);
  });

  test("asks for nothing that is refused", () => {
    expect(lit.answers.filter(({ kind }) => kind !== "accepted")).toEqual([]);
  });

  test("is mostly right and never wrong", () => {
    const { right = 0, wrong = 0 } = end.mine["now"] ?? {};
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThan(5);
  });
});
