import type { PlayerId } from "../contract/intent.ts";
import type { View, ViewRow } from "../contract/view.ts";
import type { BoxId } from "../device/act.ts";
import { remembered } from "../lib/remembered.ts";
import { formatIpv4Address } from "../wire/ipv4-address.ts";
import { handOf, type Match, seatOf } from "./match.ts";

/** What a player is called in the room. */
export type Nicknames = (player: PlayerId) => string;

/**
 * The boxes as somebody sees them who sits at none of them: the same table for as long as they look the same. Who sees
 * everything, of every network, calls them by their network as well.
 */
export function viewBoxes(match: Match, nicknames: Nicknames, network?: string): View["boxes"] {
  const known = network === undefined ? outsidesOf(match) : insidesOf(match);
  let isAsBefore = known.table !== undefined;
  for (const box of known.boxes) if (looksAnew(match, box, nicknames, network)) isAsBefore = false;
  if (!isAsBefore) known.table = tableOf(known.boxes, network);
  return known.table ?? {};
}

/** A box as it looked when it was last looked at: its row, and all that it was made from that may change. */
type KnownBox = {
  readonly id: BoxId;
  readonly place: Place;
  row?: ViewRow<"boxes">;
  hand: string;
  nickname: string | undefined;
  flag: Match["flags"][BoxId] | undefined;
  queue: number;
  isDead: boolean;
};
type KnownBoxes = { readonly boxes: readonly KnownBox[]; table?: View["boxes"] };

const knownBoxes = (match: Match): KnownBoxes => ({
  boxes: placesOf(match).map(([id, place]) => ({
    ...{ id, place, hand: "", nickname: undefined, flag: undefined, queue: 0, isDead: false },
  })),
});
/** Most boxes look as they did a moment ago. */
const outsidesOf = remembered(knownBoxes);
const insidesOf = remembered(knownBoxes);

/** Looks at a box once more; true when it looks different, and then its row is a new one. */
function looksAnew(
  match: Match,
  box: KnownBox,
  nicknames: Nicknames,
  network: string | undefined,
): boolean {
  const { id } = box;
  const seesAll = network !== undefined;
  const seat = seatOf(match, id);
  const hand = handOf(seat);
  const nickname = seat.player === undefined ? undefined : nicknames(seat.player);
  const flag = match.flags[id];
  const queue = seesAll ? (match.world.boxes[id]?.belt.letters.length ?? 0) : 0;
  const isDead = seesAll && match.world.dead.includes(id);
  const isAsBefore =
    box.row !== undefined &&
    box.hand === hand &&
    box.nickname === nickname &&
    box.flag === flag &&
    box.queue === queue &&
    box.isDead === isDead;
  if (isAsBefore) return false;
  Object.assign(box, { hand, nickname, flag, queue, isDead });
  box.row = viewBox(box, network);
  return true;
}

function tableOf(boxes: readonly KnownBox[], network: string | undefined): View["boxes"] {
  const rows: Record<string, ViewRow<"boxes">> = {};
  for (const { id, row } of boxes)
    if (row !== undefined) rows[network === undefined ? id : `${network}/${id}`] = row;
  return rows;
}

/** Letters that wait there, and whether the box is dead, are for those who see everything. */
const viewBox = (
  { place, hand, nickname, flag, queue, isDead }: KnownBox,
  network: string | undefined,
): ViewRow<"boxes"> => ({
  ...place,
  hand,
  you: false,
  ...(nickname === undefined ? {} : { nickname }),
  ...(flag === undefined ? {} : viewFlag(flag)),
  ...(network === undefined ? {} : { network, queue }),
  ...(isDead ? { dead: true } : {}),
});

type Place = Pick<ViewRow<"boxes">, "role" | "x" | "y" | "zone" | "address">;

/** Where each box stands, and its address. */
const placesOf = remembered(({ mission, addresses }: Match) =>
  mission.boxes.map(({ id, role, zone, x, y }) => {
    const address = addresses.boxes[id];
    const written = address === undefined ? "" : formatIpv4Address(address);
    return [id, { role, x, y, zone, address: written }] as const;
  }),
);

const viewFlag = ({
  flag,
  at,
  service,
  port,
}: Match["flags"][BoxId]): Partial<ViewRow<"boxes">> => ({
  flag,
  flagAt: at,
  ...(service === undefined ? {} : { flagService: service }),
  ...(port === undefined ? {} : { flagPort: port }),
});
