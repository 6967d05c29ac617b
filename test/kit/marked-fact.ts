import type { Match } from "../../shared/match/match.ts";

/** The kinds of fact that GAME's table of who may know what tells apart. */
export type Row =
  | "nicknames"
  | "map and call flags"
  | "lamps"
  | "letters that arrive"
  | "letters that get lost"
  | "where letters get lost"
  | "what stands on letters under way"
  | "letters on a belt"
  | "ports of letters at an end"
  | "ports of letters on the way"
  | "what is sealed in letters"
  | "tables and sockets"
  | "dues"
  | "hints of lit dues"
  | "hints of other dues"
  | "coach lines"
  | "scores of a seat"
  | "team standings"
  | "the world's numbers of letters"
  | "what lines lose"
  | "who stands still"
  | "key hashes"
  | "what only the rules need";

/** Who may know a fact. The host may know whatever anybody in the room may, but for a desk's inner workings. */
export type Audience = "room" | "network" | "desk" | "host" | "nobody";

/** Where a fact is at home: the round and network, the boxes whose own it is, and those one link away. */
export type Site = {
  readonly network: string;
  readonly boxes: readonly string[];
  readonly near: readonly string[];
};

export type Fact = Site & { readonly row: Row; readonly audience: Audience };

/** Somebody to whom bytes are sent, with every place of theirs, as `round/network/box`. */
export type Reader = { readonly id: string; readonly places: ReadonlySet<string> };

/** How a reader stands to a fact: one column of GAME's table. */
export type Relation =
  | "own"
  | "neighbour"
  | "same network"
  | "other network"
  | "host"
  | "big screen";

/** A site that belongs to no box: what is about the whole room. */
export const nowhere: Site = { network: "", boxes: [], near: [] };

/** The boxes, and those that are one link away from any of them. */
export function siteOf(match: Match, network: string, ...boxes: readonly string[]): Site {
  const near = match.mission.links.flatMap(({ a, b }) => [
    ...(boxes.includes(a) ? [b] : []),
    ...(boxes.includes(b) ? [a] : []),
  ]);
  return { network, boxes, near };
}

export function relationOf(reader: Reader, { network, boxes, near }: Site): Relation {
  if (reader.id === "host") return "host";
  if (reader.id === "screen") return "big screen";
  const sits = (box: string): boolean => reader.places.has(`${network}/${box}`);
  if (boxes.some(sits)) return "own";
  if (near.some(sits)) return "neighbour";
  const isInside = [...reader.places].some((place) => place.startsWith(`${network}/`));
  return isInside ? "same network" : "other network";
}

/** Whether somebody who stands so to a fact may know it. */
export function mayKnow({ audience, row }: Fact, relation: Relation): boolean {
  if (audience === "room") return true;
  if (audience === "nobody") return false;
  // letters that the whole network sees are seen there only once they are old
  if (relation === "big screen") return row === "map and call flags";
  if (relation === "host") return true;
  if (audience === "network") return relation !== "other network";
  return audience === "desk" && relation === "own";
}
