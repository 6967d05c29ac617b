import type { Mission, Role } from "../../shared/contract/mission.ts";
import { paceOf, starsOf } from "../../shared/match/result.ts";
import { planFor } from "../../shared/world/topology.ts";
import type { Script } from "../kit/scripted-class.ts";
import { playRound, pupilSeed } from "./play-round.ts";

/** How a whole team that plays one way came out on one seed. */
export type TeamRound = { readonly stars: number; readonly pace: number };

/** Makes one member of the team: with the member's own seed, in the round of this seed. */
export type Casting = (own: number, round: number) => Script;

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
export const sizesOf = ({ seats }: Mission): readonly number[] =>
  seats.length === 1 ? [1] : [2, 3, 4, 5, 6].filter((size) => size <= seats.length);

/**
 * Whether people have every box of the role that can be had in a team of this size: then no autopilot does their part.
 */
export function isAllPeople(mission: Mission, size: number, role: Role): boolean {
  const { boxes } = planFor(mission, size);
  const mine = seatsOf(mission, size).slice(0, size);
  const played = boxes.filter((box) => box.role === role && box.automatic !== true);
  return played.length > 0 && played.every(({ id }) => mine.includes(id));
}

/** The seats that a team of this size can have, in the order in which they are taken. */
function seatsOf(mission: Mission, size: number): readonly string[] {
  const { boxes } = planFor(mission, size);
  return mission.seats.filter((seat) =>
    boxes.some(({ id, automatic }) => id === seat && automatic !== true),
  );
}

/** A team for which every mission has all its routers and servers. */
export const wholeTeam = (mission: Mission): number =>
  sizesOf(mission).find((size) => size >= 5) ?? mission.seats.length;
