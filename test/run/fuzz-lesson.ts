import { isDeepStrictEqual } from "node:util";
import { type Answer, assistances, type Intent, type Move } from "../../shared/contract/intent.ts";
import { parseIntent } from "../../shared/contract/parse-intent.ts";
import { advance } from "../../shared/lesson/advance.ts";
import { replay, rules } from "../../shared/lesson/journal.ts";
import {
  createLesson,
  type Lesson,
  type LessonOptions,
  type Onlooker,
} from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import {
  type Chance,
  drawBits,
  drawOne,
  drawPercent,
  drawWhole,
  namedChance,
} from "../../shared/lib/chance.ts";
import { hashOf } from "../../shared/lib/hash.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import type { Match } from "../../shared/match/match.ts";
import { inTurn, type Watch } from "../../shared/world/world.ts";
import { FuzzConnections } from "./fuzz-connections.ts";
import {
  drawAct,
  drawHostIntent,
  drawPlayer,
  drawPlayerIntent,
  drawShellIntent,
  type Scene,
} from "./fuzz-intents.ts";
import { type Count, must } from "./fuzz-law.ts";
import { FuzzLetters } from "./fuzz-letters.ts";
import { varyMissions } from "./fuzz-missions.ts";
import { FuzzScore } from "./fuzz-score.ts";
import { checkLesson } from "./fuzz-state-laws.ts";

/** Those who watch one match. */
type Watchers = {
  readonly letters: FuzzLetters;
  readonly score: FuzzScore;
  readonly connections: FuzzConnections;
  readonly watch: Watch;
};

/** Who asks for what. */
type Deed = { readonly by: string; readonly intent: Intent };

/** How often the dear laws are looked at: once in so many chances. */
const comparedOnceIn = 60;
const viewedOnceIn = 60;
const mostAtEnd = 4;

/** A class that anything may happen to, and the laws that it must not break by it. */
export class FuzzLesson {
  readonly #count: Count;
  readonly #chance: Chance;
  readonly #options: LessonOptions;
  readonly #missions: ReturnType<typeof varyMissions>;
  readonly #paceMs: number;
  readonly #moves: Move[] = [];
  readonly #counts: Record<string, number> = {};
  #refusedAtEnd = 0;
  #watchers = new Map<Match, Watchers>();
  #lesson: Lesson;

  constructor(seed: number, count: Count) {
    this.#count = count;
    const chance = namedChance(seed, "lesson of the fuzz");
    this.#chance = chance;
    this.#missions = varyMissions(chance);
    const isPractice = drawPercent(chance, 20);
    this.#options = {
      mode: isPractice ? "practice" : "room",
      mission: drawOne(chance, Object.keys(this.#missions)),
      seed: drawWhole(chance, 0, 0xffff_ffff),
      assistance: drawOne(chance, assistances),
      guided: isPractice && drawPercent(chance, 30),
    };
    this.#paceMs = drawOne(chance, [10, 100, 400, 1_500]);
    this.#lesson = createLesson(this.#options, this.#missions);
    const team = this.#options.guided === true ? 1 : drawTeam(chance);
    for (let n = 1; n <= team; n++) {
      this.#make({ by: "shell", intent: { kind: "join", player: `p${n}`, keyHash: "" } });
    }
  }

  /** A room that is closed is asked for a few more things. */
  get isOver(): boolean {
    if (this.#lesson.phase !== "over") return false;
    this.#refusedAtEnd += 1;
    return this.#refusedAtEnd > mostAtEnd;
  }

  /** One move of anybody, legal or not; the laws are looked at after it. */
  move(): void {
    this.#make(this.#drawMove());
  }

  #make({ by, intent }: Deed): void {
    const [at, n] = [this.#drawInstant(), this.#drawNumber(by)];
    // A move in its turn lets time pass first, even if it is refused then.
    if (n === (this.#counts[by] ?? 0) + 1) advance(this.#lesson, at, this.#onlooker);
    const isCompared = drawWhole(this.#chance, 1, comparedOnceIn) === 1;
    const before = this.#fingerprint(isCompared);
    const move = { at, by, n, intent };
    const answer = receive(this.#lesson, move, this.#onlooker);
    this.#note(move, answer);
    if (answer.kind !== "accepted")
      must(this.#fingerprint(isCompared) === before, "a refused move changes nothing", {
        move,
        answer,
      });
    this.#check();
  }

  /** Writes the lesson down as JSON, reads it again, and goes on with what was read. */
  roundTrip(): void {
    // Missions come from files and stay as they are.
    const { missions, ...lesson } = this.#lesson;
    const copy = JSON.parse(JSON.stringify(lesson)) as typeof lesson;
    must(isDeepStrictEqual(copy, lesson), "JSON does not change a lesson");
    this.#lesson = { ...copy, missions };
    this.#watchers = new Map();
  }

  /** Plays everything once more, without anybody looking on. */
  end(): void {
    // A seat that has just been left may have something to do at once.
    advance(this.#lesson, this.#lesson.now, this.#onlooker);
    const journal = { format: 1, rules, options: this.#options, moves: this.#moves } as const;
    const again = replay(JSON.parse(JSON.stringify(journal)), this.#missions, this.#lesson.now);
    must(hashOf(again) === hashOf(this.#lesson), "a lesson is the fold of its journal");
  }

  readonly #onlooker: Onlooker = (match) => this.#watchersOf(match).watch;

  #watchersOf(match: Match): Watchers {
    const known = this.#watchers.get(match);
    if (known !== undefined) return known;
    const [letters, score] = [new FuzzLetters(match.world, this.#count), new FuzzScore(match)];
    const watch = inTurn(letters.watch, score.watch);
    const connections = new FuzzConnections(match.world);
    const watchers = { letters, score, connections, watch };
    this.#watchers.set(match, watchers);
    return watchers;
  }

  #check(): void {
    const lesson = this.#lesson;
    checkLesson(lesson);
    for (const { match } of Object.values(lesson.networks)) {
      const { letters, score, connections } = this.#watchersOf(match);
      letters.check(match.world);
      score.check();
      connections.check();
    }
    if (drawWhole(this.#chance, 1, viewedOnceIn) > 1) return;
    const player = drawPlayer({ lesson, chance: this.#chance });
    const viewer: Viewer = drawPercent(this.#chance, 20)
      ? { kind: "host" }
      : { kind: "player", player };
    viewFor(lesson, viewer);
  }

  #drawMove(): Deed {
    const { by, intent } = this.#drawAny();
    if (by === "shell") return { by, intent };
    const said = drawPercent(this.#chance, 3) ? garbled(this.#chance, intent) : intent;
    // What cannot be read never becomes a move; somebody else says something then.
    const parsed = parseIntent(JSON.parse(JSON.stringify(said)));
    return { by, intent: parsed ?? { kind: "ready" } };
  }

  #drawAny(): Deed {
    const { lesson, by, chance } = this.#drawScene();
    const roll = drawWhole(chance, 1, 1_000);
    const scene = { lesson, by, chance };
    if (Object.keys(lesson.players).length === 0 || roll <= 15)
      return { by: "shell", intent: drawShellIntent(scene) };
    if (roll <= 20) return { by: "host", intent: drawHostIntent(scene) };
    if (roll <= 25) return { by, intent: drawHostIntent(scene) };
    return this.#drawUsual(scene) ?? { by, intent: this.#drawOfPlayer(scene) };
  }

  #drawScene(): Scene {
    const [lesson, chance] = [this.#lesson, this.#chance];
    return { lesson, chance, by: drawPlayer({ lesson, chance }) };
  }

  #drawOfPlayer(scene: Scene): Intent {
    if (drawPercent(this.#chance, 5)) return drawPlayerIntent(scene);
    return { kind: "act", act: drawAct(scene) };
  }

  /** What brings a lesson that stands still nearer to play. */
  #drawUsual({ lesson, by, chance }: Scene): Deed | undefined {
    if (lesson.phase === "briefing")
      return drawPercent(chance, 70) ? { by, intent: { kind: "ready" } } : undefined;
    if (lesson.paused)
      return drawPercent(chance, 15) ? { by: "host", intent: { kind: "resume" } } : undefined;
    if (lesson.phase === "play" || drawPercent(chance, 60)) return undefined;
    return { by: "host", intent: { kind: "startRound", ...this.#drawMission() } };
  }

  #drawMission(): { readonly mission?: string } {
    return drawPercent(this.#chance, 20)
      ? {}
      : { mission: drawOne(this.#chance, Object.keys(this.#missions)) };
  }

  /** Mostly a little later, sometimes at once, sometimes long after, and sometimes in the past. */
  #drawInstant(): Instant {
    const chance = this.#chance;
    const { now, phase } = this.#lesson;
    const roll = drawWhole(chance, 1, 100);
    if (roll <= 3) return instant(Math.max(0, now - drawWhole(chance, 1, 5_000)));
    if (roll === 4) return instant(now + drawWhole(chance, 0, phase === "play" ? 40_000 : 25_000));
    if (roll <= 25) return now;
    return instant(now + drawWhole(chance, 1, 2 * this.#paceMs));
  }

  /** The actor's next number; now and then one that was there already, or not yet its turn. */
  #drawNumber(by: string): number {
    const next = (this.#counts[by] ?? 0) + 1;
    const roll = drawWhole(this.#chance, 1, 100);
    if (roll === 1) return next + drawWhole(this.#chance, 1, 3);
    return roll <= 3 ? Math.max(0, next - drawWhole(this.#chance, 1, 20)) : next;
  }

  #note(move: Move, answer: Answer): void {
    const next = (this.#counts[move.by] ?? 0) + 1;
    if (move.n === next) this.#counts[move.by] = next;
    else
      must(answer.kind !== "accepted", "a move out of its turn is not applied", { move, answer });
    this.#moves.push(move);
    this.#count(answer.kind === "refused" ? `refused ${answer.reason}` : answer.kind);
  }

  /** What a refused move must leave alone: everything but the answers, and how often somebody has tried. */
  #fingerprint(isWhole: boolean): string {
    const { missions: _, actors: __, ...lesson } = this.#lesson;
    if (isWhole) return JSON.stringify(lesson).replaceAll(/"recentActs":\[[\d,]*\]/g, "");
    const { phase, paused, round, players, networks } = lesson;
    const sums = Object.values(networks).map(({ match, anchor }) => [
      ...[anchor.rate, match.acts.length, match.evidence.length, match.points, match.waste],
      ...[match.world.nextEvent, match.world.nextPacket, match.asks.length],
      ...Object.values(match.world.boxes).map(({ gate, belt }) => [
        gate.nextDue,
        gate.dues.length,
        belt.letters.length,
      ]),
    ]);
    return [phase, paused, round, Object.keys(players), sums].join();
  }
}

/** A team of the usual size, now and then more than one network has room for, and once in a while a whole class. */
const drawTeam = (chance: Chance): number =>
  drawOne(chance, [...usualTeams, drawWhole(chance, 1, 14)]) +
  (drawBits(chance) % 400 === 0 ? 40 : 0);

const usualTeams = [2, 3, 4, 5, 6, 2, 3, 4, 5, 6];

/** The intent with one of its values replaced by nonsense. */
function garbled(chance: Chance, intent: Intent): unknown {
  const inner = intent.kind === "act" ? { ...intent.act } : { ...intent };
  const column = drawOne(chance, Object.keys(inner));
  const junk = drawOne(chance, [-1, 1.5, "", "constructor", "x y", [], {}, 2 ** 40, false]);
  const bad = { ...inner, [column]: junk };
  return intent.kind === "act" ? { kind: "act", act: bad } : bad;
}
