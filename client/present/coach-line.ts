import type { Text } from "../../assets/text/text.ts";
import { type HeaderField, reasons, type Verdict } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { presentBoxName } from "./box-name.ts";
import { lineSide } from "./exit-name.ts";
import { reasonWords } from "./reason-words.ts";
import { wordFor } from "./word-for.ts";

/** How long the newest notice stays in sight, in play milliseconds. */
const shownMs = 12_000;

/** Something that was told at my desk. `n` counts them; each is announced once. */
export type Notice = {
  readonly n: number;
  readonly at: number;
  readonly words: string;
  readonly verdict: Verdict | undefined;
  readonly field: HeaderField | undefined;
  readonly letter: string | undefined;
  readonly errand: string | undefined;
};

/** Everything that was told at my desk, newest first. */
export const presentNotices = (view: View, text: Text): readonly Notice[] =>
  Object.entries(view.happenings)
    .map(([n, row]) => presentNotice(view, text, Number(n), row))
    .toSorted((one, other) => other.n - one.n);

/** The newest notice while it is new. */
export function presentCoachLine(view: View, text: Text, playNow: number): Notice | undefined {
  const newest = presentNotices(view, text)[0];
  return newest !== undefined && playNow - newest.at < shownMs ? newest : undefined;
}

function presentNotice(view: View, text: Text, n: number, row: ViewRow<"happenings">): Notice {
  const reason = reasonOf(row.reason);
  return {
    n,
    at: row.at,
    words:
      reason === undefined
        ? happeningWords(view, text, row)
        : reasonWords(text, reason, view.rules["now"]),
    verdict: reason && reasons[reason].verdict,
    field: reason && fieldOf(reason),
    letter: row.letter,
    errand: row.errand === undefined ? undefined : String(row.errand),
  };
}

function happeningWords(view: View, text: Text, row: ViewRow<"happenings">): string {
  const { happenings } = text.coach;
  const told = {
    service: row.service === undefined ? "" : wordFor(text.names.services, row.service),
    port: row.port === undefined ? "" : String(row.port),
    address: row.address ?? "",
    box: row.box === undefined ? "" : presentBoxName(view, row.box, text),
    side: row.link === undefined ? undefined : lineSide(view, row.link),
  };
  if (row.kind === "connected" && writesThirdStep(view)) return text.coach.greetingAnswered(told);
  return isKind(happenings, row.kind) ? happenings[row.kind](told) : row.kind;
}

/** Whether handshakes are written by hand here, to their last step. */
function writesThirdStep({ rules }: View): boolean {
  const { held = "", covered } = rules["now"] ?? {};
  return held.split(" ").includes("handshake") && covered !== "thirdStep";
}

type ReasonName = keyof typeof reasons;

const reasonOf = (code: string | undefined): ReasonName | undefined =>
  code !== undefined && isKind(reasons, code) ? code : undefined;

const fieldOf = (reason: ReasonName): HeaderField | undefined => {
  const row = reasons[reason];
  return "field" in row ? row.field : undefined;
};

const isKind = <T extends object>(table: T, code: string): code is keyof T & string =>
  Object.hasOwn(table, code);
