import type { Mission, Role } from "../../shared/contract/mission.ts";
import { missionFor } from "../../shared/contract/mission-for.ts";
import { districtSize, mostInNetwork } from "../../shared/contract/network-size.ts";
import { playedSeats } from "../../shared/contract/played-seats.ts";
import { paceOf, starsOf } from "../../shared/match/result.ts";
import type { Script } from "../kit/scripted-class.ts";
import { playRound, pupilSeed } from "./play-round.ts";

/** How a whole team that plays one way came out on one seed. */
export type TeamRound = { readonly stars: number; readonly pace: number };

/** Makes one member of the team: with the member's own seed, in the round of this seed. */
export type Casting = (own: number, round: number) => Script;

/** Two districts have twice the desks: half as many rounds of them say as much. */
export const roundsFor = (size: number, seeds: number): number =>
  size > districtSize ? Math.ceil(seeds / 2) : seeds;

/** Lets a team in which everybody plays the same way play the mission on every seed. */
export const teamRounds = (
  mission: Mission,
  seats: number,
  seeds: number,
  cast: Casting,
): readonly TeamRound[] =>
  Array.from({ length: seeds }, (_, index) => {
    const seed = index + 1;
    const scripts = Array.from({ length: seats }, (__, at) => cast(pupilSeed(seed, at), seed));
    const { match } = playRound({ mission, seed, scripts });
    return { stars: starsOf(match), pace: paceOf(match) };
  });

/** The sizes of teams that the mission has seats for; whoever plays alone is a team of one. */
export function sizesOf(mission: Mission): readonly number[] {
  if (mission.seats.length === 1) return [1];
  const all = Array.from({ length: mostInNetwork - 1 }, (_, index) => index + 2);
  return all.filter((size) => size <= playedSeats(largestMap(mission, size)).length);
}

/** The map of a team that has every seat, in one district or in two. */
const largestMap = (mission: Mission, size: number): Mission =>
  missionFor(mission, size > districtSize ? mostInNetwork : districtSize);

/**
 * Whether people have every box of the role that can be had in a team of this size: then no autopilot does their part.
 */
export function isAllPeople(mission: Mission, size: number, role: Role): boolean {
  const plan = missionFor(mission, size);
  const mine = playedSeats(plan).slice(0, size);
  const played = plan.boxes.filter((box) => box.role === role && box.automatic !== true);
  return played.length > 0 && played.every(({ id }) => mine.includes(id));
}

/** A team for which every mission has all its routers and servers. */
export const wholeTeam = (mission: Mission): number =>
  sizesOf(mission).find((size) => size >= 5) ?? mission.seats.length;
