import { missions } from "../../assets/missions/missions.ts";
import type { Answer, Intent, Move } from "../../shared/contract/intent.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import type { Act } from "../../shared/device/act.ts";
import { advance, wakeAt } from "../../shared/lesson/advance.ts";
import { type Journal, rules } from "../../shared/lesson/journal.ts";
import {
  createLesson,
  type Lesson,
  type LessonOptions,
  placeOf,
} from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import type { Match, Seat } from "../../shared/match/match.ts";
import type { PacketId } from "../../shared/wire/packet.ts";

/** What a scripted player sees of its place: everything, so that strategies can be told what to ignore. */
export type Place = { readonly match: Match; readonly seat: Seat };

/** A player that acts by itself: when it will act next, and what it will do then. */
export type Script = {
  nextAt(place: Place): Instant | undefined;
  act(place: Place): Act | undefined;
};

export type ClassOptions = Partial<LessonOptions> & {
  readonly missions?: Readonly<Record<string, Mission>>;
};

/** A class on a virtual clock: scripted players make their moves through the same door as real ones. */
export class ScriptedClass {
  readonly lesson: Lesson;
  readonly moves: Move[] = [];
  readonly options: LessonOptions;
  readonly missions: Readonly<Record<string, Mission>>;
  readonly #scripts = new Map<string, Script>();
  readonly #counts = new Map<string, number>();
  now: Instant = instant(0);

  constructor({ missions: given = missions, ...options }: ClassOptions = {}) {
    this.missions = given;
    this.options = {
      mode: "room",
      mission: "address-and-door-1",
      seed: 1,
      assistance: "standard",
      ...options,
    };
    this.lesson = createLesson(this.options, given);
  }

  /** Makes a move now, as this actor's next one. */
  move(by: string, intent: Intent): Answer {
    const n = (this.#counts.get(by) ?? 0) + 1;
    const move: Move = { at: this.now, by, n, intent };
    const answer = receive(this.lesson, move);
    const isCounted = answer.kind !== "refused" || answer.reason !== "outOfTurn";
    if (isCounted || this.lesson.actors[by]?.last === n) this.#counts.set(by, n);
    this.moves.push(move);
    return answer;
  }

  join(player: string, script?: Script, seat?: string): Answer {
    if (script !== undefined) this.#scripts.set(player, script);
    const join = { kind: "join", player, keyHash: "" } as const;
    return this.move("shell", seat === undefined ? join : { ...join, seat });
  }

  /** Starts a round with everybody ready at once; with nobody there it starts when the briefing is over. */
  startRound(): void {
    this.move("host", { kind: "startRound" });
    for (const [player, { online }] of Object.entries(this.lesson.players)) {
      if (online) this.move(player, { kind: "ready" });
    }
    if (this.lesson.phase === "briefing") this.runUntil(instant(this.now + 60_000));
  }

  /** Plays on until the instant, or until the phase changes. */
  runUntil(to: Instant): void {
    const { phase } = this.lesson;
    while (this.lesson.phase === phase && this.#step(to));
  }

  /** Plays on until the instant through whatever phases come; `watch` looks before and after every single thing. */
  runOn(to: Instant, watch: () => void = () => undefined): void {
    for (let goesOn = true; goesOn; ) {
      watch();
      goesOn = this.#step(to);
    }
    watch();
  }

  /** Plays on, one thing at a time, until it is so. */
  playUntil(isSo: () => boolean, within = 600_000): void {
    const end = instant(this.now + within);
    while (!isSo()) {
      if (!this.#step(end)) throw new Error(`it was not so within ${within} ms`);
    }
  }

  /** One thing happens: a script's act, or what the lesson does by itself; false when the time has come. */
  #step(to: Instant): boolean {
    const next = this.#nextScript(to);
    const at = Math.min(next?.at ?? to, wakeAt(this.lesson) ?? to, to) as Instant;
    this.now = Math.max(this.now, at) as Instant;
    advance(this.lesson, this.now);
    if (next === undefined || next.at > this.now) return this.now < to;
    this.#play(next.player);
    return true;
  }

  /** Plays the round to its end. */
  finishRound(): void {
    this.runUntil(instant(this.now + 3_600_000));
  }

  placeOf(player: string): Place | undefined {
    const place = placeOf(this.lesson, player);
    return place && { match: place.network.match, seat: place.seat };
  }

  get journal(): Journal {
    return { format: 1, rules, options: this.options, moves: this.moves };
  }

  #nextScript(to: Instant): { readonly player: string; readonly at: Instant } | undefined {
    let first: { readonly player: string; readonly at: Instant } | undefined;
    for (const [player, script] of this.#scripts) {
      const at = this.#nextAt(player, script);
      if (at !== undefined && at <= to && at < (first?.at ?? Infinity)) first = { player, at };
    }
    return first;
  }

  #nextAt(player: string, script: Script): Instant | undefined {
    const place = this.lesson.phase === "play" ? this.placeOf(player) : undefined;
    const play = place && script.nextAt(place);
    return play === undefined || place === undefined
      ? undefined
      : instant(this.now + Math.max(0, play - place.match.now));
  }

  #play(player: string): void {
    const place = this.placeOf(player);
    const act = place && this.#scripts.get(player)?.act(place);
    if (place !== undefined && act !== undefined) {
      this.move(player, { kind: "act", act: asSeen(place.seat, act) });
    }
  }
}

/** The act with the letter called by the number that this seat knows. */
export function asSeen(seat: Seat, act: Act): Act {
  const called = (packet: PacketId) => (seat.letters[packet] ?? 0) as PacketId;
  if (act.kind === "sendSegment")
    return act.answers === undefined ? act : { ...act, answers: called(act.answers) };
  return "packet" in act ? { ...act, packet: called(act.packet) } : act;
}
