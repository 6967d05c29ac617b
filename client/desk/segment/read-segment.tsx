import type { HeaderField } from "../../../shared/contract/reasons.ts";
import { text } from "../../look/language.ts";
import type { SegmentFace } from "../../present/segment.ts";
import { wordFor } from "../../present/word-for.ts";
import { LetterPicture } from "../belt/letter-picture.tsx";

type ReadSegmentProps = {
  readonly segment: SegmentFace;
  readonly marked: HeaderField | undefined;
};

/** What a segment says, to be read before it is answered. */
export function ReadSegment({ segment, marked }: ReadSegmentProps) {
  const words = text.value.desk.segment;
  const { sequence, acknowledgment, octets } = segment;
  const mark = (field: HeaderField) => (marked === field ? "marked" : undefined);
  return (
    <dl class="read-segment">
      <div class="read-kind">
        <dt class="unseen">{text.value.desk.notices.fields.flags}</dt>
        <dd>
          <LetterPicture kind={segment.kind} />
          <strong class={mark("flags")}>{bitWords(segment)}</strong>
        </dd>
      </div>
      <div>
        <dt>{words.sequence}</dt>
        <dd class="mono">
          <span class={mark("sequence")}>{sequence}</span>
        </dd>
      </div>
      <div>
        <dt>{words.acknowledgment}</dt>
        <dd class="mono">
          <span class={mark("acknowledgment")}>{acknowledgment ?? "–"}</span>
        </dd>
      </div>
      {octets > 0 && (
        <div>
          <dt>{words.octets}</dt>
          <dd class="mono">{octets}</dd>
        </div>
      )}
    </dl>
  );
}

/** The control bits of a segment in words; one with none of them only carries text. */
export const bitWords = ({ bits, kind }: SegmentFace): string =>
  bits.map((bit) => bit.toUpperCase()).join("+") || wordFor(text.value.desk.belt.kinds, kind);
