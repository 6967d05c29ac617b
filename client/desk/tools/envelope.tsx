import type { ComponentChildren } from "preact";
import type { HeaderField } from "../../../shared/contract/reasons.ts";
import type { DeskState } from "../../input/desk-state.ts";
import { letterInHand } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import type { BeltLetter } from "../../present/belt.ts";
import { presentCoachLine } from "../../present/coach-line.ts";
import { wordFor } from "../../present/word-for.ts";
import { LetterPicture } from "../belt/letter-picture.tsx";

/** The envelope of the letter in hand, as far as my machine reads it. */
export function Envelope({ desk }: { readonly desk: DeskState }) {
  const letter = letterInHand(desk);
  const words = text.value.desk.envelope;
  if (letter === undefined) return <p class="envelope card quiet">{words.pick}</p>;
  const coach = presentCoachLine(desk.link.view.value, text.value, desk.playNow.value);
  return <Opened letter={letter} marked={coach?.letter === letter.id ? coach.field : undefined} />;
}

type OpenedProps = { readonly letter: BeltLetter; readonly marked: HeaderField | undefined };

function Opened({ letter, marked }: OpenedProps) {
  const words = text.value.desk.envelope;
  const { destinationPort, sourcePort } = letter;
  const readsPorts = destinationPort !== undefined || letter.isCovered;
  return (
    <section class="envelope card">
      <h2>
        <LetterPicture kind={letter.kind} />
        {words.title(letter.slot)}
        <span class="quiet">{wordFor(text.value.desk.belt.kinds, letter.kind)}</span>
      </h2>
      <dl>
        <HeaderRow name={words.destinationAddress} isMarked={marked === "destinationAddress"}>
          {letter.destination}
        </HeaderRow>
        {readsPorts && (
          <HeaderRow name={words.destinationPort} isMarked={marked === "destinationPort"}>
            {destinationPort ?? <Covered />}
          </HeaderRow>
        )}
        <HeaderRow name={words.sourceAddress} isMarked={false}>
          {letter.source}
        </HeaderRow>
        {readsPorts && (
          <HeaderRow name={words.sourcePort} isMarked={marked === "sourcePort"}>
            {sourcePort ?? <Covered />}
          </HeaderRow>
        )}
        <HeaderRow name={words.ttl} isMarked={marked === "ttl"}>
          {letter.ttl}
        </HeaderRow>
      </dl>
      {letter.isCovered && <p class="quiet">{words.coveredWhy}</p>}
      {!readsPorts && <p class="quiet">{words.sealed}</p>}
    </section>
  );
}

const Covered = () => <span class="covered">{text.value.desk.envelope.covered}</span>;

type HeaderRowProps = {
  readonly name: string;
  readonly isMarked: boolean;
  readonly children: ComponentChildren;
};

const HeaderRow = ({ name, isMarked, children }: HeaderRowProps) => (
  <div>
    <dt>{name}</dt>
    <dd class="mono">
      <span class={isMarked ? "marked" : undefined}>{children}</span>
    </dd>
  </div>
);
