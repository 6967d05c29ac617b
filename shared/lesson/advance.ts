import { type Instant, instant } from "../lib/instant.ts";
import { advanceMatch, matchWakeAt } from "../match/advance-match.ts";
import { type Lesson, type Network, type Onlooker, playTimeAt } from "./lesson.ts";
import { endRound, resumeRound, startPlay } from "./rounds.ts";

/** Lets everything happen that is due up to the instant: `advance(a); advance(b)` is `advance(b)`. */
export function advance(lesson: Lesson, until: Instant, onlooker?: Onlooker): void {
  // time never runs backwards: an instant that has passed is now
  const to = Math.max(until, lesson.now) as Instant;
  for (;;) {
    const turn = nextTurn(lesson);
    if (turn === undefined || turn > to) break;
    passTime(lesson, turn, onlooker);
    if (lesson.resumesAt !== undefined) resumeRound(lesson);
    else if (lesson.phase === "briefing") startPlay(lesson);
    else endRound(lesson);
  }
  passTime(lesson, to, onlooker);
}

/** When the lesson next has something to do by itself. */
export function wakeAt(lesson: Lesson): Instant | undefined {
  const ends = nextTurn(lesson);
  if (lesson.phase !== "play" || lesson.paused) return ends;
  const wakes = Object.values(lesson.networks).flatMap((network) => {
    const play = matchWakeAt(network.match);
    return play === undefined ? [] : [lessonTimeAt(network, play)];
  });
  return [...wakes, ...(ends === undefined ? [] : [ends])].reduce<Instant | undefined>(
    (first, at) => (first === undefined || at < first ? at : first),
    undefined,
  );
}

function passTime(lesson: Lesson, to: Instant, onlooker: Onlooker | undefined): void {
  if (lesson.phase === "play" && !lesson.paused) {
    for (const network of Object.values(lesson.networks)) {
      advanceMatch(network.match, playTimeAt(network, to), onlooker?.(network.match));
    }
  }
  lesson.now = to;
}

/** When the lesson goes on by itself: out of a pause, or into its next phase. */
const nextTurn = (lesson: Lesson): Instant | undefined => lesson.resumesAt ?? phaseEnd(lesson);

/** A round ends with its last network. */
function phaseEnd(lesson: Lesson): Instant | undefined {
  if (lesson.phase !== "play") return lesson.phaseEndsAt;
  const ends = Object.values(lesson.networks).map((network) =>
    network.anchor.rate === 0 ? undefined : lessonTimeAt(network, network.match.endsAt),
  );
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return Math.max(...ends.filter((end) => end !== undefined)) as Instant;
}

/** The first instant of the lesson at which the network's play time has come this far. */
function lessonTimeAt({ anchor }: Network, play: Instant): Instant {
  if (anchor.rate === 0) return instant(Number.MAX_SAFE_INTEGER);
  const ahead = Math.max(0, play - anchor.play);
  return instant(anchor.lesson + Math.ceil((ahead * 10) / anchor.rate));
}
