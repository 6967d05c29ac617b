import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { missionOf } from "./mission-of.ts";
import { isShared } from "./pair.ts";
import { isResentAt } from "./role-rule.ts";
import { wordFor } from "./word-for.ts";

/** The letter of an errand, as my machine knows it: where to, at which door, and from which of mine. */
export type ErrandLetter = {
  readonly address: string;
  readonly port: number;
  readonly source: number;
};

/** What can be done about an errand that waits for its answer. */
export type ErrandChoice = "sendAgain" | "giveUp";

/** An errand whose letter my machine has written and sent: I only wait, send it again, or give up. */
export type SentErrand = {
  readonly id: string;
  readonly ask: string;
  readonly service: string;
  /** What would be sent again; undefined while its door is unknown, or where nothing can be sent twice. */
  readonly letter: ErrandLetter | undefined;
  readonly address: string;
  readonly sends: number;
  readonly mostSends: number;
  /** Whether its timer has run out, or bad news came: sending earlier is a waste. */
  readonly isSilent: boolean;
  readonly state: string;
  /** How long until the timer runs out, and the share of it that is left, from 1 to 0. */
  readonly timerSeconds: number;
  readonly timer: number;
  readonly patienceSeconds: number;
  readonly keys: Readonly<Record<ErrandChoice, string>>;
  readonly lit: ErrandChoice | undefined;
};

/** The keys of the choices, one column of the keyboard for each errand. */
const choiceKeys = { sendAgain: "ASDFGHJKL", giveUp: "ZXCVBNM" };

/** Whether my machine writes the letters of errands, so that only sending again is left to me. */
export function isResending(view: View): boolean {
  const mission = missionOf(view);
  return mission !== undefined && isResentAt(mission);
}

/** My open errands in the order they came. */
export const presentSentErrands = (
  view: View,
  text: Text,
  playNow: number,
): readonly SentErrand[] =>
  Object.entries(view.errands)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([id, row], order) => presentSentErrand(view, text, playNow, { id, row, order }));

/** How many errands are open at once in this mission. */
export const errandRoom = (view: View): number => missionOf(view)?.openErrands[1] ?? 0;

/** The errand and the choice that a key stands for. */
export function choiceAt(
  errands: readonly SentErrand[],
  key: string,
): { readonly errand: SentErrand; readonly choice: ErrandChoice } | undefined {
  for (const errand of errands) {
    if (errand.keys.sendAgain === key) return { errand, choice: "sendAgain" };
    if (errand.keys.giveUp === key) return { errand, choice: "giveUp" };
  }
  return undefined;
}

type Listed = { readonly id: string; readonly row: ViewRow<"errands">; readonly order: number };

function presentSentErrand(
  view: View,
  text: Text,
  playNow: number,
  { id, row, order }: Listed,
): SentErrand {
  const words = text.desk.client;
  const known = view.book[row.service];
  const mostSends = view.rules["now"]?.mostSends ?? 0;
  const retryMs = missionOf(view)?.retryMs ?? 0;
  // The desk's clock is shown a little late; a timer never has more than all of its time.
  const timerMs = Math.min(retryMs, Math.max(0, (row.retryAt ?? playNow) - playNow));
  const isSilent = row.state === "writing";
  return {
    id,
    ask: wordFor(words.ask, row.service),
    service: wordFor(text.names.services, row.service),
    letter: mostSends > 1 ? letterOf(row, known) : undefined,
    address: isShared(view) ? "" : (known?.address ?? ""),
    sends: row.sends,
    mostSends,
    isSilent,
    state: isSilent ? wordFor(words.news, row.news ?? "noAnswer") : words.states.sent,
    timerSeconds: Math.ceil(timerMs / 1000),
    timer: timerMs / Math.max(1, retryMs),
    patienceSeconds: Math.ceil(Math.max(0, row.patienceUntil - playNow) / 1000),
    keys: {
      sendAgain: choiceKeys.sendAgain.charAt(order),
      giveUp: choiceKeys.giveUp.charAt(order),
    },
    lit: litChoice(view, id),
  };
}

const letterOf = (
  { sourcePort }: ViewRow<"errands">,
  known: ViewRow<"book"> | undefined,
): ErrandLetter | undefined =>
  known?.port === undefined
    ? undefined
    : { address: known.address, port: known.port, source: sourcePort };

function litChoice(view: View, errand: string): ErrandChoice | undefined {
  const due = Object.values(view.dues).find(({ about, lit }) => lit && about === errand);
  if (due?.kind === "errand") return "sendAgain";
  return due?.kind === "giveUp" ? "giveUp" : undefined;
}
