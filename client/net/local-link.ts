import { computed, signal } from "@preact/signals";
import { missions } from "../../assets/missions/missions.ts";
import type { Answer, HostIntent, Move, PlayerIntent } from "../../shared/contract/intent.ts";
import type { Role } from "../../shared/contract/mission.ts";
import type { Concept } from "../../shared/contract/reasons.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";
import { advance, wakeAt } from "../../shared/lesson/advance.ts";
import { rules } from "../../shared/lesson/journal.ts";
import { createLesson, type Lesson, type LessonOptions } from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Story, storyOf } from "../../shared/lesson/story.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import { challengeMission } from "../present/shell-challenge.ts";
import type { MatchLink } from "./match-link.ts";
import { playTimeOf } from "./play-time.ts";

/** What a pupil chooses before practising alone. */
export type PracticeOptions = {
  readonly mission: string;
  readonly role: Role;
  readonly guided: boolean;
  /** The idea that a short round is for; absent in a whole one. */
  readonly challenge?: Concept;
  /** The same seed brings the same round again. */
  readonly seed?: number;
};

/** A practice as its screens see it; here the whole journal is at hand, so all that happened can be told. */
export type PracticeLink = MatchLink & {
  readonly seed: number;
  story(): Story | undefined;
};

const you = "p1";

/** How often the lesson is asked for what has changed only by time: help that lights up, a clock that ran out. */
const glanceMs = 250;

/** A practice round in this browser: the same lesson as on a server, with one player and no line to lose. */
export async function openPractice(options: PracticeOptions): Promise<PracticeLink> {
  const practice = new Practice(options);
  return practice.link;
}

class Practice {
  readonly link: PracticeLink;
  readonly #lesson: Lesson;
  readonly #view = signal<View>(emptyView());
  readonly #openedAt = performance.now();
  readonly #moves: Move[] = [];
  #timer = 0;

  constructor({ mission, role, guided, challenge, seed }: PracticeOptions) {
    const whole = missions[mission];
    if (whole === undefined) throw new Error(`no mission ${mission}`);
    const lessonOptions: LessonOptions = {
      mode: "practice",
      mission,
      seed: seed ?? Math.trunc(Math.random() * 0x1_0000_0000),
      assistance: "standard",
      guided,
    };
    const played = challenge === undefined ? whole : challengeMission(whole);
    this.#lesson = createLesson(lessonOptions, { [mission]: played });
    const seat = this.#lesson.mission.boxes.find((box) => box.role === role)?.id ?? "";
    this.#receive("shell", { kind: "join", player: you, keyHash: "", seat });
    this.#receive("host", { kind: "startRound" });
    this.link = {
      view: this.#view,
      line: computed(() => (this.#view.value.lesson["now"]?.phase === "over" ? "over" : "live")),
      lessonNow: () => this.#now(),
      playNow: () => playTimeOf(this.#view.value, this.#now()),
      send: async (intent) => this.#send(intent),
      leave: () => clearTimeout(this.#timer),
      seed: lessonOptions.seed,
      story: () => this.#story(),
    };
    this.#glance();
  }

  /** In practice the player is also the host. */
  #send(intent: PlayerIntent | HostIntent): Answer {
    const isHosts =
      intent.kind === "startRound" || intent.kind === "pause" || intent.kind === "resume";
    const answer = this.#receive(isHosts ? "host" : you, intent);
    this.#glance();
    return answer;
  }

  #receive(by: string, intent: Parameters<typeof receive>[1]["intent"]): Answer {
    const n = this.#moves.filter((move) => move.by === by).length + 1;
    const move = { at: this.#now(), by, n, intent };
    this.#moves.push(move);
    return receive(this.#lesson, move);
  }

  #story(): Story | undefined {
    const { options, mission } = this.#lesson;
    const journal = { format: 1, rules, options, moves: this.#moves } as const;
    return storyOf(journal, { [mission.id]: mission }, this.#now());
  }

  /** Brings the lesson up to now, shows it, and comes back when it next does something. */
  #glance(): void {
    clearTimeout(this.#timer);
    const now = this.#now();
    advance(this.#lesson, now);
    this.#view.value = viewFor(this.#lesson, { kind: "player", player: you });
    if (this.#lesson.phase === "over") return;
    const wait = (wakeAt(this.#lesson) ?? now + glanceMs) - now;
    this.#timer = window.setTimeout(() => this.#glance(), Math.min(Math.max(wait, 0), glanceMs));
  }

  #now(): Instant {
    return instant(performance.now() - this.#openedAt);
  }
}
