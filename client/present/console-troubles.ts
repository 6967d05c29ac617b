import type { Text } from "../../assets/text/text.ts";
import type { PlayerId } from "../../shared/contract/intent.ts";
import type { Mission, Role } from "../../shared/contract/mission.ts";
import { reasonNames, reasons } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { presentActiveFaults } from "./console-faults.ts";
import { networkView, orderOf } from "./console-network-view.ts";
import { missionOf } from "./mission-of.ts";
import { reasonWords } from "./reason-words.ts";
import { parseRole } from "./shell-briefing.ts";
import { presentNickname } from "./shell-nickname.ts";
import { formatSeconds } from "./shell-time-left.ts";

/** Somebody who is stuck, and why. */
export type Trouble = {
  readonly id: string;
  readonly network: string;
  readonly box: string;
  readonly role: Role;
  readonly player: PlayerId;
  readonly name: string;
  readonly isOffline: boolean;
  /** The cause in one sentence, and in a few words with the name. */
  readonly sentence: string;
  readonly short: string;
  readonly tone: Exclude<Tone, "good">;
};

/** How a network does: well, with something to keep an eye on, or badly. */
type Tone = "good" | "wait" | "bad";

/** A network's state in one sentence. */
export type NetworkState = { readonly tone: Tone; readonly sentence: string };

/** So many times the same fault is more than a slip. */
const manyTimes = 4;
/** The worst first. */
const causes = ["full", "repeats", "offline", "idle", "away"] as const;
type Cause = (typeof causes)[number];

/** Everybody who is stuck, the worst first; `playNow` tells each network's time. */
export const presentTroubles = (
  view: View,
  text: Text,
  playNow: (network: string) => number,
): readonly Trouble[] =>
  Object.entries(view.troubles)
    .toSorted(([, one], [, other]) => rank(one) - rank(other) || one.since - other.since)
    .flatMap(([id, row]) => presentTrouble(view, text, id, row, playNow(row.network)));

/** A network's state, from the worst of its troubles, else from what is broken in it. */
export function presentNetworkState(
  view: View,
  text: Text,
  troubles: readonly Trouble[],
  network: string,
): NetworkState {
  const own = troubles.filter((trouble) => trouble.network === network);
  const worst = own.find(({ tone }) => tone === "bad") ?? own[0];
  if (worst !== undefined) return { tone: worst.tone, sentence: worst.short };
  const words = text.console.network;
  const broken = brokenIn(view, network);
  if (broken !== undefined) return { tone: "wait", sentence: words.broken[broken] };
  const hasPeople = Object.values(view.players).some((player) => player.network === network);
  return { tone: "good", sentence: hasPeople ? words.good : words.calm };
}

/** The worst that a line or a machine of a network suffers just now, by its mission or by its host. */
function brokenIn(view: View, network: string): "off" | "cut" | "loss" | "slow" | undefined {
  const { boxes, links } = networkView(view, network);
  if (Object.values(boxes).some(({ dead }) => dead)) return "off";
  if (Object.values(links).some(({ up }) => !up)) return "cut";
  const caused = presentActiveFaults(view).filter(({ networks }) => networks.includes(network));
  if (caused.some(({ kind }) => kind === "setLoss")) return "loss";
  return caused.some(({ kind }) => kind === "setDelay") ? "slow" : undefined;
}

function presentTrouble(
  view: View,
  text: Text,
  id: string,
  row: ViewRow<"troubles">,
  playNow: number,
): readonly Trouble[] {
  const { network, box, player } = row;
  const role = parseRole(row.role);
  const cause = causeOf(row);
  const nickname = view.players[player ?? ""]?.nickname;
  if (player === undefined || nickname === undefined || role === undefined || cause === undefined)
    return [];
  const name = presentNickname(nickname, text);
  const told = { cause, row, playNow, name, mission: missionOf(view) };
  return [
    {
      ...{ id, network, box, role, player, name },
      isOffline: cause === "offline",
      sentence: sentenceOf(text, told),
      short: shortOf(text, told),
      tone: toneOf(cause, row.count),
    },
  ];
}

type Told = {
  readonly cause: Cause;
  readonly row: ViewRow<"troubles">;
  readonly playNow: number;
  readonly name: string;
  readonly mission: Mission | undefined;
};

function sentenceOf(text: Text, { cause, row, playNow, mission }: Told): string {
  const words = text.console.help;
  switch (cause) {
    case "full":
      return words.full(row.count);
    case "repeats":
      return words.repeats(firstSentence(wordsOf(text, row.reason, mission)), row.count);
    case "idle":
      return words.idle(formatSeconds(Math.max(0, Math.round((playNow - row.since) / 1000))));
    default:
      return words[cause];
  }
}

function shortOf(text: Text, { cause, row, name }: Told): string {
  const { short } = text.console.help;
  if (cause !== "repeats") return short[cause](name);
  const reason = reasonNames.find((one) => one === row.reason);
  return short.repeats(
    name,
    reason === undefined ? "" : text.coach.concepts[reasons[reason].concept],
  );
}

function wordsOf(text: Text, word: string | undefined, mission: Mission | undefined): string {
  const reason = reasonNames.find((one) => one === word);
  return reason === undefined ? "" : reasonWords(text, reason, mission);
}

/** A coach's line says first what happened, then what to do: a teacher needs the first. */
const firstSentence = (words: string): string => words.split(/(?<=[.!?])\s/)[0] ?? words;

const causeOf = ({ cause }: ViewRow<"troubles">): Cause | undefined =>
  causes.find((one) => one === cause);

const rank = (row: ViewRow<"troubles">): number => causes.indexOf(causeOf(row) ?? "away");

const toneOf = (cause: Cause, count: number): Trouble["tone"] =>
  cause === "full" || (cause === "repeats" && count >= manyTimes) ? "bad" : "wait";

/** `n2` in words. */
export const nameNetwork = (network: string, text: Text): string =>
  text.console.network.name(orderOf(network));
