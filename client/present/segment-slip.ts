import type { View, ViewRow } from "../../shared/contract/view.ts";
import { type BeltLetter, beltLetter } from "./belt.ts";
import { myRole } from "./desk-cards.ts";
import { duesInOrder } from "./due-in-front.ts";
import type { Hand } from "./hand.ts";
import { writesWholeSegments } from "./held-duties.ts";
import { openSocket } from "./receive-tray.ts";
import { type Bit, bits, localPort, parseBits, remoteEnd } from "./segment.ts";
import { acknowledgmentChoices, type Occasion, sequenceChoices } from "./segment-numbers.ts";
import { isExpert } from "./slip.ts";

/** What somebody has written on a segment's slip so far; what was not touched is absent. */
export type SegmentDraft = {
  readonly bits?: readonly Bit[];
  readonly sequence?: string;
  readonly acknowledgment?: string;
};

/** A control bit on the slip, with the key that sets it. */
export type BitChoice = { readonly bit: Bit; readonly key: string; readonly isOn: boolean };

/** A number on the slip, with numbers to choose it from and the keys that take them. */
export type NumberField = {
  readonly value: string;
  readonly lit: boolean;
  readonly choices: readonly { readonly key: string; readonly value: string }[];
};

/** A segment while it is being written: on a connection, often as the answer to a letter. */
export type SegmentSlip = {
  /** Names what is written about: a letter, or else a connection. */
  readonly id: string;
  readonly socket: string;
  readonly letter: BeltLetter | undefined;
  readonly toward: string;
  readonly service: string;
  readonly kind: string | undefined;
  readonly bits: readonly BitChoice[];
  readonly bitsLit: boolean;
  readonly sequence: NumberField;
  readonly acknowledgment: NumberField;
  /** Without the bit ACK its number says nothing. */
  readonly acknowledges: boolean;
  /** Whether only the number that I expect is asked for. */
  readonly isShort: boolean;
  /** Whether a goodbye is being written although the answer has not all come. */
  readonly isEarly: boolean;
  readonly complete: boolean;
};

/** The slip that lies open: about what is in the hand, else what is to be written first. */
export function presentSegmentSlip(
  view: View,
  hand: Hand | undefined,
  drafts: Readonly<Record<string, SegmentDraft>>,
): SegmentSlip | undefined {
  const subject = subjectInHand(view, hand) ?? subjectOfDue(firstWritten(view, hand));
  if (subject === undefined) return undefined;
  const id = subject.letter ?? subject.socket;
  return writeOut(view, subject, drafts[id] ?? {});
}

/** The hand that holds what a slip is about. */
export const handOfSlip = ({ letter, socket }: SegmentSlip): Hand =>
  letter === undefined ? { kind: "connection", id: socket } : { kind: "letter", id: letter.id };

/** A number as it may be written into a segment: 32 bits. */
const isSegmentNumber = (written: string): boolean =>
  /^\d{1,10}$/.test(written) && Number(written) < 2 ** 32;

/** The four control bits, with or without one of them. */
export const toggleBit = (set: readonly BitChoice[], toggled: Bit): readonly Bit[] =>
  set.filter(({ bit, isOn }) => isOn !== (bit === toggled)).map(({ bit }) => bit);

/** Three rows of the keyboard for three lines of the slip. */
const rows = { bits: "QWER", sequence: "ASDFG", acknowledgment: "ZXCVB" };

type Subject = { readonly socket: string; readonly letter: string | undefined };

function subjectInHand(view: View, hand: Hand | undefined): Subject | undefined {
  // Cards are put somewhere: what is said about them is said on their connection.
  if (hand?.kind === "letter" && writesWholeSegments(view)) {
    const socket = beltLetter(view, hand.id)?.segment?.socket;
    return socket === undefined ? undefined : { socket, letter: hand.id };
  }
  if (hand?.kind !== "connection" || view.connections[hand.id] === undefined) return undefined;
  return (
    subjectOfDue(writtenDues(view, hand).find(({ about }) => about === hand.id)) ?? {
      socket: hand.id,
      letter: undefined,
    }
  );
}

const subjectOfDue = (due: ViewRow<"dues"> | undefined): Subject | undefined =>
  due && {
    socket: due.about,
    letter: due.letter === undefined ? undefined : String(due.letter),
  };

const writtenKinds = ["open", "answer", "close", "acknowledge"];

const writtenDues = (view: View, hand: Hand | undefined): readonly ViewRow<"dues">[] =>
  duesInOrder(view, hand).filter(({ kind }) => writtenKinds.includes(kind));

function firstWritten(view: View, hand: Hand | undefined): ViewRow<"dues"> | undefined {
  const dues = writtenDues(view, hand);
  if (duesInOrder(view, hand)[0] === dues[0]) return dues[0];
  // Where a card comes first, what is written beside it is about the same connection.
  const open = openSocket(view, hand);
  return dues.find(({ about }) => about === open) ?? dues[0];
}

function writeOut(view: View, subject: Subject, draft: SegmentDraft): SegmentSlip {
  const { socket, letter: id } = subject;
  const letter = beltLetter(view, id);
  const due = dueOf(view, subject);
  const hint = due?.lit ? due : undefined;
  const isShort = !writesWholeSegments(view);
  const set = draft.bits ?? (isShort ? ["ack"] : parseBits(hint?.hintFlags));
  const { sequence, acknowledgment } = presentNumbers(view, draft, hint, {
    socket,
    letter: letter?.segment,
  });
  const acknowledges = set.includes("ack");
  return {
    id: id ?? socket,
    socket,
    letter,
    toward: `${myRole(view) === "client" ? `:${localPort(socket)} ` : ""}→ ${remoteEnd(socket)}`,
    service: view.connections[socket]?.service ?? "",
    kind: due?.kind,
    bits: presentBits(set),
    bitsLit: hint !== undefined,
    sequence,
    acknowledgment,
    acknowledges,
    isShort,
    isEarly: set.includes("fin") && isAnswerMissing(view, socket),
    complete:
      set.length > 0 &&
      isSegmentNumber(sequence.value) &&
      (!acknowledges || isSegmentNumber(acknowledgment.value)),
  };
}

/** A client's errand is over as soon as its answer is whole. */
function isAnswerMissing(view: View, socket: string): boolean {
  const errand = view.connections[socket]?.errand;
  return errand !== undefined && view.errands[String(errand)] !== undefined;
}

const dueOf = (view: View, { socket, letter }: Subject): ViewRow<"dues"> | undefined =>
  writtenDues(view, undefined).find(
    (due) => due.about === socket && String(due.letter ?? "") === (letter ?? ""),
  );

const presentBits = (set: readonly Bit[]): readonly BitChoice[] =>
  bits.map((bit, index) => ({ bit, key: rows.bits.charAt(index), isOn: set.includes(bit) }));

/** Both numbers. Where only the expected one is asked for, my own is the next that I have not sent. */
function presentNumbers(
  view: View,
  draft: SegmentDraft,
  hint: ViewRow<"dues"> | undefined,
  occasion: Occasion,
): Pick<SegmentSlip, "sequence" | "acknowledgment"> {
  const lit = hint !== undefined;
  const isTyped = isExpert(view);
  const next = writesWholeSegments(view) ? undefined : view.connections[occasion.socket]?.sent;
  const own = hint?.hintSequence ?? next;
  const mine = isTyped ? [] : sequenceChoices(view, occasion);
  const theirs = isTyped ? [] : acknowledgmentChoices(view, occasion);
  return {
    sequence: field(draft.sequence, own, lit, { keys: rows.sequence, numbers: mine }),
    acknowledgment: field(draft.acknowledgment, hint?.hintAcknowledgment, lit, {
      keys: rows.acknowledgment,
      numbers: theirs,
    }),
  };
}

type Choices = { readonly keys: string; readonly numbers: readonly number[] };

const field = (
  written: string | undefined,
  given: number | undefined,
  lit: boolean,
  { keys, numbers }: Choices,
): NumberField => ({
  value: written ?? (given === undefined ? "" : String(given)),
  lit,
  choices: numbers.map((number, index) => ({ key: keys.charAt(index), value: String(number) })),
});
