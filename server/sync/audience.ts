import type { Client } from "@colyseus/core";
import { type Lesson, placeOf } from "../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import { SharedTables } from "../../shared/match/shared-tables.ts";
import type { Touched } from "../rooms/touched-desks.ts";
import type { OwnView } from "./own-view.ts";
import type { OwnViews } from "./own-views.ts";

/** Help lights up by time alone, and teams see how the others stand: so often everybody is shown everything anew. */
const glanceMs = 1000;
/** Counts of the whole class cost much, and nobody reads them faster; what people do to the room shows at once. */
const surveyMs = 2000;
/** What others did may be seen a little later than what one did oneself; several things then travel in one patch. */
const deskMs = 100;
/** A view of the whole class costs as much as ten desks, and nobody acts on it. */
const classMs = 250;

type Screen = {
  readonly viewer: Viewer;
  readonly view: OwnView;
  shownAt: number;
  /** When it is to be shown something at the latest. */
  dueAt: number;
};

/** The screens of a room: each is shown what its viewer may know, soon after something of it may have changed. */
export class Audience {
  readonly #views: OwnViews;
  readonly #screens = new Map<string, Screen>();
  readonly #shared = new SharedTables();
  #surveyedAt = -Infinity;

  constructor(views: OwnViews) {
    this.#views = views;
  }

  /** Somebody looks on from now on; the first state that their page receives is whole. */
  add(client: Client, viewer: Viewer, lesson: Lesson): void {
    const screen = { viewer, view: this.#views.open(client), shownAt: 0, dueAt: 0 };
    this.#screens.set(client.sessionId, screen);
    this.#shared.renewAll();
    this.#look(lesson, screen, performance.now());
  }

  remove(client: Client): void {
    this.#views.close(client);
    this.#screens.delete(client.sessionId);
  }

  /** Something of the whole room has changed: everybody is shown it next. */
  markAll(): void {
    for (const screen of this.#screens.values()) screen.dueAt = 0;
    this.#surveyedAt = -Infinity;
  }

  /** Somebody has made a move: they are shown it next. */
  hurry({ sessionId }: Client): void {
    const screen = this.#screens.get(sessionId);
    if (screen !== undefined) screen.dueAt = 0;
  }

  /** Something may have changed at these desks; those who see every network see it too. */
  mark(touched: Touched, lesson: Lesson): void {
    if (touched.size === 0) return;
    for (const screen of this.#screens.values()) {
      const soon = screen.shownAt + (screen.viewer.kind === "player" ? deskMs : classMs);
      if (soon < screen.dueAt && isSeenBy(screen.viewer, touched, lesson)) screen.dueAt = soon;
    }
  }

  /** Shows everybody what is new to them. */
  show(lesson: Lesson): void {
    const now = performance.now();
    this.#renew(now);
    for (const screen of this.#screens.values())
      if (screen.dueAt <= now) this.#look(lesson, screen, now);
  }

  #renew(now: number): void {
    if (now - this.#surveyedAt < surveyMs) return this.#shared.renew();
    this.#shared.renewAll();
    this.#surveyedAt = now;
  }

  #look(lesson: Lesson, screen: Screen, now: number): void {
    screen.view.show(viewFor(lesson, screen.viewer, this.#shared));
    screen.shownAt = now;
    screen.dueAt = now + glanceMs;
  }
}

function isSeenBy(viewer: Viewer, touched: Touched, lesson: Lesson): boolean {
  if (viewer.kind !== "player") return true;
  const place = placeOf(lesson, viewer.player);
  return place !== undefined && touched.get(place.network.match)?.has(place.seat.box) === true;
}
