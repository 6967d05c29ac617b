import type { Client } from "@colyseus/core";
import { type Lesson, placeOf } from "../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import { SharedTables } from "../../shared/match/shared-tables.ts";
import type { Touched } from "../rooms/touched-desks.ts";
import { mirrorView, type RoomState, ViewState } from "./view-state.ts";

/** Help lights up by time alone, and teams see how the others stand: so often everybody is shown everything anew. */
const glanceMs = 1000;
/** What others did may be seen a little later than what one did oneself; several things then travel in one patch. */
const deskMs = 100;
/** A view of the whole class costs as much as ten desks, and nobody acts on it. */
const classMs = 200;

type Screen = {
  readonly viewer: Viewer;
  readonly view: ViewState;
  /** When it was last shown something; long ago, if it cannot wait. */
  shownAt: number;
  isStale: boolean;
};

/** The screens of a room: each is shown what its viewer may know, soon after something of it may have changed. */
export class Audience {
  readonly #state: RoomState;
  readonly #screens = new Map<string, Screen>();
  readonly #shared = new SharedTables();
  #glancedAt = -Infinity;

  constructor(state: RoomState) {
    this.#state = state;
  }

  /** Somebody looks on from now on; the first state that their page receives is whole. */
  add(client: Client, viewer: Viewer, lesson: Lesson): void {
    const screen = { viewer, view: new ViewState(), shownAt: 0, isStale: false };
    this.#screens.set(client.sessionId, screen);
    this.#state.views.set(client.sessionId, screen.view);
    client.view?.add(screen.view);
    this.#shared.renewAll();
    this.#mirror(lesson, screen);
  }

  remove({ sessionId }: Client): void {
    this.#state.views.delete(sessionId);
    this.#screens.delete(sessionId);
  }

  /** Something of the whole room has changed: everybody is shown it next. */
  markAll(): void {
    for (const screen of this.#screens.values()) screen.shownAt = -Infinity;
    this.#glancedAt = -Infinity;
  }

  /** Somebody has made a move: they are shown it next. */
  hurry({ sessionId }: Client): void {
    const screen = this.#screens.get(sessionId);
    if (screen !== undefined) screen.shownAt = -Infinity;
  }

  /** Something may have changed at these desks; those who see every network see it too. */
  mark(touched: Touched, lesson: Lesson): void {
    if (touched.size === 0) return;
    for (const screen of this.#screens.values()) {
      if (!screen.isStale) screen.isStale = isSeenBy(screen.viewer, touched, lesson);
    }
  }

  /** Shows everybody what is new to them. */
  show(lesson: Lesson): void {
    const now = performance.now();
    this.#renew(now);
    for (const screen of this.#screens.values()) {
      if (now - screen.shownAt >= leastMs(screen)) this.#mirror(lesson, screen);
    }
  }

  #renew(now: number): void {
    if (now - this.#glancedAt < glanceMs) return this.#shared.renew();
    this.#shared.renewAll();
    this.#glancedAt = now;
  }

  #mirror(lesson: Lesson, screen: Screen): void {
    mirrorView(viewFor(lesson, screen.viewer, this.#shared), screen.view);
    screen.shownAt = performance.now();
    screen.isStale = false;
  }
}

function leastMs({ viewer, isStale }: Screen): number {
  if (!isStale) return glanceMs;
  return viewer.kind === "player" ? deskMs : classMs;
}

function isSeenBy(viewer: Viewer, touched: Touched, lesson: Lesson): boolean {
  if (viewer.kind !== "player") return true;
  const place = placeOf(lesson, viewer.player);
  return place !== undefined && touched.get(place.network.match)?.has(place.seat.box) === true;
}
