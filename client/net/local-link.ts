import { computed, signal } from "@preact/signals";
import { missions } from "../../assets/missions/missions.ts";
import type { Answer, HostIntent, PlayerIntent } from "../../shared/contract/intent.ts";
import type { Role } from "../../shared/contract/mission.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";
import { advance, wakeAt } from "../../shared/lesson/advance.ts";
import { createLesson, type Lesson, type LessonOptions } from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import type { MatchLink } from "./match-link.ts";
import { playTimeOf } from "./play-time.ts";

/** What a pupil chooses before practising alone. */
export type PracticeOptions = {
  readonly role: Role;
  readonly guided: boolean;
  /** The same seed brings the same round again. */
  readonly seed?: number;
};

const you = "p1";
const mission = "address-and-door-1";

/** How often the lesson is asked for what has changed only by time: help that lights up, a clock that ran out. */
const glanceMs = 250;

/** A practice round in this browser: the same lesson as on a server, with one player and no line to lose. */
export async function openPractice(options: PracticeOptions): Promise<MatchLink> {
  const practice = new Practice(options);
  return practice.link;
}

class Practice {
  readonly link: MatchLink;
  readonly #lesson: Lesson;
  readonly #view = signal<View>(emptyView());
  readonly #openedAt = performance.now();
  readonly #moves: Record<string, number> = {};
  #timer = 0;

  constructor({ role, guided, seed }: PracticeOptions) {
    const lessonOptions: LessonOptions = {
      mode: "practice",
      mission,
      seed: seed ?? Math.trunc(Math.random() * 0x1_0000_0000),
      assistance: "standard",
      guided,
    };
    this.#lesson = createLesson(lessonOptions, missions);
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
    const n = (this.#moves[by] ?? 0) + 1;
    this.#moves[by] = n;
    return receive(this.#lesson, { at: this.#now(), by, n, intent });
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
