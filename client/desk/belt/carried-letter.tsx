import type { DeskState } from "../../input/desk-state.ts";
import { beltLetter } from "../../present/belt.ts";
import { LetterFace } from "./letter-face.tsx";

/** The letter under the pointer while it is dragged. */
export function CarriedLetter({ desk }: { readonly desk: DeskState }) {
  const carried = desk.carried.value;
  const letter = beltLetter(desk.link.view.value, carried?.letter);
  if (carried === undefined || letter === undefined) return null;
  return (
    <div
      class="letter carried-letter"
      style={{ translate: `${carried.x}px ${carried.y}px` }}
      aria-hidden="true"
    >
      <LetterFace letter={letter} marked={undefined} />
    </div>
  );
}
