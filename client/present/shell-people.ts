import type { PlayerId } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";

/** One person in the waiting room. */
export type Person = {
  readonly player: PlayerId;
  readonly nickname: string;
  readonly you: boolean;
  readonly online: boolean;
  readonly ready: boolean;
};

/** Everybody in the waiting room: I come first, the others in the order they came. */
export function presentPeople(view: View): readonly Person[] {
  const people = Object.entries(view.players).map(([player, { nickname, you, online, ready }]) => ({
    player,
    nickname,
    you,
    online,
    ready,
  }));
  return people.toSorted(
    (one, other) =>
      Number(other.you) - Number(one.you) || arrival(one.player) - arrival(other.player),
  );
}

/** The letters that were thrown to me and are still told of: from whom, the newest first. */
export const caughtLetters = (
  view: View,
): readonly { readonly id: string; readonly from: string }[] =>
  Object.entries(view.throws)
    .filter(([, { to }]) => view.players[to]?.you)
    .toSorted(([, one], [, other]) => other.at - one.at)
    .map(([id, { from }]) => ({ id, from: view.players[from]?.nickname ?? "" }));

/** The how-manieth of all players this one was: `p12` came twelfth. */
export const arrival = (player: PlayerId): number => Number(player.slice(1));
