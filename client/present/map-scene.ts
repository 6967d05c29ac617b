import { sheetOf } from "../../shared/contract/district-sheet.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { Point } from "./map-line.ts";

/** How large a map is, in the units that missions use. */
export type MapSize = { readonly width: number; readonly height: number };

/** A district: its boxes share the prefix. */
export type MapZone = { readonly id: string } & ViewRow<"zones">;

/** A link as it is drawn: from box `a` over its bends to box `b`. */
export type MapLink = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly line: readonly Point[];
  readonly mine: boolean;
  readonly up: boolean;
};

/** A sign that a machine holds up: which one, and the program and door it speaks of. */
export type MapFlag = {
  readonly kind: string;
  readonly service?: string;
  readonly port?: number;
};

/** A machine as it is drawn; whoever words it falls back from the nickname to the role. */
export type MapBox = Point & {
  readonly id: string;
  readonly role: string;
  readonly address: string;
  /** `person`, `automatic` or `away`. */
  readonly hand: string;
  readonly you: boolean;
  readonly nickname?: string;
  readonly flag?: MapFlag;
};

/** A letter under way and the line it follows, in its own direction. */
export type MapLetter = {
  readonly id: string;
  readonly kind: string;
  readonly line: readonly Point[];
  readonly to: string;
  readonly departAt: number;
  readonly arriveAt: number;
  readonly lostAt?: number;
};

/** Everything a view has to show on the map. */
export type MapScene = {
  readonly size: MapSize;
  readonly zones: readonly MapZone[];
  readonly links: readonly MapLink[];
  readonly boxes: readonly MapBox[];
  readonly letters: readonly MapLetter[];
};

/** What the map draws of a view. */
export function presentMap(view: View): MapScene {
  const boxes = Object.entries(view.boxes).map(([id, row]) => presentBox(id, row));
  const places = new Map<string, Point>(boxes.map((box) => [box.id, box]));
  const links = Object.entries(view.links).map(([id, row]) => presentLink(id, row, places));
  const byId = new Map(links.map((link) => [link.id, link]));
  return {
    size: sheetOf(Object.values(view.zones)),
    zones: Object.entries(view.zones).map(([id, row]) => ({ id, ...row })),
    links,
    boxes,
    letters: Object.entries(view.letters).flatMap(([id, row]) => {
      const link = byId.get(row.link);
      return link === undefined ? [] : [presentLetter(id, row, link)];
    }),
  };
}

function presentBox(id: string, row: ViewRow<"boxes">): MapBox {
  const { x, y, role, address, hand, you, nickname } = row;
  const flag = presentFlag(row);
  return {
    id,
    x,
    y,
    role,
    address,
    hand,
    you,
    ...(nickname === undefined ? {} : { nickname }),
    ...(flag === undefined ? {} : { flag }),
  };
}

function presentFlag({ flag, flagService, flagPort }: ViewRow<"boxes">): MapFlag | undefined {
  if (flag === undefined) return undefined;
  return {
    kind: flag,
    ...(flagService === undefined ? {} : { service: flagService }),
    ...(flagPort === undefined ? {} : { port: flagPort }),
  };
}

function presentLink(
  id: string,
  row: ViewRow<"links">,
  places: ReadonlyMap<string, Point>,
): MapLink {
  const ends = [row.a, row.b].map((box) => places.get(box));
  const line = [ends[0], ...parseBends(row.bends), ends[1]].filter((point) => point !== undefined);
  const plain = line.map(({ x, y }) => ({ x, y }));
  return { id, a: row.a, b: row.b, line: plain, mine: row.mine, up: row.up };
}

function presentLetter(id: string, row: ViewRow<"letters">, link: MapLink): MapLetter {
  const { kind, to, departAt, arriveAt, lostAt } = row;
  const line = row.from === link.b ? link.line.toReversed() : link.line;
  return { id, kind, line, to, departAt, arriveAt, ...(lostAt === undefined ? {} : { lostAt }) };
}

function parseBends(bends: string): readonly Point[] {
  return bends
    .split(" ")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(",").map(Number);
      return { x, y };
    });
}
