import { missions } from "../../assets/missions/missions.ts";
import type {
  ActorId,
  Answer,
  Intent,
  PlayerId,
  ShellIntent,
} from "../../shared/contract/intent.ts";
import { advance, wakeAt } from "../../shared/lesson/advance.ts";
import {
  createLesson,
  type Lesson,
  type LessonOptions,
  type NetworkId,
  playTimeAt,
} from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import { matchWakeAt } from "../../shared/match/advance-match.ts";
import { type FoldedLesson, foldLesson } from "../reports/fold-lesson.ts";
import { JournalFile } from "../reports/journal-file.ts";
import type { KeyHashes } from "./key.ts";

/** A lesson in the server's hands: its clock, its journal, and the only way to change it. */
export class LessonKeeper {
  readonly lesson: Lesson;
  readonly #journal: JournalFile;
  readonly #startedAt: number;
  /** How many players have ever come in; each number is one player's for good. */
  #joined: number;

  private constructor({ lesson, joined }: FoldedLesson, path: string, keys: KeyHashes) {
    this.lesson = lesson;
    this.#joined = joined;
    this.#journal = new JournalFile(path, lesson.options, keys);
    this.#startedAt = performance.now() - lesson.now;
  }

  static open(options: LessonOptions, path: string, keys: KeyHashes): LessonKeeper {
    return new LessonKeeper({ lesson: createLesson(options, missions), joined: 0 }, path, keys);
  }

  /** Takes up a lesson exactly where its journal ends. */
  static resume(path: string, keys: KeyHashes): LessonKeeper {
    return new LessonKeeper(foldLesson(path), path, keys);
  }

  /** Goes on with a lesson whose room had ended: nobody is there yet, and the round that was on is over. */
  static reopen(folded: FoldedLesson, path: string, keys: KeyHashes): LessonKeeper {
    const keeper = new LessonKeeper(folded, path, keys);
    const { phase, players } = keeper.lesson;
    if (phase === "briefing" || phase === "play")
      keeper.move("host", keeper.movesOf("host") + 1, { kind: "endRound" });
    for (const { id, online } of Object.values(players))
      if (online) keeper.shellMove({ kind: "lineCut", player: id });
    return keeper;
  }

  get path(): string {
    return this.#journal.path;
  }

  /** Lesson time: it runs from the room's first moment, whatever the wall clock does. */
  now(): Instant {
    return instant(performance.now() - this.#startedAt);
  }

  /** Lets happen what is due, and tells in which networks something was; in all of them when the phase has changed. */
  advance(): readonly NetworkId[] | "all" {
    const wake = wakeAt(this.lesson);
    const now = this.now();
    if (wake === undefined || wake > now) return [];
    const { phase } = this.lesson;
    const due = Object.entries(this.lesson.networks).filter(([, network]) => {
      const at = matchWakeAt(network.match);
      return at !== undefined && at <= playTimeAt(network, now);
    });
    advance(this.lesson, now);
    return this.lesson.phase === phase ? due.map(([id]) => id) : "all";
  }

  /** Writes the move down, then makes it: no answer is given to what is not in the journal. */
  move(by: ActorId, n: number, intent: Intent): Answer {
    const move = { at: this.now(), by, n, intent };
    this.#journal.write(move);
    return receive(this.lesson, move);
  }

  /** Makes a move of the server itself. */
  shellMove(intent: ShellIntent): Answer {
    return this.move("shell", this.movesOf("shell") + 1, intent);
  }

  /** Lets somebody new in; nobody when the lesson takes no more. */
  join(keyHash: string): PlayerId | undefined {
    const player = `p${this.#joined + 1}`;
    const answer = this.shellMove({ kind: "join", player, keyHash });
    if (answer.kind !== "accepted") return undefined;
    this.#joined += 1;
    return player;
  }

  movesOf(actor: ActorId): number {
    return this.lesson.actors[actor]?.last ?? 0;
  }

  /** The player to whom a key belongs, by the hash that the lesson knows. */
  playerWith(keyHash: string): PlayerId | undefined {
    return Object.values(this.lesson.players).find((player) => player.keyHash === keyHash)?.id;
  }

  close(): void {
    this.#journal.close();
  }
}
