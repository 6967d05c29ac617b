import { emptyView, type View } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";
import { formatIpv4Address, formatPrefix } from "../../shared/wire/ipv4-address.ts";
import { letterKind } from "../../shared/wire/segment-kind.ts";
import { type Change, conditionAt } from "./debrief-changes.ts";

/** A stretch in which a letter lay at a box and waited for somebody. */
export type Wait = { readonly box: BoxId; readonly from: number; readonly until: number };

/** The cross of a lost letter stays for so long. */
const crossMs = 2_000;

/** The map of a round as it stood at an instant, without anybody's name. */
export function mapAt(
  story: Story,
  changes: readonly Change[],
  waits: readonly Wait[],
  at: number,
): View {
  const { mission, addresses } = story;
  const { cut, dead, loss, slow } = conditionAt(story, changes, at);
  const table = <R>(rows: readonly (readonly [string, R])[]) => Object.fromEntries(rows);
  return {
    ...emptyView(),
    zones: table(
      mission.zones.map(({ id, ...zone }) => {
        const prefix = addresses.zones[id];
        return [id, { ...zone, prefix: prefix === undefined ? "" : formatPrefix(prefix) }];
      }),
    ),
    boxes: table(
      mission.boxes.map(({ id, role, x, y, zone }) => {
        const address = addresses.boxes[id];
        return [
          id,
          {
            ...{ role, x, y, zone, hand: "automatic", you: false, dead: dead.has(id) },
            address: address === undefined ? "" : formatIpv4Address(address),
            queue: waits.filter(({ box, from, until }) => box === id && from <= at && at < until)
              .length,
          },
        ];
      }),
    ),
    links: table(
      mission.links.map(({ id, a, b, bends }) => [
        id,
        {
          ...{ a, b, mine: false, up: !cut.has(id) },
          bends: bends.map((point) => point.join(",")).join(" "),
          loss: loss.get(id) ?? 0,
          slow: slow.get(id) ?? 1,
        },
      ]),
    ),
  };
}

/** The letters under way at an instant, and those that were lost just before it. */
export const lettersAt = ({ hops }: Story, at: number): View["letters"] =>
  Object.fromEntries(
    hops.flatMap((hop, nth) =>
      hop.departAt <= at && at < endOf(hop) ? [[String(nth), letterRow(hop)]] : [],
    ),
  );

const endOf = ({ arriveAt, lostAt }: Hop): number =>
  lostAt === undefined ? arriveAt : lostAt + crossMs;

function letterRow({ packet, link, from, to, departAt, arriveAt, lostAt }: Hop) {
  const row = { kind: letterKind(packet), link, from, to, departAt, arriveAt };
  return lostAt === undefined ? row : { ...row, lostAt };
}

/** Where letters waited: from when they came until they went on, were dealt with, or fell off. */
export function waitsOf({ hops, acts, events, endedAt }: Story): readonly Wait[] {
  const leavings = new Map<string, number[]>();
  const note = (box: BoxId, packet: number, at: number) => {
    const key = `${box} ${packet}`;
    leavings.set(key, [...(leavings.get(key) ?? []), at]);
  };
  for (const { from, packet, departAt } of hops) note(from, packet.id, departAt);
  for (const { seat, act, at } of acts) if ("packet" in act) note(seat, act.packet, at);
  for (const event of events) if ("dropped" in event) note(event.box, event.packet, event.at);
  return hops.flatMap(({ to, packet, arriveAt, lostAt }) => {
    if (lostAt !== undefined || arriveAt >= endedAt) return [];
    const until = leavings.get(`${to} ${packet.id}`)?.find((at) => at >= arriveAt);
    return until === undefined || until === arriveAt ? [] : [{ box: to, from: arriveAt, until }];
  });
}
