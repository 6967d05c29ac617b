import type { Text } from "../../assets/text/text.ts";

/** What a test of the network has found; what is absent could not be found out. */
export type NetworkFound = {
  readonly isReached: boolean;
  readonly lineMs?: number;
  readonly clockAheadMs?: number;
  readonly kilobitsPerSecond?: number;
};

const checks = ["server", "line", "speed", "clock"] as const;
type Check = (typeof checks)[number];

/** How well one thing does that the game needs of a network. */
type CheckState = "good" | "slow" | "bad" | "unknown";
export type CheckRow = {
  readonly check: Check;
  readonly state: CheckState;
  readonly found: string;
};

/** What to make of a test as a whole; everything but `good` comes with something to ask an administrator for. */
export type Verdict = keyof Text["selfTest"]["verdicts"];

/** With less than this a class that opens the game waits long. */
const fairKilobits = 500;
/** A letter is a second under way: an echo that takes longer than this shows. */
const fairLineMs = 400;
/** Certificates and their browsers mind a clock that is farther off. */
const fairClockMs = 5 * 60_000;
/** Nobody sees so little. */
const sameClockMs = 2_000;

/** Each thing that was tried, in words. */
export const presentChecks = (found: NetworkFound, text: Text): readonly CheckRow[] =>
  checks.map((check) => ({
    check,
    state: states[check](found),
    found: words[check](found, text.selfTest.found),
  }));

/** The worst thing that was found, which is what to do something about. */
export function verdictOf(found: NetworkFound): Verdict {
  const { lineMs, kilobitsPerSecond = fairKilobits } = found;
  if (!found.isReached) return "unreached";
  if (lineMs === undefined) return "line";
  if (kilobitsPerSecond < fairKilobits) return "speed";
  if (lineMs > fairLineMs) return "delay";
  return states.clock(found) === "slow" ? "clock" : "good";
}

/** The one sentence for the administrator of the network, where there is something to ask for. */
export function presentAsk(verdict: Verdict, host: string, text: Text): string | undefined {
  return verdict === "good" ? undefined : text.selfTest.asks[verdict](host);
}

const states: Readonly<Record<Check, (found: NetworkFound) => CheckState>> = {
  server: ({ isReached }) => (isReached ? "good" : "bad"),
  line: ({ lineMs }) => {
    if (lineMs === undefined) return "bad";
    return lineMs > fairLineMs ? "slow" : "good";
  },
  speed: ({ kilobitsPerSecond }) => {
    if (kilobitsPerSecond === undefined) return "unknown";
    return kilobitsPerSecond < fairKilobits ? "slow" : "good";
  },
  clock: ({ clockAheadMs }) => {
    if (clockAheadMs === undefined) return "unknown";
    return Math.abs(clockAheadMs) > fairClockMs ? "slow" : "good";
  },
};

type FoundWords = Text["selfTest"]["found"];

const words: Readonly<Record<Check, (found: NetworkFound, say: FoundWords) => string>> = {
  server: ({ isReached }, say) => (isReached ? say.reached : say.unreached),
  line: ({ lineMs }, say) => (lineMs === undefined ? say.noLine : say.line(lineMs)),
  speed: ({ kilobitsPerSecond }, say) =>
    kilobitsPerSecond === undefined ? say.nothing : say.speed(withCommas(kilobitsPerSecond)),
  clock: ({ clockAheadMs }, say) => {
    if (clockAheadMs === undefined) return say.nothing;
    if (Math.abs(clockAheadMs) < sameClockMs) return say.clockSame;
    const time = lengthOf(Math.abs(clockAheadMs), say);
    return clockAheadMs > 0 ? say.clockAhead(time) : say.clockBehind(time);
  },
};

function lengthOf(ms: number, say: FoundWords): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? say.seconds(seconds) : say.minutes(Math.round(seconds / 60));
}

const withCommas = (whole: number): string => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ",");
