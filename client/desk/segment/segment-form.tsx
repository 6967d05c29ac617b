import type { DeskState } from "../../input/desk-state.ts";
import { openSegment } from "../../input/segment-keys.ts";
import { sendSegment, writeSegment } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import { presentCoachLine } from "../../present/coach-line.ts";
import { heldDuties, tcpDesk, writesWholeSegments } from "../../present/held-duties.ts";
import { isShared } from "../../present/pair.ts";
import { type SegmentSlip, toggleBit } from "../../present/segment-slip.ts";
import { wordFor } from "../../present/word-for.ts";
import { CoveredNote } from "../tray/covered-note.tsx";
import { NumberLine } from "./number-line.tsx";
import { ReadSegment } from "./read-segment.tsx";

/** The segment that is being written, under the letter that it answers. */
export function SegmentForm({ desk }: { readonly desk: DeskState }) {
  const slip = openSegment(desk);
  return (
    <>
      {slip === undefined ? (
        <NothingToWrite desk={desk} />
      ) : (
        <OpenForm key={slip.id} desk={desk} slip={slip} />
      )}
      <CoveredNote desk={desk} />
    </>
  );
}

function NothingToWrite({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const { none, noneYet } = text.value.desk.segment;
  const isWritten = heldDuties(view)?.includes("acknowledge") ?? false;
  if (tcpDesk(view) === "receiving" && !isWritten) return null;
  return <p class="segment-none card quiet">{writesWholeSegments(view) ? none : noneYet}</p>;
}

function OpenForm({ desk, slip }: { readonly desk: DeskState; readonly slip: SegmentSlip }) {
  const words = text.value.desk.segment;
  const { letter } = slip;
  // How numbers are reckoned stands on the sheet of two.
  const isOnSheet = isShared(desk.link.view.value);
  const coach = presentCoachLine(desk.link.view.value, text.value, desk.playNow.value);
  const isTold = coach?.letter !== undefined && coach.letter === letter?.id;
  const send = (event: Event) => {
    event.preventDefault();
    sendSegment(desk, slip);
  };
  return (
    <form class="slip segment-slip card" onSubmit={send}>
      <header>
        <h2>{titleOf(slip)}</h2>
        <p class="mono quiet">{slip.toward}</p>
      </header>
      {letter?.segment !== undefined && (
        <ReadSegment segment={letter.segment} marked={isTold ? coach.field : undefined} />
      )}
      {!slip.isShort && <Bits desk={desk} slip={slip} />}
      {!slip.isShort && (
        <NumberLine
          title={words.sequence}
          why={isOnSheet ? "" : words.sequenceWhy}
          field={slip.sequence}
          isOff={false}
          onWrite={(sequence) => writeSegment(desk, slip, { sequence })}
        />
      )}
      <NumberLine
        title={words.acknowledgment}
        why={whyAcknowledgment(slip, isOnSheet)}
        field={slip.acknowledgment}
        isOff={!slip.acknowledges}
        onWrite={(acknowledgment) => writeSegment(desk, slip, { acknowledgment })}
      />
      {slip.isEarly && <p class="segment-early">{words.early}</p>}
      <button type="submit" class={slip.complete ? "button first" : "button waits"}>
        {words.send} <kbd>Enter</kbd>
      </button>
    </form>
  );
}

function whyAcknowledgment({ acknowledges }: SegmentSlip, isOnSheet: boolean): string {
  const { acknowledgmentWhy, noAcknowledgment } = text.value.desk.segment;
  if (!acknowledges) return noAcknowledgment;
  return isOnSheet ? "" : acknowledgmentWhy;
}

type BitsProps = { readonly desk: DeskState; readonly slip: SegmentSlip };

function Bits({ desk, slip }: BitsProps) {
  const words = text.value.desk.segment;
  return (
    <fieldset class={slip.bitsLit ? "bits lit" : "bits"}>
      <legend class="unseen">{words.bitsLabel}</legend>
      {slip.bits.map(({ bit, key, isOn }) => (
        <button
          type="button"
          key={bit}
          class={`bit ${bit}`}
          aria-pressed={isOn}
          aria-keyshortcuts={key}
          onClick={() => writeSegment(desk, slip, { bits: toggleBit(slip.bits, bit) })}
        >
          <kbd>{key}</kbd>
          <strong>{bit.toUpperCase()}</strong>
          <small>{words.bits[bit]}</small>
        </button>
      ))}
    </fieldset>
  );
}

function titleOf({ letter, kind, service, isShort }: SegmentSlip): string {
  const words = text.value.desk.segment;
  if (letter !== undefined) return words.answers(letter.slot);
  const title = wordFor(words.titles, kind ?? "other");
  return isShort ? `${title} · ${wordFor(text.value.names.services, service)}` : title;
}
