import type { Text } from "../../assets/text/text.ts";
import { type Mission, type Role, roles } from "../../shared/contract/mission.ts";
import type { Duty } from "../../shared/device/act.ts";
import { wordFor } from "./word-for.ts";

/** The most stars a role has earned in a mission; absent where it was never played, 0 where none can be earned. */
export type RoleStars = Readonly<Partial<Record<Role, number>>>;

/** One mission as a station of its chapter's line. */
export type Station = {
  readonly mission: string;
  readonly kind: Mission["kind"];
  /** Its place on the line, counted from 1. */
  readonly nth: number;
  readonly roles: readonly Role[];
  /** What each role does by hand. */
  readonly held: Mission["held"];
  readonly hasPins: boolean;
  readonly stars: RoleStars;
  readonly isPlayed: boolean;
  /** Whether this is where the player stands: the first station that was never played. */
  readonly isNext: boolean;
};

/** One chapter as a line with its stations. */
export type ChapterLine = { readonly chapter: number; readonly stations: readonly Station[] };

/** All chapters as lines, in their order, with what was earned on this device. */
export function presentChapters(
  missions: readonly Mission[],
  earned: Readonly<Record<string, RoleStars>>,
): readonly ChapterLine[] {
  const inOrder = missions.toSorted((one, other) => one.chapter - other.chapter);
  const next = inOrder.find(({ id }) => !isPlayed(earned[id]))?.id;
  const chapters = [...new Set(inOrder.map(({ chapter }) => chapter))];
  return chapters.map((chapter) => ({
    chapter,
    stations: inOrder
      .filter((mission) => mission.chapter === chapter)
      .map((mission, index) => ({
        mission: mission.id,
        kind: mission.kind,
        nth: index + 1,
        roles: playableRoles(mission),
        held: mission.held,
        hasPins: mission.pinSlots > 0,
        stars: earned[mission.id] ?? {},
        isPlayed: isPlayed(earned[mission.id]),
        isNext: mission.id === next,
      })),
  }));
}

/** Every station, in the order of the journey. */
export const stationsOf = (lines: readonly ChapterLine[]): readonly Station[] =>
  lines.flatMap(({ stations }) => stations);

/** The station to start with: the one that was asked for, else where the player stands, else the first. */
export function chosenStation(
  lines: readonly ChapterLine[],
  asked: string | undefined,
): Station | undefined {
  const all = stationsOf(lines);
  return all.find(({ mission }) => mission === asked) ?? all.find(({ isNext }) => isNext) ?? all[0];
}

/** The role to try first at a station: one that was never played there, else the first. */
export const firstRole = ({ roles: playable, stars }: Station): Role | undefined =>
  playable.find((role) => stars[role] === undefined) ?? playable[0];

/** The roles that a mission lets somebody play who practises alone. */
export const playableRoles = ({ held, boxes }: Mission): readonly Role[] =>
  roles.filter(
    (role) =>
      held[role].length > 0 && boxes.some((box) => box.role === role && (box.fromSize ?? 1) <= 1),
  );

const isPlayed = (stars: RoleStars = {}): boolean => Object.keys(stars).length > 0;

/** What a role does by hand at a station, in words. */
export function presentDuties(role: Role, { held, hasPins }: Station, { practice }: Text): string {
  const words: Readonly<Partial<Record<Duty | "pin", string>>> = practice.does[role];
  const does = hasPins ? [...held[role], "pin" as const] : held[role];
  return does.flatMap((duty) => words[duty] ?? []).join(" ");
}

/** One idea of an explanation, under its name. */
export type ExplainedIdea = {
  readonly concept: string;
  readonly name: string;
  readonly says: string;
};

/** What a mission is about, idea by idea; empty where it has no explanation yet. */
export function explanationOf(
  mission: string,
  { coach, practice }: Text,
): readonly ExplainedIdea[] {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = practice.explanations;
  return Object.entries(all[mission] ?? {}).map(([concept, says]) => ({
    concept,
    name: wordFor(coach.concepts, concept),
    says,
  }));
}
