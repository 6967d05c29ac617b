import type { PlayerId } from "../contract/intent.ts";
import { emptyView, type View, type ViewRow } from "../contract/view.ts";
import type { Match, Seat } from "../match/match.ts";
import { resultOf, tallyOf } from "../match/result.ts";
import { type RenewalCounter, type SharedTables, withYours } from "../match/shared-tables.ts";
import { viewMap } from "../match/view-map.ts";
import { viewGuesses } from "./guesses.ts";
import { type Lesson, placeOf } from "./lesson.ts";
import { sheetOf } from "./pairs.ts";
import { shareOfOthers } from "./records.ts";
import { viewHistory } from "./view-host.ts";
import {
  clockOf,
  type Draft,
  deskOf,
  isOver,
  sharedBoxes,
  sharedStandings,
  showRoom,
} from "./view-room.ts";

/** Where a player sits. */
type Place = NonNullable<ReturnType<typeof placeOf>>;

/**
 * What a player was shown last, and how often each part of it had been to be looked at again by then. At most looks at
 * a desk little has happened, and it is only that which is worked out; the rest is as it was.
 */
export class LastLook {
  #view = emptyView();
  #shared: SharedTables | undefined;
  #seat: Seat | undefined;
  #renewalsOfAll = -1;
  #renewals = -1;
  /** What is counted for the class, the player, the desk and the network. */
  #counters: readonly RenewalCounter[] = [];
  #counts: number[] = [];

  /** What somebody sees who plays, worked out where something has happened since they were shown it. */
  again(lesson: Lesson, place: Place, shared: SharedTables): View {
    const { player } = place;
    this.#comeTo(place, shared);
    if (this.#renewals === shared.renewals) return this.#view;
    this.#renewals = shared.renewals;
    const view: Draft = { ...this.#view };
    const [ofClass, ofPlayer] = [this.#isNew(0), this.#isNew(1)];
    if (ofClass || ofPlayer) showRoom(view, lesson, player, shared);
    if (this.#isNew(2)) showDesk(view, place, shared);
    if (this.#isNew(3)) showNetwork(view, lesson, place, shared);
    view.standings = withYours(sharedStandings(lesson, shared), player.network);
    this.#view = view;
    return view;
  }

  /** Begins anew at another desk, and where everything is to be looked at again. */
  #comeTo({ player, network, seat }: Place, shared: SharedTables): void {
    const { renewalsOfAll } = shared;
    const isHere = this.#shared === shared && this.#seat === seat;
    if (isHere && this.#renewalsOfAll === renewalsOfAll) return;
    const counters = [player, seat, network.match].map((owner) => shared.counterOf(owner));
    this.#view = emptyView();
    this.#shared = shared;
    this.#seat = seat;
    this.#renewalsOfAll = renewalsOfAll;
    this.#renewals = -1;
    this.#counters = [shared.glanceCounter, ...counters];
    this.#counts = this.#counters.map(() => -1);
  }

  #isNew(index: number): boolean {
    const { renewals } = this.#counters[index] as RenewalCounter;
    const isNew = this.#counts[index] !== renewals;
    this.#counts[index] = renewals;
    return isNew;
  }
}

/** What a player sees. While a round runs it is what they saw last, but for what has happened since. */
export function viewPlayer(
  lesson: Lesson,
  you: PlayerId,
  shared: SharedTables,
  last: LastLook,
): View {
  const player = lesson.players[you];
  const place = placeOf(lesson, you);
  if (player === undefined) return emptyView();
  if (lesson.phase === "play" && place !== undefined) return last.again(lesson, place, shared);
  const view: Draft = emptyView();
  const network = lesson.networks[player.network ?? ""];
  showRoom(view, lesson, player, shared);
  view.guesses = viewGuesses(lesson, { player: you });
  if (network !== undefined) view.clock = clockOf(network, shared);
  view.standings = withYours(sharedStandings(lesson, shared), player.network);
  if (place !== undefined) showPlace(view, lesson, you, place, shared);
  return view;
}

/** What somebody sees from their seat. */
function showPlace(
  view: Draft,
  lesson: Lesson,
  you: PlayerId,
  place: Place,
  shared: SharedTables,
): void {
  const { match } = place.network;
  showNetwork(view, lesson, place, shared);
  showDesk(view, place, shared);
  // While a round runs a count would tell the verdict before the consequence does.
  if (!isOver(lesson.phase)) return;
  view.tallies = tallyOf(match, you);
  view.mine = { now: viewMine(lesson, match, you) };
  view.faults = viewHistory(lesson).faults;
}

function viewMine(lesson: Lesson, match: Match, you: PlayerId): ViewRow<"mine"> {
  const others = shareOfOthers(lesson, you);
  return { ...resultOf(match, you), ...(others === undefined ? {} : { others }) };
}

/** What their machine knows, and the sheet of it for two who share the seat. */
function showDesk(view: Draft, place: Place, shared: SharedTables): void {
  Object.assign(view, deskOf(place.network.match, place.seat, shared));
  if (place.player.partner !== undefined) view.sheets = sheetOf(place, shared);
}

/** The map of their network, as it is seen from a seat. */
function showNetwork(view: Draft, lesson: Lesson, place: Place, shared: SharedTables): void {
  const { match } = place.network;
  const boxes = sharedBoxes(lesson, match, shared);
  const map = viewMap(match, { seat: place.seat.box, seesAll: false }, boxes);
  view.clock = clockOf(place.network, shared);
  Object.assign(view, map);
}
