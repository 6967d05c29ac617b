import type { Mission, Role } from "../../shared/contract/mission.ts";
import {
  type Concept,
  concepts,
  type Reason,
  reasonNames,
  reasons,
  type Verdict,
} from "../../shared/contract/reasons.ts";
import type { View } from "../../shared/contract/view.ts";
import { playableRoles } from "./shell-chapters.ts";

/** An idea that went wrong, and the desk where it last did. */
export type FailedConcept = {
  readonly concept: Concept;
  readonly mission: string;
  readonly role: Role;
};

/** What one short round for an idea came to. */
export type ChallengeOutcome = {
  readonly right: number;
  readonly wrong: number;
  readonly passed: boolean;
};

/** So many right acts, and no wrong one, show that an idea is known now. */
export const rightActsNeeded = 3;

const challengeMs = 60_000;
/** A connection has to open before it can show anything, and to close. */
const challengeOverTcpMs = 120_000;
/** Nobody but the player is slow here, so silence says something sooner than in a class. */
const challengeRetryMs = 12_000;
/** Errands follow each other quickly. */
const challengePauseMs = 3_000;
const challengePinSlots = 2;
const challengeLossPercent = 35;
const mostOffered = 3;

/** Ideas that no right act is named after: the right acts that cannot be done without them. */
const shownBy: Partial<Record<Concept, readonly Reason[]>> = {
  ipAddress: ["addressedRight"],
  sourcePort: ["addressedRight"],
  keepingUp: ["forwardedRight", "deliveredRight", "rejectedRight"],
};

/** The reasons that show an idea is known. */
export const rightReasonsOf = (concept: Concept): readonly Reason[] =>
  shownBy[concept] ?? reasonsOf(concept, "right");

/** The mission as a round of a minute: one thing happens by itself, lossy lines lose more, silence tells sooner. */
export function challengeMission(mission: Mission): Mission {
  const { roundMs, retryMs, errandPauseMs, events, links, tcp, pinSlots } = mission;
  const shortMs = Math.min(tcp === undefined ? challengeMs : challengeOverTcpMs, roundMs);
  const sooner = (ms: number) => Math.trunc((ms * shortMs) / roundMs);
  return {
    ...mission,
    roundMs: shortMs,
    retryMs: Math.min(retryMs, challengeRetryMs),
    errandPauseMs: Math.min(errandPauseMs, challengePauseMs),
    // With fewer pins more is passed on by hand.
    pinSlots: Math.min(pinSlots, challengePinSlots),
    links: links.map((link) =>
      link.lossPercent === undefined
        ? link
        : { ...link, lossPercent: Math.max(link.lossPercent, challengeLossPercent) },
    ),
    events: eventsForShort(events).map((event) => ({ ...event, at: sooner(event.at) })),
  };
}

/** What a mission begins with, everybody who knocks, and the first of the other things that happen. */
function eventsForShort(events: Mission["events"]): Mission["events"] {
  const isKept = ({ at, kind }: Mission["events"][number]) => at < 1_000 || kind === "strayKnock";
  const first = events.find((event) => !isKept(event));
  return events.filter((event) => isKept(event) || event === first);
}

/** The ideas that went wrong in a round. */
export const failedConcepts = (tallies: View["tallies"]): readonly Concept[] =>
  concepts.filter((concept) => count(tallies, reasonsOf(concept, "wrong")) > 0);

/** What a short round for an idea came to. */
export function challengeOutcome(concept: Concept, tallies: View["tallies"]): ChallengeOutcome {
  const right = count(tallies, rightReasonsOf(concept));
  const wrong = count(tallies, reasonsOf(concept, "wrong"));
  return { right, wrong, passed: right >= rightActsNeeded && wrong === 0 };
}

/** The failed ideas worth another try now: the latest, of missions and roles that are still there. */
export const offeredChallenges = (
  failed: readonly FailedConcept[],
  missions: Readonly<Record<string, Mission>>,
): readonly FailedConcept[] =>
  failed
    .filter(({ mission, role }) => {
      const there = missions[mission];
      return there !== undefined && playableRoles(there).includes(role);
    })
    .slice(0, mostOffered);

const reasonsOf = (concept: Concept, verdict: Verdict): readonly Reason[] =>
  reasonNames.filter(
    (name) => reasons[name].concept === concept && reasons[name].verdict === verdict,
  );

const count = (tallies: View["tallies"], names: readonly Reason[]): number =>
  names.reduce((sum, name) => sum + (tallies[name]?.count ?? 0), 0);
