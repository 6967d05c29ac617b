import type { PlayerId } from "../../shared/contract/intent.ts";

/** What the host calls the players, by player; it never leaves the host's browser. */
export type Labels = Readonly<Record<PlayerId, string>>;

/** Teams of those whose labels begin with the same word; a single one is a team of nobody's. */
export function teamsByLabel(
  labels: Labels,
  players: readonly PlayerId[],
): readonly (readonly PlayerId[])[] {
  const teams = new Map<string, PlayerId[]>();
  for (const player of players) {
    const word = firstWord(labels[player] ?? "");
    if (word !== "") teams.set(word, [...(teams.get(word) ?? []), player]);
  }
  return [...teams.values()].filter((team) => team.length > 1);
}

const firstWord = (label: string): string => label.normalize("NFC").trim().split(/\s+/)[0] ?? "";
