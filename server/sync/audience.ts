import type { Client } from "@colyseus/core";
import type { PlayerId } from "../../shared/contract/intent.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import { LastLook } from "../../shared/lesson/view-player.ts";
import { seatOf } from "../../shared/match/match.ts";
import { SharedTables } from "../../shared/match/shared-tables.ts";
import type { Touched } from "../rooms/touched-desks.ts";
import type { OwnView } from "./own-view.ts";
import type { OwnViews } from "./own-views.ts";

/** Help lights up by time alone, and teams see how the others stand: so often everybody is shown everything anew. */
const glanceMs = 1000;
/** Counts of the whole class cost much, and nobody reads them faster; what people do to the room shows at once. */
const surveyMs = 2000;
/** Everything is worked out anew when something happens to it; so often whether or not it does, to be sure. */
const auditMs = 30_000;
/** What others did may be seen a little later than what one did oneself; several things then travel in one patch. */
const deskMs = 100;
/** A view of the whole class costs as much as ten desks, and nobody acts on it. */
const classMs = 500;

type Screen = {
  readonly viewer: Viewer;
  readonly view: OwnView;
  readonly last: LastLook;
  shownAt: number;
  /** When it is to be shown something at the latest. */
  dueAt: number;
};

/** The screens of a room: each is shown what its viewer may know, soon after something of it may have changed. */
export class Audience {
  readonly #views: OwnViews;
  readonly #screens = new Map<string, Screen>();
  readonly #players = new Map<PlayerId | undefined, Screen>();
  readonly #classScreens = new Set<Screen>();
  readonly #shared = new SharedTables();
  /** When the first of them is to be shown something; most steps come before that. */
  #nextAt = 0;
  readonly #glance = new Turn(glanceMs);
  readonly #survey = new Turn(surveyMs);
  readonly #audit = new Turn(auditMs);

  constructor(views: OwnViews) {
    this.#views = views;
  }

  /** Somebody looks on from now on; the first state that their page receives is whole. */
  add(client: Client, viewer: Viewer, lesson: Lesson): void {
    const view = this.#views.open(client);
    const screen: Screen = { viewer, view, last: new LastLook(), shownAt: 0, dueAt: 0 };
    this.#screens.set(client.sessionId, screen);
    if (viewer.kind === "player") this.#players.set(viewer.player, screen);
    else this.#classScreens.add(screen);
    this.#nextAt = 0;
    this.#shared.renewAll();
    this.#look(lesson, screen, performance.now());
  }

  remove(client: Client): void {
    this.#views.close(client);
    const screen = this.#screens.get(client.sessionId);
    if (screen === undefined) return;
    this.#screens.delete(client.sessionId);
    this.#classScreens.delete(screen);
    // a player who came back on another line has a new screen already
    const { viewer } = screen;
    if (viewer.kind === "player" && this.#players.get(viewer.player) === screen)
      this.#players.delete(viewer.player);
  }

  /** Something of the whole room has changed: everybody is shown it next. */
  markAll(): void {
    for (const screen of this.#screens.values()) screen.dueAt = 0;
    this.#nextAt = 0;
    this.#shared.renewAll();
  }

  /** Somebody has made a move: they are shown it next. */
  hurry({ sessionId }: Client, lesson: Lesson): void {
    const screen = this.#screens.get(sessionId);
    if (screen === undefined) return;
    screen.dueAt = 0;
    this.#nextAt = 0;
    this.#shared.renew(ownerOf(screen.viewer, lesson));
  }

  /** Something may have changed at these desks; those who see every network see it too. */
  mark(touched: Touched): void {
    if (touched.size === 0) return;
    renewTouched(this.#shared, touched);
    for (const [match, { seen }] of touched)
      for (const box of seen) this.#expect(this.#players.get(seatOf(match, box).player), deskMs);
    for (const screen of this.#classScreens) this.#expect(screen, classMs);
  }

  /** Something is to be shown there, a little later than what was shown last. */
  #expect(screen: Screen | undefined, afterMs: number): void {
    if (screen === undefined) return;
    screen.dueAt = Math.min(screen.dueAt, screen.shownAt + afterMs);
    this.#nextAt = Math.min(this.#nextAt, screen.dueAt);
  }

  /** Shows everybody what is new to them. */
  show(lesson: Lesson): void {
    const now = performance.now();
    if (this.#nextAt > now) return;
    this.#renew(lesson, now);
    this.#nextAt = Number.POSITIVE_INFINITY;
    for (const screen of this.#screens.values()) {
      if (screen.dueAt <= now) this.#look(lesson, screen, now);
      this.#nextAt = Math.min(this.#nextAt, screen.dueAt);
    }
  }

  #renew(lesson: Lesson, now: number): void {
    if (this.#glance.isDue(now))
      for (const { match } of Object.values(lesson.networks)) this.#shared.renew(match);
    if (this.#survey.isDue(now)) this.#shared.renewGlances();
    if (this.#audit.isDue(now)) this.#shared.renewAll();
  }

  #look(lesson: Lesson, screen: Screen, now: number): void {
    screen.view.show(viewFor(lesson, screen.viewer, this.#shared, screen.last));
    screen.shownAt = now;
    screen.dueAt = now + glanceMs;
  }
}

/** What belongs to a network in which something has happened is looked at again, and what a machine knows that was told. */
export function renewTouched(shared: SharedTables, touched: Touched): void {
  for (const [match, { told }] of touched) {
    shared.renew(match);
    for (const box of told) shared.renew(seatOf(match, box));
  }
}

/** Something that comes round every so often. */
class Turn {
  readonly #everyMs: number;
  #lastAt = -Infinity;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  isDue(now: number): boolean {
    const isDue = now - this.#lastAt >= this.#everyMs;
    if (isDue) this.#lastAt = now;
    return isDue;
  }
}

/** What the row that tells somebody of themselves belongs to. */
const ownerOf = (viewer: Viewer, lesson: Lesson): object =>
  (viewer.kind === "player" ? lesson.players[viewer.player] : undefined) ?? lesson;
