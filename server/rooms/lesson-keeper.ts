import { missions } from "../../assets/missions/missions.ts";
import type {
  ActorId,
  Answer,
  Intent,
  PlayerId,
  ShellIntent,
} from "../../shared/contract/intent.ts";
import { advance, wakeAt } from "../../shared/lesson/advance.ts";
import { replay } from "../../shared/lesson/journal.ts";
import { createLesson, type Lesson, type LessonOptions } from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import { JournalFile, readJournal } from "../reports/journal-file.ts";

/** A lesson in the server's hands: its clock, its journal, and the only way to change it. */
export class LessonKeeper {
  readonly lesson: Lesson;
  readonly #journal: JournalFile;
  readonly #startedAt: number;

  private constructor(lesson: Lesson, path: string) {
    this.lesson = lesson;
    this.#journal = new JournalFile(path, lesson.options);
    this.#startedAt = performance.now() - lesson.now;
  }

  static open(options: LessonOptions, path: string): LessonKeeper {
    return new LessonKeeper(createLesson(options, missions), path);
  }

  /** Takes up a lesson where its journal ends. */
  static resume(path: string): LessonKeeper {
    const journal = readJournal(path);
    const until = journal.moves.at(-1)?.at ?? instant(0);
    return new LessonKeeper(replay(journal, missions, until), path);
  }

  get path(): string {
    return this.#journal.path;
  }

  /** Lesson time: it runs from the room's first moment, whatever the wall clock does. */
  now(): Instant {
    return instant(performance.now() - this.#startedAt);
  }

  /** Lets happen what is due; false when nothing was. */
  advance(): boolean {
    const wake = wakeAt(this.lesson);
    const now = this.now();
    if (wake === undefined || wake > now) return false;
    advance(this.lesson, now);
    return true;
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
