import type { PlayerId } from "../contract/intent.ts";
import { missionFor } from "../contract/mission-for.ts";
import { districtSize, mostInNetwork } from "../contract/network-size.ts";
import { playedSeats } from "../contract/played-seats.ts";
import { namedChance, shuffled } from "../lib/chance.ts";
import type { Lesson, Player } from "./lesson.ts";

/** Who plays with whom in the next round: one network for each team. */
export function teamsFor(lesson: Lesson, players: readonly Player[]): readonly Player[][] {
  const most = Math.min(lesson.networkSize, seatsOnLargestMap(lesson));
  const teams = chosenTeams(lesson, players, most);
  lesson.lastTeams = teams.map((team) => team.map(({ id }) => id));
  return teams;
}

function seatsOnLargestMap({ mission, networkSize }: Lesson): number {
  const size = networkSize > districtSize ? mostInNetwork : districtSize;
  return playedSeats(missionFor(mission, size)).length;
}

function chosenTeams(lesson: Lesson, players: readonly Player[], most: number): Player[][] {
  const { teams, lastTeams, options, round } = lesson;
  if (teams === "dealt") return dealt(players, most);
  if (teams === "mixed")
    return dealt(shuffled(namedChance(options.seed, `teams ${round}`), players), most);
  return asGiven(teams === "kept" ? lastTeams : teams, players, most);
}

/** Networks as even as can be, none larger than it has seats; at least one, so that a host can look around. */
function dealt(players: readonly Player[], most: number): Player[][] {
  const count = Math.max(1, Math.ceil(players.length / most));
  const groups: Player[][] = Array.from({ length: count }, () => []);
  for (const [index, player] of players.entries()) groups[index % count]?.push(player);
  return groups;
}

/** Teams that somebody has put together; one that is too large is split, and whoever is in none joins the smallest. */
function asGiven(
  wanted: readonly (readonly PlayerId[])[],
  players: readonly Player[],
  most: number,
): Player[][] {
  // Whoever is named twice plays where they were named first.
  const teamOf = (id: PlayerId): number => wanted.findIndex((team) => team.includes(id));
  const teams = wanted
    .map((_, index) => players.filter(({ id }) => teamOf(id) === index))
    .filter((team) => team.length > 0)
    .flatMap((team) => dealt(team, most));
  for (const player of players.filter(({ id }) => teamOf(id) === -1)) {
    const [smallest] = teams.toSorted((a, b) => a.length - b.length);
    if (smallest === undefined || smallest.length >= most) teams.push([player]);
    else smallest.push(player);
  }
  return teams.length === 0 ? [[]] : teams;
}
