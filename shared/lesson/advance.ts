import { type Instant, soonerOf } from "../lib/instant.ts";
import { advanceMatch, letPass } from "../match/advance-match.ts";
import { type Lesson, lessonTimeAt, type Onlooker, playTimeAt } from "./lesson.ts";
import { NetworkWakes } from "./network-wakes.ts";
import { endRound, resumeRound, startPlay } from "./rounds.ts";

/** Lets everything happen that is due up to the instant: `advance(a); advance(b)` is `advance(b)`. */
export function advance(
  lesson: Lesson,
  until: Instant,
  onlooker?: Onlooker,
  wakes = new NetworkWakes(),
): void {
  // time never runs backwards: an instant that has passed is now
  const to = Math.max(until, lesson.now) as Instant;
  for (;;) {
    const turn = nextTurn(lesson);
    if (turn === undefined || turn > to) break;
    passTime(lesson, turn, onlooker, wakes);
    if (lesson.resumesAt !== undefined) resumeRound(lesson);
    else if (lesson.phase === "briefing") startPlay(lesson);
    else endRound(lesson);
    wakes.forgetAll();
  }
  passTime(lesson, to, onlooker, wakes);
}

/** When the lesson next has something to do by itself. */
export function wakeAt(lesson: Lesson, wakes = new NetworkWakes()): Instant | undefined {
  let first = nextTurn(lesson);
  if (lesson.phase !== "play" || lesson.paused) return first;
  for (const network of Object.values(lesson.networks)) first = soonerOf(first, wakes.of(network));
  return first;
}

function passTime(
  lesson: Lesson,
  to: Instant,
  onlooker: Onlooker | undefined,
  wakes: NetworkWakes,
): void {
  if (lesson.phase === "play" && !lesson.paused) {
    for (const network of Object.values(lesson.networks)) {
      const play = playTimeAt(network, to);
      if (wakes.of(network) > to) letPass(network.match, play);
      else {
        const { match } = network;
        const next = advanceMatch(match, play, onlooker?.(match), wakes.playOf(network));
        wakes.learn(network, next);
      }
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
