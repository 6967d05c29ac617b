import type { DeskState } from "../input/desk-state.ts";
import { beltLetter } from "../present/belt.ts";
import { LetterFace } from "./belt/letter-face.tsx";
import { PinPicture } from "./tools/pin-picture.tsx";

/** The letter or the pin under the pointer while it is dragged. */
export function Carried({ desk }: { readonly desk: DeskState }) {
  const carried = desk.carried.value;
  if (carried === undefined) return null;
  const { hand, x, y } = carried;
  const style = { translate: `${x}px ${y}px` };
  if (hand.kind === "pin") {
    return (
      <div class="carried-pin" style={style} aria-hidden="true">
        <PinPicture />
      </div>
    );
  }
  const letter = beltLetter(desk.link.view.value, hand.id);
  if (letter === undefined) return null;
  return (
    <div class="letter carried-letter" style={style} aria-hidden="true">
      <LetterFace letter={letter} marked={undefined} />
    </div>
  );
}
