import type { Client } from "@colyseus/core";
import type { Lesson, NetworkId } from "../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
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

  constructor(state: RoomState) {
    this.#state = state;
  }

  /** Somebody looks on from now on; the first state that their page receives is whole. */
  add(client: Client, viewer: Viewer, lesson: Lesson): void {
    const screen = { viewer, view: new ViewState(), shownAt: 0, isStale: false };
    this.#screens.set(client.sessionId, screen);
    this.#state.views.set(client.sessionId, screen.view);
    client.view?.add(screen.view);
    mirror(lesson, screen);
  }

  remove({ sessionId }: Client): void {
    this.#state.views.delete(sessionId);
    this.#screens.delete(sessionId);
  }

  /** Something of the whole room has changed: everybody is shown it next. */
  markAll(): void {
    for (const screen of this.#screens.values()) screen.shownAt = -Infinity;
  }

  /** Somebody has made a move: they are shown it next. */
  hurry({ sessionId }: Client): void {
    const screen = this.#screens.get(sessionId);
    if (screen !== undefined) screen.shownAt = -Infinity;
  }

  /** Something has changed that only those in these networks can see, and those who see every network. */
  mark(networks: readonly NetworkId[], { players }: Lesson): void {
    if (networks.length === 0) return;
    for (const screen of this.#screens.values()) {
      const { viewer } = screen;
      const network = viewer.kind === "player" ? players[viewer.player]?.network : undefined;
      const isSeen = viewer.kind !== "player" || networks.includes(network ?? "");
      if (isSeen) screen.isStale = true;
    }
  }

  /** Shows everybody what is new to them. */
  show(lesson: Lesson): void {
    const now = performance.now();
    for (const screen of this.#screens.values()) {
      if (now - screen.shownAt >= leastMs(screen)) mirror(lesson, screen);
    }
  }
}

function leastMs({ viewer, isStale }: Screen): number {
  if (!isStale) return glanceMs;
  return viewer.kind === "player" ? deskMs : classMs;
}

function mirror(lesson: Lesson, screen: Screen): void {
  mirrorView(viewFor(lesson, screen.viewer), screen.view);
  screen.shownAt = performance.now();
  screen.isStale = false;
}
