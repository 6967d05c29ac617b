import { isDeepStrictEqual } from "node:util";
import { missions } from "../../assets/missions/missions.ts";
import type { View } from "../../shared/contract/view.ts";
import { type Journal, replay } from "../../shared/lesson/journal.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import type { Instant } from "../../shared/lib/instant.ts";
import type { Sitting } from "./sitting.ts";

/** All that somebody's screen says of how a round came out: the teams', and one's own. */
type Scores = Pick<View, "standings" | "mine" | "tallies">;

/** What was read off everybody's screen when a round was over, at an instant of the lesson. */
export type Sighting = {
  readonly at: Instant;
  readonly round: number;
  readonly seen: readonly { readonly viewer: Viewer; readonly scores: Scores }[];
};

/** Reads everybody's screen after a round. */
export async function sightScores(
  round: number,
  screen: Sitting,
  sittings: readonly Sitting[],
): Promise<Sighting> {
  const seen = [screen, ...sittings].map(({ seat, view }) => ({
    viewer: viewerOf(seat.actor),
    scores: scoresIn(view()),
  }));
  const { now } = await screen.room.request("sync");
  return { at: now, round, seen };
}

/** How many screens showed something else than the fold of the journal gives. */
export function differences(journal: Journal, { at, seen }: Sighting): number {
  const lesson = replay(journal, missions, at);
  return seen.filter(
    ({ viewer, scores }) => !isDeepStrictEqual(scores, scoresIn(viewFor(lesson, viewer))),
  ).length;
}

const scoresIn = ({ standings, mine, tallies }: View): Scores => ({ standings, mine, tallies });

const viewerOf = (actor: string): Viewer =>
  actor === "screen" ? { kind: "screen" } : { kind: "player", player: actor };
