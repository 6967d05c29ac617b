import { type Mission, type Role, roles } from "../../shared/contract/mission.ts";
import { type Concept, concepts } from "../../shared/contract/reasons.ts";
import type { View } from "../../shared/contract/view.ts";
import { challengeOutcome, type FailedConcept, failedConcepts } from "./shell-challenge.ts";
import type { RoleStars } from "./shell-chapters.ts";

/** What this device remembers of practising alone: one record, as it is stored and exported. */
export type DeviceMemory = {
  readonly format: 1;
  /** The most stars by mission and role. */
  readonly stars: Readonly<Record<string, RoleStars>>;
  /** The roles that are no longer played step by step, by chapter: `1/router`. */
  readonly onMyOwn: readonly string[];
  /** The ideas that went wrong, the latest first. */
  readonly failed: readonly FailedConcept[];
  /** Whether a mission is explained before it is played, and not after. */
  readonly explainFirst: boolean;
};

/** A practice round as far as it is remembered. */
export type PracticeRound = {
  readonly mission: Pick<Mission, "id" | "chapter" | "kind">;
  readonly role: Role;
  readonly guided: boolean;
  readonly challenge?: Concept;
  readonly stars: number;
  readonly tallies: View["tallies"];
};

/** A device that has never been played on. */
export const emptyMemory: DeviceMemory = {
  format: 1,
  stars: {},
  onMyOwn: [],
  failed: [],
  explainFirst: false,
};

const mostFailed = 12;
const mostMissions = 100;

/**
 * The device's memory after a round. A guided or a short one earns no stars; in an experiment things are meant to go
 * wrong, so nothing of it comes back.
 */
export function rememberRound(memory: DeviceMemory, round: PracticeRound): DeviceMemory {
  const { mission, role, guided, challenge } = round;
  if (mission.kind === "experiment") return withStars(memory, round, 0);
  const known = { ...memory, failed: failedAfter(memory.failed, round) };
  if (challenge !== undefined) return known;
  return guided
    ? setOnMyOwn(known, mission.chapter, role, true)
    : withStars(known, round, round.stars);
}

/** Whether the role is played without light from the first act on. */
export const isOnMyOwn = (memory: DeviceMemory, chapter: number, role: Role): boolean =>
  memory.onMyOwn.includes(`${chapter}/${role}`);

/** The memory with a role of a chapter played step by step, or no longer. */
export function setOnMyOwn(
  memory: DeviceMemory,
  chapter: number,
  role: Role,
  on: boolean,
): DeviceMemory {
  const others = memory.onMyOwn.filter((place) => place !== `${chapter}/${role}`);
  return { ...memory, onMyOwn: on ? [...others, `${chapter}/${role}`] : others };
}

/** The record in a text; undefined where it holds none. Fields that are broken are as good as empty. */
export function parseMemory(stored: string): DeviceMemory | undefined {
  const record = fieldsOf(parseJson(stored));
  if (record["format"] !== 1) return undefined;
  return {
    format: 1,
    stars: parseStars(record["stars"]),
    onMyOwn: listOf(record["onMyOwn"]).filter(isChapterRole),
    failed: listOf(record["failed"]).filter(isFailedConcept).slice(0, mostFailed),
    explainFirst: record["explainFirst"] === true,
  };
}

/** Two records as one, such as this device's and one that was brought along: nothing that was earned is lost. */
export function mergeMemories(mine: DeviceMemory, brought: DeviceMemory): DeviceMemory {
  const stars = { ...mine.stars };
  for (const [mission, earned] of Object.entries(brought.stars)) {
    stars[mission] = mostStars(stars[mission] ?? {}, earned);
  }
  return {
    ...mine,
    stars,
    onMyOwn: [...new Set([...mine.onMyOwn, ...brought.onMyOwn])],
    failed: withoutRepeats([...mine.failed, ...brought.failed]),
  };
}

function withStars(
  memory: DeviceMemory,
  { mission: { id }, role }: PracticeRound,
  stars: number,
): DeviceMemory {
  const earned = mostStars(memory.stars[id] ?? {}, { [role]: stars });
  return { ...memory, stars: { ...memory.stars, [id]: earned } };
}

function failedAfter(
  before: readonly FailedConcept[],
  { mission, role, tallies, challenge }: PracticeRound,
): readonly FailedConcept[] {
  const fresh = failedConcepts(tallies).map((concept) => ({ concept, mission: mission.id, role }));
  const isRetired = challenge !== undefined && challengeOutcome(challenge, tallies).passed;
  const open = before.filter(
    (one) => !(isRetired && one.concept === challenge && one.role === role),
  );
  return withoutRepeats([...fresh, ...open]);
}

/** An idea is tried again where it went wrong last; the same idea is another one at another role's desk. */
const withoutRepeats = (all: readonly FailedConcept[]): readonly FailedConcept[] =>
  all
    .filter(
      ({ concept, role }, index) =>
        all.findIndex((one) => one.concept === concept && one.role === role) === index,
    )
    .slice(0, mostFailed);

const mostStars = (one: RoleStars, other: RoleStars): RoleStars =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const most = Math.max(one[role] ?? -1, other[role] ?? -1);
      return most < 0 ? [] : [[role, most]];
    }),
  );

function parseStars(value: unknown): DeviceMemory["stars"] {
  const missions = Object.entries(fieldsOf(value)).slice(0, mostMissions);
  return Object.fromEntries(
    missions.map(([mission, earned]) => [mission, parseRoleStars(fieldsOf(earned))]),
  );
}

const parseRoleStars = (earned: Fields): RoleStars =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const stars = [0, 1, 2, 3].find((count) => count === earned[role]);
      return stars === undefined ? [] : [[role, stars]];
    }),
  );

const isChapterRole = (value: unknown): value is string =>
  typeof value === "string" && /^\d{1,2}\/[a-z]{1,20}$/.test(value);

function isFailedConcept(value: unknown): value is FailedConcept {
  const { concept, mission, role } = fieldsOf(value);
  return (
    concepts.some((known) => known === concept) &&
    roles.some((known) => known === role) &&
    typeof mission === "string"
  );
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
