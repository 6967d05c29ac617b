import type { Place } from "../../present/place.ts";

const socket = "M6 42V16h9V9h8V3h12v6h8v7h9v26z";

const inside: Readonly<Record<Place["kind"], string>> = {
  door: "M15 36v-7M22 36v-7M29 36v-7M36 36v-7M43 36v-7",
  exit: "M8 22h38M33 9l13 13-13 13",
  reject: "M20 22l18 14M38 22L20 36",
  slot: "M20 26h18M20 33h12",
  bin: "M16 12h26M25 12V6h8v6M19 12l3 28h14l3-28M26 19l1 14M32 19l-1 14",
};

/** An arrow that is broken in two, with a bar across each end. */
const cutExit = "M8 22h9M37 22h9M38 13l9 9-9 9M20 13v18M34 13v18";

type PlacePictureProps = { readonly kind: Place["kind"]; readonly isCut: boolean };

/** The shapes around what is inside: a jack for doors, a card for slots. */
const around: Readonly<Partial<Record<Place["kind"], string>>> = {
  door: socket,
  reject: socket,
  slot: "M11 8h36v32H11z",
};

/** A place as a shape: an open or a crossed-out jack, an arrow out, a broken arrow, a card's outline or a bin. */
export const PlacePicture = ({ kind, isCut }: PlacePictureProps) => (
  <svg class={`place-picture ${kind}`} viewBox="0 0 58 44" aria-hidden="true">
    {around[kind] !== undefined && <path class="jack" d={around[kind]} />}
    <path class="jack-inside" d={isCut ? cutExit : inside[kind]} />
  </svg>
);
