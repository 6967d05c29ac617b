import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { closedDoor, openDoors } from "./doors.ts";
import { duesInOrder } from "./due-in-front.ts";
import type { Hand } from "./hand.ts";
import { type PlaceCard, presentPlaces } from "./place.ts";
import { isExpert } from "./slip.ts";
import { wordFor } from "./word-for.ts";

/** An errand that waits for its letter to be written or answered. */
export type ErrandCard = {
  readonly id: string;
  readonly ask: string;
  readonly state: string;
  readonly stateWords: string;
  /** The last thing heard of it; empty when nothing came back. */
  readonly news: string;
  readonly sourcePort: number;
  /** Whether its port may be taken over into the slip. */
  readonly canPick: boolean;
  readonly secondsLeft: number;
  /** How much of the patience is left, from 1 to 0. */
  readonly patience: number;
  /** While an answer may still come: how long until sending again makes sense. */
  readonly retrySeconds: number | undefined;
  readonly lit: boolean;
};

/** My open errands in the order they came. */
export const presentErrands = (view: View, text: Text, playNow: number): readonly ErrandCard[] =>
  errandsInOrder(view).map(([id, row]) => presentErrand(view, text, id, row, playNow));

/** The errand whose slip lies open: the chosen one, else the one that is to be written first; what was sent lies away. */
export function errandInHand(view: View, chosen: string | undefined): string | undefined {
  if (chosen !== undefined && view.errands[chosen] !== undefined) return chosen;
  const open = errandsInOrder(view);
  const due = duesInOrder(view, undefined).find(({ kind }) => kind === "errand" || kind === "ask");
  const isWriting = ({ state }: ViewRow<"errands">) => state === "writing";
  const first = open.find(([id, row]) =>
    due?.kind === "ask" ? isWriting(row) && due.about === row.service : due?.about === id,
  );
  return (first ?? open.find(([, row]) => isWriting(row)))?.[0];
}

/** My sockets, and the place that sends a letter for a closed door back. */
export function presentClientPlaces(
  view: View,
  text: Text,
  hand: Hand | undefined,
): readonly PlaceCard[] {
  const doors = openDoors(view).map(({ port, service }) => ({
    place: { kind: "door" as const, port },
    title: String(port),
    note: wordFor(text.names.services, service),
    state: text.desk.places.listening,
    closed: false,
  }));
  return presentPlaces(view, hand, [...doors, closedDoor(text)]);
}

function presentErrand(
  view: View,
  text: Text,
  id: string,
  row: ViewRow<"errands">,
  playNow: number,
): ErrandCard {
  const { service, state, sourcePort, openedAt, patienceUntil } = row;
  const words = text.desk.client;
  const leftMs = Math.max(0, patienceUntil - playNow);
  return {
    id,
    ask: wordFor(words.ask, service),
    state,
    stateWords: wordFor(words.states, state),
    news: row.news === undefined ? "" : wordFor(words.news, row.news),
    sourcePort,
    canPick: !isExpert(view),
    secondsLeft: Math.ceil(leftMs / 1000),
    patience: Math.min(1, leftMs / Math.max(1, patienceUntil - openedAt)),
    retrySeconds: retrySeconds(row, playNow),
    lit: Object.values(view.dues).some((due) => due.about === id && isLitErrand(due)),
  };
}

function retrySeconds(row: ViewRow<"errands">, playNow: number): number | undefined {
  if (row.state !== "sent" || row.retryAt === undefined) return undefined;
  return Math.max(0, Math.ceil((row.retryAt - playNow) / 1000));
}

const isLitErrand = (due: ViewRow<"dues">): boolean => due.kind === "errand" && due.lit;

const errandsInOrder = (view: View): readonly (readonly [string, ViewRow<"errands">])[] =>
  Object.entries(view.errands).toSorted(([one], [other]) => Number(one) - Number(other));
