import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import type { SavedRound } from "../../shared/lesson/open-journal.ts";
import { nameBox } from "./box-name.ts";
import { networksOf } from "./console-network-view.ts";
import { nameNetwork } from "./console-troubles.ts";
import { presentNickname } from "./shell-nickname.ts";
import { wordFor } from "./word-for.ts";

/** One of several things that can be looked at. */
export type SavedChoice = { readonly value: string; readonly words: string };

/** The rounds of a lesson that can be looked at again. */
export const roundChoices = (rounds: readonly SavedRound[], text: Text): readonly SavedChoice[] =>
  rounds.map(({ round, view }) => ({
    value: String(round),
    words: text.savedLesson.roundOf(
      round,
      wordFor(text.names.missions, view.lesson["now"]?.mission ?? ""),
    ),
  }));

/** The teams of a round. */
export const teamChoices = (view: View, text: Text): readonly SavedChoice[] =>
  networksOf(view).map((network) => ({ value: network, words: nameNetwork(network, text) }));

/** The desks of a team at which somebody sat. */
export const deskChoices = (view: View, network: string, text: Text): readonly SavedChoice[] =>
  Object.values(view.seats).flatMap((seat) => {
    const nickname = view.players[seat.player ?? ""]?.nickname;
    if (seat.network !== network || nickname === undefined) return [];
    const name = presentNickname(nickname, text);
    return [
      { value: seat.box, words: text.savedLesson.seat(nameBox(seat.box, undefined, text), name) },
    ];
  });
