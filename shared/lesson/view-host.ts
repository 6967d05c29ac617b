import type { Fault, PlayerId } from "../contract/intent.ts";
import { reasons } from "../contract/reasons.ts";
import type { View, ViewRow } from "../contract/view.ts";
import { remembered } from "../lib/remembered.ts";
import { firstDue } from "../match/assistance.ts";
import { countEvidence } from "../match/evidence-counts.ts";
import {
  type Evidence,
  handOf,
  isInHand,
  type Match,
  type Seat,
  type TimelineBin,
} from "../match/match.ts";
import type { SharedTables } from "../match/shared-tables.ts";
import { type Lesson, type NetworkId, placeOf } from "./lesson.ts";
import { sheetsOf } from "./pairs.ts";

/** What only the host sees of a class. */
export type HostTables = Pick<
  View,
  "seats" | "sheets" | "results" | "troubles" | "concepts" | "timeline" | "faults"
>;

/** The tables of the host's console. */
export const viewHost = (lesson: Lesson, shared: SharedTables): HostTables => ({
  seats: shared.glance("seats", () => ofNetworks<"seats">(lesson, addSeats)),
  sheets: shared.glance("sheets", () => sheetsOf(lesson, shared)),
  results: shared.glance("results", () => viewResults(lesson)),
  troubles: shared.glance("troubles", () => ofNetworks<"troubles">(lesson, addTroubles)),
  concepts: shared.glance("concepts", () => ofNetworks<"concepts">(lesson, addConcepts)),
  timeline: shared.glance("timeline", () => ofNetworks<"timeline">(lesson, addTimeline)),
  faults: shared.glance("faults", () => viewFaults(lesson)),
});

/** What came of letters and errands, and what was done to the networks: for the host, and for the debrief. */
export const viewHistory = (lesson: Lesson): Pick<View, "timeline" | "faults"> => ({
  timeline: ofNetworks<"timeline">(lesson, addTimeline),
  faults: viewFaults(lesson),
});

const viewFaults = ({ faults }: Lesson): View["faults"] =>
  Object.fromEntries(
    faults.map(({ network, at, fault }, n) => [
      String(n),
      { network, at, kind: fault.kind, ...targetOf(fault) },
    ]),
  );

type Rows<T extends keyof View> = Record<string, ViewRow<T>>;

/** A table to which every network adds its rows. */
function ofNetworks<T extends keyof View>(
  lesson: Lesson,
  add: (rows: Rows<T>, network: NetworkId, match: Match, lesson: Lesson) => void,
): Rows<T> {
  const rows: Rows<T> = {};
  for (const [id, { match }] of Object.entries(lesson.networks)) add(rows, id, match, lesson);
  return rows;
}

/** Who sits where. */
function addSeats(rows: Rows<"seats">, network: NetworkId, { seats }: Match): void {
  for (const seat of Object.values(seats)) {
    const { box, role, player } = seat;
    const row = { network, box, role, hand: handOf(seat) };
    rows[`${network}/${box}`] = player === undefined ? row : { ...row, player };
  }
}

/** A bin is done when the next one has begun. */
function addTimeline(rows: Rows<"timeline">, network: NetworkId, { timeline }: Match): void {
  for (const [index, bin] of timeline.entries()) {
    const isDone = index < timeline.length - 1;
    const row = (isDone ? doneBins.get(bin) : undefined) ?? { network, ...bin };
    if (isDone) doneBins.set(bin, row);
    rows[`${network}/${bin.at}`] = row;
  }
}

const doneBins = new WeakMap<TimelineBin, ViewRow<"timeline">>();

/** Who did what, in this round and before. */
function viewResults(lesson: Lesson): View["results"] {
  const before = resultsOf(lesson.records);
  if (lesson.phase !== "play") return before;
  const rows: Rows<"results"> = {};
  for (const player of Object.keys(lesson.players)) addResults(rows, lesson, player);
  return { ...before, ...rows };
}

const resultsOf = remembered((records: Lesson["records"]): View["results"] =>
  Object.fromEntries(
    records.flatMap(({ round, mission, player, role, tally }) =>
      Object.entries(tally).map(([reason, { count, lit }]) => [
        `${player}/${round}/${reason}`,
        { player, round, mission, role, reason, count, lit },
      ]),
    ),
  ),
);

function addResults(rows: Rows<"results">, lesson: Lesson, player: PlayerId): void {
  const place = placeOf(lesson, player);
  const byReason = place && countEvidence(place.network.match).players[player];
  if (place === undefined || byReason === undefined) return;
  const { round, mission } = lesson;
  const common = { player, round, mission: mission.id, role: place.seat.role };
  for (const [reason, counts] of Object.entries(byReason))
    rows[`${player}/${round}/${reason}`] = resultRow({ ...common, reason }, counts);
}

/** Most counts are what they were two seconds ago; they belong to one player's round for good. */
function resultRow(
  about: Omit<ViewRow<"results">, "count" | "lit">,
  counts: Pick<ViewRow<"results">, "count" | "lit">,
): ViewRow<"results"> {
  const { count, lit } = counts;
  const before = resultRows.get(counts);
  if (before?.count === count && before.lit === lit && before.role === about.role) return before;
  const row = { ...about, count, lit };
  resultRows.set(counts, row);
  return row;
}

const resultRows = new WeakMap<object, ViewRow<"results">>();

const targetOf = (fault: Fault): { readonly target: string; readonly amount?: number } => {
  if (fault.kind === "setLoss") return { target: fault.link, amount: fault.percent };
  if (fault.kind === "setDelay") return { target: fault.link, amount: fault.times };
  return { target: "link" in fault ? fault.link : fault.box };
};

function addConcepts(rows: Rows<"concepts">, network: NetworkId, match: Match): void {
  for (const [concept, counts] of Object.entries(countEvidence(match).concepts))
    rows[`${network}/${concept}`] = { network, concept, ...counts };
}

/** A desk that has stood still for so long, or made the same fault so often lately, needs help. */
const idleMs = 20_000;
const recentMs = 120_000;
const repeats = 2;

function addTroubles(
  rows: Rows<"troubles">,
  network: NetworkId,
  match: Match,
  lesson: Lesson,
): void {
  const lately = faultsLately(match);
  for (const seat of Object.values(match.seats)) {
    const { box, role, player } = seat;
    const found = player === undefined ? undefined : troubleOf(lesson, match, seat, lately);
    if (player !== undefined && found !== undefined)
      rows[`${network}/${box}`] = { network, box, role, player, ...found };
  }
}

/** What went wrong lately, at any desk; evidence stands in the order of time. */
function faultsLately({ evidence, now }: Match): readonly Evidence[] {
  const last = evidence.findLastIndex(({ at }) => at <= now - recentMs);
  return evidence.slice(last + 1).filter(({ reason }) => reasons[reason].verdict !== "right");
}

type Trouble = Pick<ViewRow<"troubles">, "cause" | "since" | "count" | "reason">;

function troubleOf(
  lesson: Lesson,
  match: Match,
  seat: Seat,
  lately: readonly Evidence[],
): Trouble | undefined {
  const player = lesson.players[seat.player ?? ""];
  if (player?.online === false) return { cause: "offline", since: seat.lastHandAt, count: 1 };
  if (!isInHand(seat)) return { cause: "away", since: seat.lastHandAt, count: 1 };
  return repeatedFault(match, seat, lately) ?? standstill(match, seat);
}

/** The fault that this desk has made most lately; letters that fell off count as one. */
function repeatedFault(
  match: Match,
  { box }: Seat,
  lately: readonly Evidence[],
): Trouble | undefined {
  const faults = lately.filter(({ seat }) => seat === box);
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
