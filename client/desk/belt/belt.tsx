import type { DeskState } from "../../input/desk-state.ts";
import { startDrag } from "../../input/drag.ts";
import { letterInHand, pickUp } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { type BeltLetter, presentBelt } from "../../present/belt.ts";
import { presentCoachLine } from "../../present/coach-line.ts";
import { type Hand, holdsSame } from "../../present/hand.ts";
import { tcpDesk } from "../../present/held-duties.ts";
import { wordFor } from "../../present/word-for.ts";
import { bitWords } from "../segment/read-segment.tsx";
import { LetterFace } from "./letter-face.tsx";

/** The letters that arrived at my machine. */
export function Belt({ desk }: { readonly desk: DeskState }) {
  const slots = presentBelt(desk.link.view.value);
  const letters = slots.filter((letter) => letter !== undefined);
  const words = text.value.desk.belt;
  const isAnswered = tcpDesk(desk.link.view.value) === "handshakes";
  const how = isAnswered ? words.howAnswer : words.how;
  const howNow = isAnswered ? words.howToAnswer : words.howToPlace;
  return (
    <section class="belt" aria-label={words.title}>
      <header>
        <h2>
          {words.title}{" "}
          <span class="quiet">
            {letters.length} / {slots.length}
          </span>
        </h2>
        <p class="quiet">{letterInHand(desk) === undefined ? how : howNow}</p>
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
  const hand: Hand = { kind: "letter", id: letter.id };
  const isPicked = holdsSame(desk.hand.value, hand);
  const isCarried = holdsSame(desk.carried.value?.hand, hand);
  const coach = presentCoachLine(desk.link.view.value, text.value, desk.playNow.value);
  const marked = coach?.letter === letter.id ? coach.field : undefined;
  return (
    <button
      type="button"
      class={letterClass(letter, isPicked, isCarried)}
      aria-pressed={isPicked}
      aria-keyshortcuts={String(letter.slot)}
      aria-description={saysOf(letter)}
      onClick={() => pickUp(desk, hand)}
      onPointerDown={(event) => startDrag(event, desk, hand)}
    >
      <span class="unseen">{text.value.desk.envelope.title(letter.slot)}</span>
      <LetterFace letter={letter} marked={marked} />
    </button>
  );
}

function letterClass(letter: BeltLetter, isPicked: boolean, isCarried: boolean): string {
  const states = { lit: letter.lit, picked: isPicked, carried: isCarried };
  const set = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
  return ["letter", ...set].join(" ");
}

/** A letter in a sentence, for those who hear what stands on it. */
function saysOf(letter: BeltLetter): string {
  const words = text.value.desk.belt;
  const { slot, segment } = letter;
  const from = endOf(letter, "source");
  if (segment === undefined) {
    return words.letter(slot, wordFor(words.kinds, letter.kind), from, endOf(letter));
  }
  const { sequence, acknowledgment } = segment;
  const parts = [words.segment(slot, bitWords(segment), sequence, from)];
  if (acknowledgment !== undefined) parts.push(words.acknowledges(acknowledgment));
  if (segment.text !== "") parts.push(words.carries(segment.text));
  return parts.join(", ");
}

const endOf = (letter: BeltLetter, end: "source" | "destination" = "destination"): string => {
  const port = letter[`${end}Port`];
  if (port !== undefined) return `${letter[end]}:${port}`;
  return letter.isCovered ? `${letter[end]} (${text.value.desk.belt.covered})` : letter[end];
};
