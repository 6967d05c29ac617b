import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { LinkId } from "../../shared/device/act.ts";
import { isShared } from "./pair.ts";
import type { PlaceCard } from "./place.ts";
import { presentRouterPlaces } from "./router-desk.ts";

/** A way out for one prefix: the best one, or a detour for when that is cut. */
export type RouteExit = {
  /** Its name on the page, by which a pin finds it. */
  readonly id: string;
  readonly exit: LinkId;
  readonly name: string;
  readonly key: string;
  readonly isDetour: boolean;
  readonly isCut: boolean;
  readonly isPinned: boolean;
  readonly lit: boolean;
};

/** A prefix of my routing table with its ways out. `number` counts from 1 and, with Shift, is the key that picks it. */
export type RouteLine = {
  readonly id: string;
  readonly number: number;
  readonly address: string;
  readonly length: string;
  readonly exits: readonly RouteExit[];
  /** Whether the eyes of two at this desk have the exits: then only that stands here which is pinned. */
  readonly isOnSheet: boolean;
  /** Where its letters flow by themselves: one of its exits, or any other that somebody pinned it to. */
  readonly pin: RouteExit | undefined;
  readonly lit: boolean;
};

/** The pins of my router, and how many of them are on no row. */
export type PinTray = { readonly slots: number; readonly free: number };

/** Where a pin can be stuck: an exit in a row of the table. */
export type PinSpot = { readonly row: string; readonly exit: LinkId };

/** The tray's name on the page, and the key that lays the pin in the hand back into it. */
export const pinTrayId = "pins";
export const pinTrayKey = "X";

/** A spot's name on the page, by which a carried pin finds it. */
const pinSpotId = ({ row, exit }: PinSpot): string => `pin:${row}:${exit}`;

/** The spot that goes by this name; undefined for any other name on the page. */
export function parsePinSpotId(id: string): PinSpot | undefined {
  const [, row, exit] = /^pin:(\d+):(.+)$/.exec(id) ?? [];
  return row === undefined || exit === undefined ? undefined : { row, exit };
}

type Row = readonly [id: string, row: ViewRow<"routes">];
/** The rows of one prefix, the best first: by that one the prefix is pinned. */
type Ways = readonly [Row, ...Row[]];

/** My routing table, longest prefix first; each prefix stands there once. */
export function presentRoutes(view: View, text: Text): readonly RouteLine[] {
  const places = presentRouterPlaces(view, text, undefined);
  return waysByPrefix(view).map((ways, index) => presentLine(view, places, index + 1, ways));
}

/** The row of my routing table that the prefix with this number is pinned by. */
export const rowAt = (view: View, number: number): string | undefined =>
  waysByPrefix(view)[number - 1]?.[0][0];

/** My pins; undefined where there are none to use. */
export function presentPinTray(view: View): PinTray | undefined {
  const slots = view.rules["now"]?.pinSlots ?? 0;
  if (slots === 0) return undefined;
  const used = Object.values(view.routes).filter(({ pin }) => pin !== undefined).length;
  return { slots, free: Math.max(0, slots - used) };
}

function presentLine(
  view: View,
  places: readonly PlaceCard[],
  number: number,
  ways: Ways,
): RouteLine {
  const [[id, { prefix, pin }]] = ways;
  const [address = prefix, length = ""] = prefix.split("/");
  const due = Object.values(view.dues).find(
    ({ kind, about, lit }) => kind === "pin" && about === id && lit,
  );
  const present = (exit: LinkId, isDetour: boolean): RouteExit => {
    const place = places.find((card) => card.place.kind === "exit" && card.place.exit === exit);
    return {
      id: pinSpotId({ row: id, exit }),
      exit,
      name: place?.title ?? exit,
      key: place?.key ?? "",
      isDetour,
      isCut: place?.closed ?? false,
      isPinned: pin === exit,
      lit: due?.hintExit === exit,
    };
  };
  const isOnSheet = isShared(view);
  const pinned = pin === undefined ? [] : [present(pin, false)];
  return {
    id,
    number,
    address,
    length,
    exits: isOnSheet ? pinned : ways.map(([way, row]) => present(row.exit, way !== id)),
    isOnSheet,
    pin: pinned[0],
    lit: due !== undefined,
  };
}

function waysByPrefix(view: View): readonly Ways[] {
  const found = new Map<string, [Row, ...Row[]]>();
  for (const row of Object.entries(view.routes).toSorted(([, a], [, b]) => a.order - b.order)) {
    const ways = found.get(row[1].prefix);
    if (ways === undefined) found.set(row[1].prefix, [row]);
    else ways.push(row);
  }
  return [...found.values()];
}
