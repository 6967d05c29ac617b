const stepMs = 50;

/** A room as its steps see it. */
export type Stepping = {
  /** Lets happen what is due, and finds out what is to be sent. */
  step(): void;
  send(): void;
};

/**
 * The steps of all rooms of this process, one room right after the other: first everybody's step, then the answers to
 * what was asked, then everybody's frames. A process that wakes for each room by itself spends more on waking, and much of what it does with one room it
 * does with the next, too, while the processor still has it at hand.
 */
export class RoomSteps {
  readonly #rooms = new Set<Stepping>();
  #timer: NodeJS.Timeout | undefined;

  add(room: Stepping): void {
    this.#rooms.add(room);
    this.#timer ??= setInterval(() => {
      for (const each of this.#rooms) each.step();
      // answers are promises that the steps have kept: they go out before this turn of Node's loop is over
      setImmediate(() => {
        for (const each of this.#rooms) each.send();
      });
    }, stepMs);
  }

  remove(room: Stepping): void {
    this.#rooms.delete(room);
    if (this.#rooms.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
