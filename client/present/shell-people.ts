import type { PlayerId } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";

/** One person in the waiting room. */
export type Person = {
  readonly player: PlayerId;
  readonly nickname: string;
  readonly you: boolean;
  readonly online: boolean;
};

/** Everybody in the waiting room: I come first, the others in the order they came. */
export function presentPeople(view: View): readonly Person[] {
  const people = Object.entries(view.players).map(([player, { nickname, you, online }]) => ({
    player,
    nickname,
    you,
    online,
  }));
  return people.toSorted(
    (one, other) =>
      Number(other.you) - Number(one.you) || arrival(one.player) - arrival(other.player),
  );
}

/** The how-manieth of all players this one was: `p12` came twelfth. */
export const arrival = (player: PlayerId): number => Number(player.slice(1));
