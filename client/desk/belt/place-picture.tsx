import type { Place } from "../../present/place.ts";

const socket = "M6 42V16h9V9h8V3h12v6h8v7h9v26z";

const inside: Readonly<Record<Place["kind"], string>> = {
  door: "M15 36v-7M22 36v-7M29 36v-7M36 36v-7M43 36v-7",
  exit: "M8 22h38M33 9l13 13-13 13",
  reject: "M20 22l18 14M38 22L20 36",
};

/** An arrow that is broken in two, with a bar across each end. */
const cutExit = "M8 22h9M37 22h9M38 13l9 9-9 9M20 13v18M34 13v18";

type PlacePictureProps = { readonly kind: Place["kind"]; readonly isCut: boolean };

/** A place as a shape: an open jack, an arrow out, a broken arrow, or a jack that is crossed out. */
export const PlacePicture = ({ kind, isCut }: PlacePictureProps) => (
  <svg class={`place-picture ${kind}`} viewBox="0 0 58 44" aria-hidden="true">
    {kind !== "exit" && <path class="jack" d={socket} />}
    <path class="jack-inside" d={isCut ? cutExit : inside[kind]} />
  </svg>
);
