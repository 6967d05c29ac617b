import type { DeskState } from "../../input/desk-state.ts";
import { startDrag } from "../../input/drag.ts";
import { letterInHand, pickUp } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { type BeltLetter, presentBelt } from "../../present/belt.ts";
import { presentCoachLine } from "../../present/coach-line.ts";
import { type Hand, holdsSame } from "../../present/hand.ts";
import { wordFor } from "../../present/word-for.ts";
import { LetterFace } from "./letter-face.tsx";

/** The letters that arrived at my machine. */
export function Belt({ desk }: { readonly desk: DeskState }) {
  const slots = presentBelt(desk.link.view.value);
  const letters = slots.filter((letter) => letter !== undefined);
  const words = text.value.desk.belt;
  return (
    <section class="belt" aria-label={words.title}>
      <header>
        <h2>
          {words.title}{" "}
          <span class="quiet">
            {letters.length} / {slots.length}
          </span>
        </h2>
        <p class="quiet">{letterInHand(desk) === undefined ? words.how : words.howToPlace}</p>
      </header>
      <ol>
        {slots.map((letter, index) => (
          <li key={`${index + 1}`} class={letter === undefined ? "slot free" : "slot"}>
            {letter !== undefined && <Letter desk={desk} letter={letter} />}
            <kbd>{index + 1}</kbd>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Letter({ desk, letter }: { readonly desk: DeskState; readonly letter: BeltLetter }) {
  const words = text.value.desk.belt;
  const hand: Hand = { kind: "letter", id: letter.id };
  const isPicked = holdsSame(desk.hand.value, hand);
  const isCarried = holdsSame(desk.carried.value?.hand, hand);
  const coach = presentCoachLine(desk.link.view.value, text.value, desk.playNow.value);
  const marked = coach?.letter === letter.id ? coach.field : undefined;
  const kind = wordFor(words.kinds, letter.kind);
  return (
    <button
      type="button"
      class={letterClass(letter, isPicked, isCarried)}
      aria-pressed={isPicked}
      aria-keyshortcuts={String(letter.slot)}
      aria-label={words.letter(letter.slot, kind, endOf(letter, "source"), endOf(letter))}
      onClick={() => pickUp(desk, hand)}
      onPointerDown={(event) => startDrag(event, desk, hand)}
    >
      <LetterFace letter={letter} marked={marked} />
    </button>
  );
}

function letterClass(letter: BeltLetter, isPicked: boolean, isCarried: boolean): string {
  const states = { lit: letter.lit, picked: isPicked, carried: isCarried };
  const set = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
  return ["letter", ...set].join(" ");
}

const endOf = (letter: BeltLetter, end: "source" | "destination" = "destination"): string => {
  const port = letter[`${end}Port`];
  if (port !== undefined) return `${letter[end]}:${port}`;
  return letter.isCovered ? `${letter[end]} (${text.value.desk.belt.covered})` : letter[end];
};
