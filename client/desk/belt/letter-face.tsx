import type { HeaderField } from "../../../shared/contract/reasons.ts";
import { text } from "../../look/language.ts";
import type { BeltLetter } from "../../present/belt.ts";
import { wordFor } from "../../present/word-for.ts";
import { LetterPicture } from "./letter-picture.tsx";
import { SegmentLetter } from "./segment-letter.tsx";

type LetterFaceProps = {
  readonly letter: BeltLetter;
  readonly marked: HeaderField | undefined;
};

/** What stands on the outside of a letter: to which port, or for a router to which address, and from where. */
export function LetterFace({ letter, marked }: LetterFaceProps) {
  if (letter.segment !== undefined) {
    return <SegmentLetter segment={letter.segment} marked={marked} />;
  }
  const { destination, destinationPort, source, sourcePort } = letter;
  const words = text.value.desk.belt;
  const readsPorts = destinationPort !== undefined;
  const mark = (field: HeaderField) => (marked === field ? "marked" : undefined);
  return (
    <>
      <span class="letter-kind">
        <LetterPicture kind={letter.kind} />
        <span>{wordFor(words.kinds, letter.kind)}</span>
      </span>
      {letter.isCovered ? (
        <span class="letter-to covered">{words.covered}</span>
      ) : (
        <span class={readsPorts ? "letter-to mono" : "letter-to address mono"}>
          <span class={mark(readsPorts ? "destinationPort" : "destinationAddress")}>
            → {readsPorts ? `:${destinationPort}` : destination}
          </span>
        </span>
      )}
      <span class="letter-from mono">
        {source}
        {sourcePort === undefined ? (
          <span class="letter-ttl">
            <span class={mark("ttl")}>
              {words.ttl} {letter.ttl}
            </span>
          </span>
        ) : (
          <span class={mark("sourcePort")}>:{sourcePort}</span>
        )}
      </span>
    </>
  );
}
