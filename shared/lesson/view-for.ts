import type { PlayerId } from "../contract/intent.ts";
import { emptyView, type View } from "../contract/view.ts";
import { SharedTables } from "../match/shared-tables.ts";
import { inNetwork, type MapTables, viewLate, viewWhole } from "../match/view-map.ts";
import { shownNetwork, viewGuesses } from "./guesses.ts";
import { type Lesson, placeOf } from "./lesson.ts";
import { viewHistory, viewHost } from "./view-host.ts";
import { LastLook, viewPlayer } from "./view-player.ts";
import {
  clockOf,
  type Draft,
  deskOf,
  nicknamesIn,
  sharedBoxes,
  sharedStandings,
  showRoom,
  viewClock,
} from "./view-room.ts";

/** Whose screen it is. */
export type Viewer =
  | { readonly kind: "player"; readonly player: PlayerId }
  | { readonly kind: "host" }
  /** The big screen of the classroom: it sees no desk, and letters late. */
  | { readonly kind: "screen" };

/**
 * Everything this viewer may know, and nothing else: the one place that decides. What several viewers see alike is
 * worked out once where they share tables, and what a player was shown last is kept where nothing has happened to it;
 * what it says does not depend on either.
 */
export function viewFor(
  lesson: Lesson,
  viewer: Viewer,
  shared = new SharedTables(),
  last = new LastLook(),
): View {
  if (viewer.kind === "player") return viewPlayer(lesson, viewer.player, shared, last);
  const view: Draft = emptyView();
  showClass(view, lesson, viewer.kind, shared);
  return view;
}

/** The whole class, for the host's console or the big screen. */
function showClass(
  view: Draft,
  lesson: Lesson,
  kind: "host" | "screen",
  shared: SharedTables,
): void {
  const first = lesson.networks[shownNetwork(lesson) ?? ""];
  const { shoulder } = lesson;
  showRoom(view, lesson, undefined, shared);
  view.guesses = viewGuesses(lesson, kind);
  if (first !== undefined) view.clock = clockOf(first, shared);
  view.standings = sharedStandings(lesson, shared);
  view.networks = shared.glance("networks", () => viewNetworks(lesson));
  Object.assign(view, viewMaps(lesson, kind, shared));
  if (kind === "host") Object.assign(view, viewHost(lesson, shared));
  else if (lesson.phase !== "play") Object.assign(view, viewHistory(lesson));
  if (kind === "host" && shoulder !== undefined)
    Object.assign(view, viewShoulder(lesson, shoulder, shared));
}

/** Every network's map: the host sees everything, the big screen what travelled a while ago. */
function viewMaps(lesson: Lesson, kind: "host" | "screen", shared: SharedTables): MapTables {
  const maps = Object.entries(lesson.networks).map(([id, { match }]) =>
    kind === "host"
      ? shared.tables(match, "map", () => viewWhole(match, id, nicknamesIn(lesson)))
      : inNetwork(id, viewLate(match, sharedBoxes(lesson, match, shared))),
  );
  const join = <T extends keyof MapTables>(name: T): MapTables[T] =>
    shared.join(`${name} for the ${kind}`, () => maps.map((map) => map[name]));
  return {
    zones: join("zones"),
    boxes: join("boxes"),
    links: join("links"),
    letters: join("letters"),
    asks: join("asks"),
  };
}

/** The host reads a player's desk: the same tables as on the player's own screen. */
function viewShoulder(lesson: Lesson, player: PlayerId, shared: SharedTables): Partial<View> {
  const place = placeOf(lesson, player);
  return place === undefined ? {} : deskOf(place.network.match, place.seat, shared);
}

function viewNetworks(lesson: Lesson): View["networks"] {
  return Object.fromEntries(
    Object.entries(lesson.networks).map(([id, network]) => {
      const { errands, world, timeline } = network.match;
      const open = Object.keys(errands).reduce((sum, box) => {
        const host = world.boxes[box];
        return sum + (host?.kind === "host" ? host.errands.length : 0);
      }, 0);
      const lost = timeline.reduce((sum, bin) => sum + bin.lost, 0);
      return [id, { ...viewClock(network), open, lost }];
    }),
  );
}
