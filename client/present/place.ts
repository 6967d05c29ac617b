import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { LinkId } from "../../shared/device/act.ts";
import type { Hand } from "./hand.ts";

/** Where a letter of the belt can be put; a pin only goes to exits. */
export type Place =
  | { readonly kind: "exit"; readonly exit: LinkId }
  | { readonly kind: "door"; readonly port: number }
  | { readonly kind: "reject" }
  /** Where a card with this number belongs: behind what was read, or on the shelf. */
  | { readonly kind: "slot"; readonly sequence: number }
  | { readonly kind: "bin" };

/** A place as it stands on the desk, with the key that puts there what is in the hand. */
export type PlaceCard = {
  readonly id: string;
  readonly key: string;
  readonly place: Place;
  readonly title: string;
  readonly note: string;
  readonly state: string;
  readonly closed: boolean;
  readonly lit: boolean;
};

/** The keys of the places, as they lie side by side on the keyboard. */
const placeKeys = "QWERTYUIOP";

/** A place's name on the page; drag, click and key all find it by this. */
export const placeId = (place: Place): string => {
  if (place.kind === "exit") return `exit:${place.exit}`;
  if (place.kind === "slot") return `slot:${place.sequence}`;
  return place.kind === "door" ? `door:${place.port}` : place.kind;
};

/** The place that goes by this name; undefined for any other name on the page. */
export function parsePlaceId(id: string): Place | undefined {
  const [, exit] = /^exit:(.+)$/.exec(id) ?? [];
  if (exit !== undefined) return { kind: "exit", exit };
  const [, port] = /^door:(\d+)$/.exec(id) ?? [];
  if (port !== undefined) return { kind: "door", port: Number(port) };
  const [, sequence] = /^slot:(\d+)$/.exec(id) ?? [];
  if (sequence !== undefined) return { kind: "slot", sequence: Number(sequence) };
  return id === "reject" || id === "bin" ? { kind: id } : undefined;
}

/** The places in their order, each with its key, and lit where a lit due points. */
export function presentPlaces(
  view: View,
  hand: Hand | undefined,
  places: readonly Omit<PlaceCard, "id" | "key" | "lit">[],
): readonly PlaceCard[] {
  const lit = litPlace(view, hand);
  return places.map((card, order) => {
    const id = placeId(card.place);
    return { ...card, id, key: placeKeys.charAt(order), lit: id === lit };
  });
}

/** The exits that the map marks: the lit one, else all of them while something is in the hand. */
export function pointedExits(places: readonly PlaceCard[], isHolding: boolean): readonly LinkId[] {
  const lit = places.filter((card) => card.lit);
  const marked = lit.length > 0 || !isHolding ? lit : places;
  return marked.flatMap(({ place }) => (place.kind === "exit" ? [place.exit] : []));
}

/** Where the thing in the hand belongs, or while the hand is empty what has waited longest; only while that due is lit. */
function litPlace(view: View, hand: Hand | undefined): string | undefined {
  const due = Object.values(view.dues)
    .filter((row) => row.lit && isPlaced(row, hand))
    .toSorted((one, other) => one.since - other.since)[0];
  return due && hintedPlace(due);
}

const isPlaced = ({ kind, about }: ViewRow<"dues">, hand: Hand | undefined): boolean =>
  placedKinds.includes(kind) &&
  (hand === undefined || (handFor(kind) === hand.kind && hand.id === about));

/** The dues that end with something being put somewhere, and what must be in the hand for it. */
const placedKinds = ["letter", "place", "pin"];
const handFor = (kind: string): Hand["kind"] => (kind === "pin" ? "pin" : "letter");

function hintedPlace(due: ViewRow<"dues">): string | undefined {
  const { kind, hintExit, hintPort, hintSequence } = due;
  if (hintSequence !== undefined) return placeId({ kind: "slot", sequence: hintSequence });
  // A card that came before has no number to go to.
  if (kind === "place") return placeId({ kind: "bin" });
  if (hintExit === "reject") return placeId({ kind: "reject" });
  if (hintExit !== undefined) return placeId({ kind: "exit", exit: hintExit });
  return hintPort === undefined ? undefined : placeId({ kind: "door", port: hintPort });
}
