import type { Nickname } from "./intent.ts";

/** What two who share a seat go by: their nicknames, joined. Somebody alone goes by one. */
export const joinNicknames = (nickname: Nickname, partner: Nickname | undefined): Nickname =>
  partner === undefined ? nickname : (`${nickname}+${partner}` as Nickname);

/** The nicknames of everybody at a seat: one, or those of two who share it. */
export const nicknamesOf = (joined: string): readonly string[] => joined.split("+");

/** How many people go by this name. */
export const peopleIn = (joined: string): number => nicknamesOf(joined).length;

/** Of two who share a seat, whose hands play now and who holds the sheet. */
export type Pair<Name> = { readonly hands: Name; readonly eyes: Name };

/** They swap at half-time, and another one begins in every round. */
export function pairAt<Name>(
  [one, other]: readonly [Name, Name],
  round: number,
  isSecondHalf: boolean,
): Pair<Name> {
  const isOne = (round % 2 === 1) !== isSecondHalf;
  return isOne ? { hands: one, eyes: other } : { hands: other, eyes: one };
}
