import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import type { Hand } from "./hand.ts";
import { type PlaceCard, presentPlaces } from "./place.ts";
import { presentReceiveTray } from "./receive-tray.ts";

/** Where a card that came can be put: behind what was read, on the shelf above it, or into the bin. */
export function presentCardPlaces(
  view: View,
  text: Text,
  hand: Hand | undefined,
): readonly PlaceCard[] {
  const words = text.desk.tray;
  const slots = presentReceiveTray(view, hand)?.slots ?? [];
  const places = slots.map(({ sequence, kind, text: lying }) => ({
    place: { kind: "slot" as const, sequence },
    title: String(sequence),
    note: words.slots[kind],
    state: lying ?? words.empty,
    closed: lying !== undefined,
  }));
  const bin = {
    place: { kind: "bin" as const },
    title: words.bin,
    note: "",
    state: view.rules["now"]?.goBackN === true ? words.binOutOfTurn : words.binWhy,
    closed: true,
  };
  return presentPlaces(view, hand, [...places, bin]);
}
