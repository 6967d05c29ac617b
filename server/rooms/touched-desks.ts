import type { Onlooker } from "../../shared/lesson/lesson.ts";
import type { Match } from "../../shared/match/match.ts";
import type { Watch } from "../../shared/world/world.ts";

/** The boxes of each match at whose desks something may have changed. */
export type Touched = ReadonlyMap<Match, ReadonlySet<string>>;

/**
 * Looks on while a lesson goes on, and notes whose desk may show something new. That a letter has arrived is news where
 * it went; where it came from it is drawn no more by its own instant, and its row goes with whatever comes next.
 */
export class TouchedDesks {
  #touched = new Map<Match, Set<string>>();
  readonly #watches = new WeakMap<Match, Watch>();

  readonly onlooker: Onlooker = (match) => {
    const watch = this.#watches.get(match) ?? this.#watch(match);
    this.#watches.set(match, watch);
    return watch;
  };

  has(match: Match): boolean {
    return this.#touched.has(match);
  }

  /** Something has changed that everybody in the network sees. */
  touchAll(match: Match): void {
    for (const box of Object.keys(match.seats)) this.#touch(match, box);
  }

  /** What was touched since it was last asked. */
  take(): Touched {
    const touched = this.#touched;
    if (touched.size > 0) this.#touched = new Map();
    return touched;
  }

  #touch(match: Match, box: string): void {
    const boxes = this.#touched.get(match);
    if (boxes === undefined) this.#touched.set(match, new Set([box]));
    else boxes.add(box);
  }

  #watch(match: Match): Watch {
    const touch = (box: string) => this.#touch(match, box);
    return {
      departed: ({ from, to }) => {
        if (match.mission.sight === "open") return this.touchAll(match);
        touch(from);
        touch(to);
      },
      told: touch,
      dropped: touch,
      notice: touch,
      // a sign goes up on everybody's map
      call: () => this.touchAll(match),
    };
  }
}
