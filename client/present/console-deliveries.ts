import type { View } from "../../shared/contract/view.ts";

/** What came of errands and letters in one stretch of time, in play milliseconds. */
type DeliveryBin = {
  readonly at: number;
  readonly answered: number;
  readonly failed: number;
  readonly lost: number;
};

/** Something the host did, to one network or to several at once. */
export type FaultMark = { readonly at: number; readonly kind: string; readonly target: string };

/** A round's deliveries and losses over time, all networks together. */
export type Deliveries = {
  readonly binMs: number;
  readonly bins: readonly DeliveryBin[];
  readonly marks: readonly FaultMark[];
  /** The most that any bin holds. */
  readonly most: number;
};

/** Deliveries and losses up to an instant of play time. */
export function presentDeliveries(view: View, playNow: number): Deliveries {
  const rows = Object.values(view.timeline);
  const end = Math.max(playNow, ...rows.map(({ at }) => at + 1));
  const binMs = widthFor(end);
  const bins = Array.from({ length: Math.max(1, Math.ceil(end / binMs)) }, (_, nth) => {
    const own = rows.filter(({ at }) => Math.trunc(at / binMs) === nth);
    const sum = (what: "answered" | "failed" | "lost") =>
      own.reduce((all, row) => all + row[what], 0);
    return {
      at: nth * binMs,
      answered: sum("answered"),
      failed: sum("failed"),
      lost: sum("lost"),
    };
  });
  const most = Math.max(...bins.flatMap(({ answered, lost }) => [answered, lost]));
  return { binMs, bins, marks: presentMarks(view), most };
}

/** A stretch that leaves about ten of them in a round. */
function widthFor(endMs: number): number {
  if (endMs <= 120_000) return 10_000;
  return endMs <= 360_000 ? 30_000 : 60_000;
}

/** What is done to all networks at once is one mark; networks of different paces stand seconds apart. */
const togetherMs = 5_000;

function presentMarks(view: View): readonly FaultMark[] {
  const marks: FaultMark[] = [];
  for (const { at, kind, target } of Object.values(view.faults).toSorted((a, b) => a.at - b.at)) {
    const isKnown = marks.some(
      (mark) => mark.kind === kind && mark.target === target && at - mark.at < togetherMs,
    );
    if (!isKnown) marks.push({ at, kind, target });
  }
  return marks;
}
