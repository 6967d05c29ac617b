import type { Instant } from "../lib/instant.ts";
import { longestMatch, type Route } from "../protocol/ip/routing-table.ts";
import { formatPrefix, type Ipv4Address } from "../wire/ipv4-address.ts";
import type { ActId } from "../wire/packet.ts";
import type { Act, LinkId } from "./act.ts";
import { offer, settle } from "./gate.ts";
import type { Outside } from "./outside.ts";
import type { RoutePin, Router } from "./router.ts";

/** The rows that a pin can be put on: the first of each prefix, which is the one the machine would use. */
export const pinnableRows = ({ table }: Pick<Router, "table">): readonly number[] =>
  table.flatMap((route, row) =>
    table.findIndex(({ prefix }) => isSame(prefix, route.prefix)) === row ? [row] : [],
  );

/** Remembers that a letter for this destination has come by. */
export function countPassed(router: Router, destination: Ipv4Address): void {
  const row = rowOf(router, destination);
  if (row >= 0) router.passed[row] = (router.passed[row] ?? 0) + 1;
}

/** The row that a pin for this destination would be put on; -1 where there is none. */
function rowOf({ table }: Router, destination: Ipv4Address): number {
  const route = longestMatch(table, destination);
  return table.findIndex(({ prefix }) => route !== undefined && isSame(prefix, route.prefix));
}

/** The pin on the prefix that a route is for, if there is one. */
export const pinFor = (router: Router, route: Route): RoutePin | undefined =>
  router.pins.find((pin) => {
    const pinned = router.table[pin.row];
    return pinned !== undefined && isSame(pinned.prefix, route.prefix);
  });

/** Puts a pin on a prefix, or moves the one that is there. */
export function putPin(
  router: Router,
  act: Act & { readonly kind: "pin" },
  id: ActId,
  now: Instant,
): void {
  router.pins = [
    ...router.pins.filter(({ row }) => row !== act.row),
    { row: act.row, exit: act.exit, cause: id, wasBest: act.exit === bestExit(router, act.row) },
  ];
  delete router.byHand;
  proposePins(router, now);
}

export function takePin(router: Router, row: number, now: Instant): void {
  router.pins = router.pins.filter((pin) => pin.row !== row);
  proposePins(router, now);
}

/** A pin falls out, if no other the one that has been there longest; what its prefix was worth has to be found out anew. */
export function loosenPin(
  router: Router,
  now: Instant,
  outside: Outside,
  pin: RoutePin | undefined = router.pins[0],
): void {
  const prefix = pin && router.table[pin.row]?.prefix;
  if (pin === undefined || prefix === undefined) return;
  router.passed[pin.row] = 1;
  outside.notice({ kind: "pinCameLoose", address: formatPrefix(prefix) }, undefined);
  takePin(router, pin.row, now);
}

/** So many letters in a row out of one exit are enough: a pin is to be moved to where they are for. */
const mostByHand = 4;

/** Remembers what was passed on by hand, and that nobody is to do the same thing all the time. */
export function countByHand(router: Router, exit: LinkId, now: Instant, outside: Outside): void {
  const times = exit === router.byHand?.exit ? router.byHand.times + 1 : 1;
  router.byHand = { exit, times };
  const isFull = router.pins.length >= router.pinSlots;
  if (!router.pinsWorkLoose || !isFull || times < mostByHand) return;
  loosenPin(router, now, outside, router.quietPinsFirst ? quietestPin(router) : undefined);
}

/** The pin that the fewest letters flow past: it is missed least. */
const quietestPin = ({ pins, passed }: Router): RoutePin | undefined =>
  pins.reduce<RoutePin | undefined>(
    (least, pin) =>
      least === undefined || (passed[pin.row] ?? 0) < (passed[least.row] ?? 0) ? pin : least,
    undefined,
  );

/** What the machine would pin now: first what a line that died or came back has put in the wrong place, then what passes most. */
export function proposePins(router: Router, now: Instant): void {
  const wanted = wantedPin(router);
  if (wanted === undefined) return settle(router.gate, ({ kind }) => kind === "pin");
  const isOffered = router.gate.dues.some(({ proposal }) => proposal.kind === "pin");
  if (!isOffered) return offerFirst(router, wanted, now);
  // What has waited for its turn keeps it, though meanwhile another prefix may be the busier one.
  router.gate.dues = router.gate.dues.map((due) =>
    due.proposal.kind === "pin" ? { ...due, proposal: wanted } : due,
  );
}

/** A pin spares the desk many letters: it goes before those that wait. */
function offerFirst({ gate }: Router, pin: Act, now: Instant): void {
  const waiting = gate.dues;
  gate.dues = [];
  offer(gate, "forward", pin, now);
  gate.dues.push(...waiting);
}

function wantedPin(router: Router): (Act & { readonly kind: "pin" }) | undefined {
  const moved = movedPin(router);
  if (moved !== undefined) return moved;
  if (router.pins.length >= router.pinSlots) return undefined;
  const busiest = busiestRow(router);
  const exit = busiest === undefined ? undefined : bestExit(router, busiest);
  return busiest === undefined || exit === undefined
    ? undefined
    : { kind: "pin", row: busiest, exit };
}

/** Where to move the first pin that a line has put in the wrong place; one that never was right is its seat's affair. */
function movedPin(router: Router): (Act & { readonly kind: "pin" }) | undefined {
  for (const { row, exit, wasBest } of router.pins) {
    const best = bestExit(router, row);
    const isUnsettled = wasBest || router.down.includes(exit);
    if (isUnsettled && best !== undefined && best !== exit) return { kind: "pin", row, exit: best };
  }
  return undefined;
}

/** The row without a pin that most letters were for; among equals the one that is proposed already, so that it stays. */
function busiestRow({ gate, passed, pins, ...router }: Router): number | undefined {
  const free = pinnableRows(router).filter((row) => !pins.some((pin) => pin.row === row));
  const proposed = free.find((row) =>
    gate.dues.some(({ proposal }) => proposal.kind === "pin" && proposal.row === row),
  );
  const countOf = (row: number | undefined) => (row === undefined ? 0 : (passed[row] ?? 0));
  return free.reduce((best, row) => (countOf(row) > countOf(best) ? row : best), proposed);
}

/** The exits that the table names for the prefix of this row, the best first. */
export function exitsOf({ table }: Router, row: number): readonly LinkId[] {
  const pinned = table[row];
  if (pinned === undefined) return [];
  return table.filter(({ prefix }) => isSame(prefix, pinned.prefix)).map(({ exit }) => exit);
}

/** The exit that the machine would use for the prefix of this row, with what it knows of its lines. */
export const bestExit = (router: Router, row: number): LinkId | undefined =>
  exitsOf(router, row).find((exit) => !router.down.includes(exit));

const isSame = (a: Route["prefix"], b: Route["prefix"]): boolean =>
  a.address === b.address && a.length === b.length;
