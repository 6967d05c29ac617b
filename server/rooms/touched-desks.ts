import type { Onlooker } from "../../shared/lesson/lesson.ts";
import type { Match } from "../../shared/match/match.ts";
import type { Watch } from "../../shared/world/world.ts";

/** The boxes of one match at which something may have changed. */
class TouchedBoxes {
  /** Where something new may be seen. */
  readonly seen = new Set<string>();
  /** Of these, those whose own machine may know something new. */
  readonly told = new Set<string>();
}

/** What may have changed in each match; where nothing has happened there is nothing. */
export type Touched = ReadonlyMap<Match, TouchedBoxes>;

/**
 * Looks on while a lesson goes on, and notes whose desk may show something new. That a letter has arrived is news where
 * it went; where it came from it is drawn no more by its own instant, and its row goes with whatever comes next.
 */
export class TouchedDesks {
  #touched = new Map<Match, TouchedBoxes>();
  readonly #watches = new WeakMap<Match, Watch>();

  readonly onlooker: Onlooker = (match) => {
    const watch = this.#watches.get(match) ?? this.#watch(match);
    this.#watches.set(match, watch);
    return watch;
  };

  /** Whether something may have changed at any desk of this match. */
  has(match: Match): boolean {
    return (this.#touched.get(match)?.seen.size ?? 0) > 0;
  }

  /** Something happens in this match, whether or not any desk is told. */
  note(match: Match): void {
    this.#of(match);
  }

  /** Something has changed that nobody was told: it may be at any desk in the network. */
  touchAll(match: Match): void {
    this.touch(match, Object.keys(match.seats));
  }

  /** Something has changed at these desks. */
  touch(match: Match, boxes: readonly string[]): void {
    for (const box of boxes) this.#tell(match, box);
  }

  /** What was touched since it was last asked. */
  take(): Touched {
    const touched = this.#touched;
    if (touched.size > 0) this.#touched = new Map();
    return touched;
  }

  #of(match: Match): TouchedBoxes {
    const known = this.#touched.get(match) ?? new TouchedBoxes();
    this.#touched.set(match, known);
    return known;
  }

  #tell(match: Match, box: string): void {
    const { seen, told } = this.#of(match);
    seen.add(box);
    told.add(box);
  }

  /** What happens before everybody's eyes leaves their own machines as they are. */
  #show(match: Match, boxes: readonly string[]): void {
    const { seen } = this.#of(match);
    for (const box of boxes) seen.add(box);
  }

  #watch(match: Match): Watch {
    const tell = (box: string) => this.#tell(match, box);
    const everybody = Object.keys(match.seats);
    const isOpen = match.mission.sight === "open";
    return {
      departed: ({ from, to }) => this.#show(match, isOpen ? everybody : [from, to]),
      told: tell,
      dropped: tell,
      notice: tell,
      // a sign goes up on everybody's map
      call: () => this.#show(match, everybody),
    };
  }
}
