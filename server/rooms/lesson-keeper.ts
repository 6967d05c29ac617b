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
  type Network,
  placeOf,
  playTimeAt,
} from "../../shared/lesson/lesson.ts";
import { NetworkWakes } from "../../shared/lesson/network-wakes.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import { quietDesks } from "../../shared/match/advance-match.ts";
import { type FoldedLesson, foldLesson } from "../reports/fold-lesson.ts";
import { JournalFile } from "../reports/journal-file.ts";
import type { KeyHashes } from "./key.ts";
import { type Touched, TouchedDesks } from "./touched-desks.ts";

/** A lesson in the server's hands: its clock, its journal, and the only way to change it. */
export class LessonKeeper {
  readonly lesson: Lesson;
  readonly #journal: JournalFile;
  readonly #startedAt: number;
  /** How many players have ever come in; each number is one player's for good. */
  #joined: number;
  readonly #touched = new TouchedDesks();
  readonly #wakes = new NetworkWakes();
  /** When something next happens by itself, until something happens before. */
  #wakeAt: number | undefined;

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

  /** Lets happen what is due; true when the lesson has come into another phase, or out of a pause. */
  advance(): boolean {
    this.#wakeAt ??= wakeAt(this.lesson, this.#wakes) ?? Number.POSITIVE_INFINITY;
    const now = this.now();
    if (this.#wakeAt > now) return false;
    this.#wakeAt = undefined;
    const { phase, paused } = this.lesson;
    const due = this.#noteDue(now);
    advance(this.lesson, now, this.#touched.onlooker, this.#wakes);
    // what happens without a word may be at any desk
    for (const { match } of due) if (!this.#touched.has(match)) this.#touched.touchAll(match);
    return this.lesson.phase !== phase || this.lesson.paused !== paused;
  }

  /** At whose desks something may have changed since this was last asked. */
  takeTouched(): Touched {
    return this.#touched.take();
  }

  /** Writes the move down, then makes it: no answer is given to what is not in the journal. */
  move(by: ActorId, n: number, intent: Intent): Answer {
    const move = { at: this.now(), by, n, intent };
    this.#journal.write(move);
    this.#noteDue(move.at);
    this.#wakeAt = undefined;
    const answer = receive(this.lesson, move, this.#touched.onlooker, this.#wakes);
    if (intent.kind === "takeBack") this.#touchNetworkOf(by);
    return answer;
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

  /** Who sits at a box is on everybody's map. */
  #touchNetworkOf(player: PlayerId): void {
    const place = placeOf(this.lesson, player);
    if (place !== undefined) this.#touched.touchAll(place.network.match);
  }

  /** The networks in which something happens now, of which some of it is told to nobody. */
  #noteDue(now: Instant): readonly Network[] {
    const { phase, paused, networks } = this.lesson;
    if (phase !== "play" || paused) return [];
    const due = Object.values(networks).filter((network) => this.#wakes.of(network) <= now);
    for (const network of due) {
      const desks = quietDesks(network.match, playTimeAt(network, now));
      this.#touched.note(network.match);
      this.#touched.touch(network.match, desks);
    }
    return due;
  }
}
