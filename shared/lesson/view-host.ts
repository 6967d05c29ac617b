import type { Fault } from "../contract/intent.ts";
import { type Concept, reasons } from "../contract/reasons.ts";
import type { View, ViewRow } from "../contract/view.ts";
import { firstDue } from "../match/assistance.ts";
import { type Evidence, handOf, isInHand, type Match, type Seat } from "../match/match.ts";
import type { Lesson, NetworkId } from "./lesson.ts";
import { recordsOf } from "./records.ts";

/** What only the host sees of a class. */
export type HostTables = Pick<
  View,
  "seats" | "results" | "troubles" | "concepts" | "timeline" | "faults"
>;

/** The tables of the host's console. */
export const viewHost = (lesson: Lesson): HostTables => ({
  seats: viewSeats(lesson),
  results: viewResults(lesson),
  troubles: ofNetworks(lesson, (network, match) =>
    Object.values(match.seats).flatMap((seat) => troublesOf(lesson, network, match, seat)),
  ),
  concepts: ofNetworks(lesson, conceptsOf),
  ...viewHistory(lesson),
});

/** What came of letters and errands, and what was done to the networks: for the host, and for the debrief. */
export const viewHistory = (lesson: Lesson): Pick<View, "timeline" | "faults"> => ({
  timeline: ofNetworks(lesson, (network, { timeline }) =>
    timeline.map((bin) => [`${network}/${bin.at}`, { network, ...bin }]),
  ),
  faults: Object.fromEntries(
    lesson.faults.map(({ network, at, fault }, n) => [
      String(n),
      { network, at, kind: fault.kind, ...targetOf(fault) },
    ]),
  ),
});

type Entry<T extends keyof View> = readonly [string, ViewRow<T>];

const ofNetworks = <T extends keyof View>(
  lesson: Lesson,
  rowsOf: (network: NetworkId, match: Match) => readonly Entry<T>[],
): View[T] =>
  Object.fromEntries(
    Object.entries(lesson.networks).flatMap(([id, { match }]) => rowsOf(id, match)),
  ) as View[T];

/** Who sits where. */
const viewSeats = (lesson: Lesson): View["seats"] =>
  ofNetworks<"seats">(lesson, (network, match) =>
    Object.values(match.seats).map((seat) => {
      const { box, role, player } = seat;
      const row = { network, box, role, hand: handOf(seat) };
      return [`${network}/${box}`, player === undefined ? row : { ...row, player }];
    }),
  );

/** Who did what, in this round and before. */
function viewResults(lesson: Lesson): View["results"] {
  const records =
    lesson.phase === "play" ? [...lesson.records, ...recordsOf(lesson)] : lesson.records;
  const rows = records.flatMap(({ round, mission, player, role, tally }) =>
    Object.entries(tally).map(([reason, { count, lit }]) => [
      `${player}/${round}/${reason}`,
      { player, round, mission, role, reason, count, lit },
    ]),
  );
  return Object.fromEntries(rows);
}

const targetOf = (fault: Fault): { readonly target: string; readonly amount?: number } => {
  if (fault.kind === "setLoss") return { target: fault.link, amount: fault.percent };
  if (fault.kind === "setDelay") return { target: fault.link, amount: fault.times };
  return { target: "link" in fault ? fault.link : fault.box };
};

function conceptsOf(network: NetworkId, { evidence }: Match): readonly Entry<"concepts">[] {
  const rows = new Map<Concept, { right: number; wasteful: number; wrong: number; lit: number }>();
  for (const one of evidence) {
    const row = rows.get(one.concept) ?? { right: 0, wasteful: 0, wrong: 0, lit: 0 };
    if (one.lit) row.lit += 1;
    else row[reasons[one.reason].verdict] += 1;
    rows.set(one.concept, row);
  }
  return [...rows].map(([concept, row]) => [`${network}/${concept}`, { network, concept, ...row }]);
}

/** A desk that has stood still for so long, or made the same fault so often lately, needs help. */
const idleMs = 20_000;
const recentMs = 120_000;
const repeats = 2;

function troublesOf(
  lesson: Lesson,
  network: NetworkId,
  match: Match,
  seat: Seat,
): readonly Entry<"troubles">[] {
  const { box, role, player } = seat;
  const found = player === undefined ? undefined : troubleOf(lesson, match, seat);
  if (player === undefined || found === undefined) return [];
  return [[`${network}/${box}`, { network, box, role, player, ...found }]];
}

type Trouble = Pick<ViewRow<"troubles">, "cause" | "since" | "count" | "reason">;

function troubleOf(lesson: Lesson, match: Match, seat: Seat): Trouble | undefined {
  const player = lesson.players[seat.player ?? ""];
  if (player?.online === false) return { cause: "offline", since: seat.lastHandAt, count: 1 };
  if (!isInHand(seat)) return { cause: "away", since: seat.lastHandAt, count: 1 };
  return repeatedFault(match, seat) ?? standstill(match, seat);
}

/** The fault that this desk has made most lately; letters that fell off count as one. */
function repeatedFault(match: Match, seat: Seat): Trouble | undefined {
  const faults = match.evidence.filter(
    ({ seat: box, at, reason }) =>
      box === seat.box && at > match.now - recentMs && reasons[reason].verdict !== "right",
  );
  const [worst] = [...countByReason(faults)].sort((a, b) => b[1].length - a[1].length);
  if (worst === undefined || worst[1].length < repeats) return undefined;
  const [reason, cases] = worst;
  const since = cases[0]?.at ?? match.now;
  const cause = reason === "letBeltOverflow" ? "full" : "repeats";
  return { cause, since, count: cases.length, reason };
}

function countByReason(faults: readonly Evidence[]) {
  const byReason = new Map<Evidence["reason"], Evidence[]>();
  for (const fault of faults) {
    byReason.set(fault.reason, [...(byReason.get(fault.reason) ?? []), fault]);
  }
  return byReason;
}

function standstill(match: Match, seat: Seat): Trouble | undefined {
  const gate = match.world.boxes[seat.box]?.gate;
  const due = gate === undefined ? undefined : firstDue(gate);
  if (due === undefined) return undefined;
  const since = Math.max(due.since, seat.lastHandAt);
  return match.now - since < idleMs ? undefined : { cause: "idle", since, count: 1 };
}
