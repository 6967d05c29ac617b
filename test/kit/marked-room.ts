import { LessonRoom } from "../../server/rooms/lesson-room.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import type { Fact } from "./marked-fact.ts";
import { type MarkedLesson, type Marks, markLesson } from "./marked-lesson.ts";
import type { Markers } from "./marked-values.ts";

/** The server's own room: it plays the lesson as ever, and shows everybody a marked copy of it. */
export class MarkedRoom extends LessonRoom implements Marks {
  /** All that was ever marked here. */
  readonly facts = new Map<number, Fact>();
  readonly verdicts = new Map<string, Fact>();
  readonly lamps = new Map<string, Fact>();
  readonly #markers: Markers = new Map();
  #marked: MarkedLesson | undefined;
  #stamp = "";

  /** The lesson that is played. */
  get live(): Lesson {
    return super.lesson;
  }

  /** The copy that is shown, made anew whenever the lesson has changed. */
  override get lesson(): Lesson {
    const { now, actors } = this.live;
    const stamp = `${now} ${Object.values(actors).map(({ last }) => last)}`;
    if (this.#marked === undefined || stamp !== this.#stamp) this.#marked = this.#mark();
    this.#stamp = stamp;
    return this.#marked.lesson;
  }

  #mark(): MarkedLesson {
    const marked = markLesson(this.live, this.#markers);
    for (const [marker, fact] of marked.facts) this.facts.set(marker, fact);
    for (const [word, fact] of marked.verdicts) this.verdicts.set(word, fact);
    for (const [link, fact] of marked.lamps) this.lamps.set(link, fact);
    return marked;
  }
}
