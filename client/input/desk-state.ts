import { type Signal, signal } from "@preact/signals";
import type { Refusal } from "../../shared/contract/intent.ts";
import type { Instant } from "../../shared/lib/instant.ts";
import type { MatchLink } from "../net/match-link.ts";
import type { Hand } from "../present/hand.ts";
import type { MapTarget } from "../present/map-target.ts";
import type { SegmentDraft } from "../present/segment-slip.ts";
import type { Draft } from "../present/slip.ts";

/** What is under the pointer, in page coordinates, and the place it would fall into. */
type Carried = {
  readonly hand: Hand;
  readonly x: number;
  readonly y: number;
  readonly over: string | undefined;
};

/** The panels that open over the desk, one at a time. */
type DeskPanel = "flags" | "notices";

/** The side panels of a narrow window, one at a time. */
export type DeskTab = "tools" | "role" | "people";

/** What the desk itself refuses: nothing was asked of the lesson. */
type DeskRefusal = "pickFirst" | "pickRow" | "pinNeedsExit" | "fillFirst" | "fillSegment";

/** What the desk asks of the map while something is carried over it. */
type MapPointing = {
  targetAt(clientX: number, clientY: number): MapTarget | undefined;
};

/** What somebody does at a desk just now: picked, carried, half written. The lesson knows nothing of it. */
export type DeskState = {
  readonly link: MatchLink;
  readonly hand: Signal<Hand | undefined>;
  readonly carried: Signal<Carried | undefined>;
  readonly chosenErrand: Signal<string | undefined>;
  readonly drafts: Signal<Readonly<Record<string, Draft>>>;
  /** Half-written segments, by the letter or the connection that they are about. */
  readonly segments: Signal<Readonly<Record<string, SegmentDraft>>>;
  readonly refusal: Signal<Refusal | DeskRefusal | undefined>;
  /** The place that was used last, while it still shows it. */
  readonly stamped: Signal<string | undefined>;
  readonly panel: Signal<DeskPanel | undefined>;
  readonly tab: Signal<DeskTab>;
  /** Whether the sheet of two lies over the desk. */
  readonly showsSheet: Signal<boolean>;
  /** Whether two at this desk have swapped since half-time. */
  readonly hasSwapped: Signal<boolean>;
  readonly map: Signal<MapPointing | undefined>;
  /** Play time as the desk shows it; it moves four times a second. */
  readonly playNow: Signal<Instant>;
};

/** A desk with empty hands. */
export const createDeskState = (link: MatchLink): DeskState => ({
  link,
  hand: signal(undefined),
  carried: signal(undefined),
  chosenErrand: signal(undefined),
  drafts: signal({}),
  segments: signal({}),
  refusal: signal(undefined),
  stamped: signal(undefined),
  panel: signal(undefined),
  tab: signal("tools"),
  showsSheet: signal(false),
  hasSwapped: signal(false),
  map: signal(undefined),
  playNow: signal(link.playNow()),
});
