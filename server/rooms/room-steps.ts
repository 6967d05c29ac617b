const stepMs = 50;
/** So many rooms share what the processor has at hand; with more, the last of them would wait for all. */
const together = 8;

/** A room as its steps see it. */
export type Stepping = {
  /** Lets happen what is due, and finds out what is to be sent. */
  step(): void;
  send(): void;
};

/**
 * The steps of all rooms of this process in one turn, some rooms after the other: first their steps, then the answers to
 * what was asked, then their frames. A process that wakes for each room by itself spends more on waking, and much of what
 * it does with one room it does with the next, too, while the processor still has it at hand.
 */
export class RoomSteps {
  readonly #rooms = new Set<Stepping>();
  #timer: NodeJS.Timeout | undefined;
  #isInTurn = false;

  add(room: Stepping): void {
    this.#rooms.add(room);
    this.#timer ??= setInterval(() => {
      if (!this.#isInTurn) this.#takeTurn([...this.#rooms]);
    }, stepMs);
  }

  remove(room: Stepping): void {
    this.#rooms.delete(room);
    if (this.#rooms.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** A turn that takes longer than it may is not overtaken by the next. */
  #takeTurn(rooms: readonly Stepping[]): void {
    this.#isInTurn = rooms.length > 0;
    const now = rooms.slice(0, together);
    for (const room of this.#stillHere(now)) room.step();
    // answers are promises that the steps have kept: they go out before this turn of Node's loop is over
    if (this.#isInTurn)
      setImmediate(() => {
        for (const room of this.#stillHere(now)) room.send();
        this.#takeTurn(rooms.slice(together));
      });
  }

  #stillHere(rooms: readonly Stepping[]): readonly Stepping[] {
    return rooms.filter((room) => this.#rooms.has(room));
  }
}
