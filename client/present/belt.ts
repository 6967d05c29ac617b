import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { Duty } from "../../shared/device/act.ts";
import { myRole } from "./desk-cards.ts";
import { heldDuties } from "./held-duties.ts";
import { missionOf } from "./mission-of.ts";
import { presentSegment, type SegmentFace } from "./segment.ts";

/** A letter as it lies on the belt. `slot` counts from 1 and is the key that picks it. */
export type BeltLetter = {
  readonly id: string;
  readonly slot: number;
  readonly kind: string;
  readonly source: string;
  readonly sourcePort: number | undefined;
  readonly destination: string;
  readonly destinationPort: number | undefined;
  readonly ttl: number;
  /** The TCP segment inside, where my machine reads it. */
  readonly segment: SegmentFace | undefined;
  /** Whether an experiment hides the ports that stand on it. */
  readonly isCovered: boolean;
  readonly lit: boolean;
};

/** The slots of my belt in order; an empty one holds nothing. */
export function presentBelt(view: View): readonly (BeltLetter | undefined)[] {
  const letters = Object.entries(view.belt).map(([id, row]) => presentLetter(view, id, row));
  return Array.from({ length: slotsOf(view) }, (_, index) =>
    letters.find((letter) => letter.slot === index + 1),
  );
}

/** Whether letters come to my desk to be moved by hand at all. */
export function hasBelt(view: View): boolean {
  const held = heldDuties(view);
  return held === undefined || movingDuties.some((duty) => held.includes(duty));
}

const movingDuties: readonly Duty[] = ["forward", "demultiplex", "handshake", "close", "order"];

/** Whether this mission covers the ports on every letter. */
export const coversPorts = (view: View): boolean => view.rules["now"]?.covered === "ports";

/** One letter of my belt by its id, while it is still there. */
export function beltLetter(view: View, id: string | undefined): BeltLetter | undefined {
  const row = id === undefined ? undefined : view.belt[id];
  return id === undefined || row === undefined ? undefined : presentLetter(view, id, row);
}

function presentLetter(view: View, id: string, row: ViewRow<"belt">): BeltLetter {
  const { kind, source, destination, ttl } = row;
  const segment = presentSegment(row, myRole(view));
  return {
    id,
    slot: row.slot + 1,
    kind: segment?.kind ?? kind,
    source,
    sourcePort: row.sourcePort,
    destination,
    destinationPort: row.destinationPort,
    ttl,
    segment,
    isCovered: kind === "udp" && coversPorts(view),
    lit: Object.values(view.dues).some((due) => due.lit && isAboutLetter(due, id)),
  };
}

/** A due is about a letter that is to be moved, or about a connection whose letter is to be answered. */
const isAboutLetter = ({ kind, about, letter }: ViewRow<"dues">, id: string): boolean =>
  letter === undefined
    ? (kind === "letter" || kind === "place") && about === id
    : letter === Number(id);

const slotsOf = (view: View): number => missionOf(view)?.beltSlots ?? Object.keys(view.belt).length;
