import type { HeaderField } from "../../../shared/contract/reasons.ts";
import { text } from "../../look/language.ts";
import type { SegmentFace } from "../../present/segment.ts";
import { wordFor } from "../../present/word-for.ts";
import { LetterPicture } from "./letter-picture.tsx";

type SegmentLetterProps = {
  readonly segment: SegmentFace;
  readonly marked: HeaderField | undefined;
};

/** A TCP segment on the belt: what it says, its numbers, its text, and which connection it is for. */
export function SegmentLetter({ segment, marked }: SegmentLetterProps) {
  const words = text.value.desk.belt;
  const { kind, sequence, acknowledgment } = segment;
  const [address, port] = segment.end.split(":");
  const mark = (field: HeaderField) => (marked === field ? "marked" : undefined);
  return (
    <>
      <span class="letter-kind segment-kind">
        <LetterPicture kind={kind} />
        <span class={mark("flags")}>{wordFor(words.kinds, kind)}</span>
      </span>
      <span class="segment-numbers">
        <span>
          <small>{words.sequence}</small>
          <b class={`mono ${mark("sequence") ?? ""}`}>{sequence}</b>
        </span>
        {acknowledgment !== undefined && kind !== "data" && (
          <span>
            <small>{words.acknowledgment}</small>
            <b class={`mono ${mark("acknowledgment") ?? ""}`}>{acknowledgment}</b>
          </span>
        )}
      </span>
      {segment.text !== "" && <span class="segment-text mono">{segment.text}</span>}
      <span class="letter-from segment-from mono">
        {address}
        <wbr />:{port}
      </span>
    </>
  );
}
