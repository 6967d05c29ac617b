import type { PlayerId } from "../contract/intent.ts";
import { districtSize } from "../contract/network-size.ts";
import { emptyView, type View, type ViewRow } from "../contract/view.ts";
import type { Match } from "../match/match.ts";
import { bonusOf, resultOf, scoreOf, standingOf, starsOf, tallyOf } from "../match/result.ts";
import { SharedTables, withYours } from "../match/shared-tables.ts";
import { viewDesk } from "../match/view-desk.ts";
import {
  inNetwork,
  type MapTables,
  type Nicknames,
  viewBoxes,
  viewLate,
  viewMap,
} from "../match/view-map.ts";
import { type Lesson, type Network, type NetworkId, placeOf } from "./lesson.ts";
import { viewHistory, viewHost } from "./view-host.ts";

/** Whose screen it is. */
export type Viewer =
  | { readonly kind: "player"; readonly player: PlayerId }
  | { readonly kind: "host" }
  /** The big screen of the classroom: it sees no desk, and letters late. */
  | { readonly kind: "screen" };

/**
 * Everything this viewer may know, and nothing else: the one place that decides. What several viewers see alike is
 * worked out once where they share tables; what it says does not depend on that.
 */
export function viewFor(lesson: Lesson, viewer: Viewer, shared = new SharedTables()): View {
  if (viewer.kind !== "player") return viewClass(lesson, viewer.kind, shared);
  const player = lesson.players[viewer.player];
  if (player === undefined) return emptyView();
  const network = lesson.networks[player.network ?? ""];
  return {
    ...emptyView(),
    ...viewRoom(lesson, player.id, shared),
    clock: network === undefined ? {} : { now: viewClock(network) },
    standings: withYours(sharedStandings(lesson, shared), player.network),
    ...viewPlace(lesson, player.id, shared),
  };
}

/** The whole class, for the host's console or the big screen. */
function viewClass(lesson: Lesson, kind: "host" | "screen", shared: SharedTables): View {
  const first = lesson.networks[lesson.shown ?? ""] ?? Object.values(lesson.networks)[0];
  const { shoulder } = lesson;
  return {
    ...emptyView(),
    ...viewRoom(lesson, undefined, shared),
    clock: first === undefined ? {} : { now: viewClock(first) },
    standings: sharedStandings(lesson, shared),
    networks: shared.glance("networks", () => viewNetworks(lesson)),
    ...viewMaps(lesson, kind, shared),
    ...(kind === "host"
      ? viewHost(lesson, shared)
      : lesson.phase === "play"
        ? {}
        : viewHistory(lesson)),
    ...(kind === "host" && shoulder !== undefined ? viewShoulder(lesson, shoulder) : {}),
  };
}

/** What everybody in the room sees. */
const viewRoom = (
  lesson: Lesson,
  you: PlayerId | undefined,
  shared: SharedTables,
): Pick<View, "lesson" | "players" | "throws" | "guesses"> => ({
  lesson: { now: viewLesson(lesson, you) },
  players:
    you === undefined
      ? shared.glance("players and their help", () => viewPlayers(lesson, true))
      : withYours(
          shared.glance("players", () => viewPlayers(lesson, false)),
          you,
        ),
  throws: shared.glance("throws", () =>
    Object.fromEntries(lesson.throws.map((one, n) => [`${one.at}-${n}`, one])),
  ),
  guesses: viewGuesses(lesson, you),
});

const sharedStandings = (lesson: Lesson, shared: SharedTables): View["standings"] =>
  shared.table("standings", () => viewStandings(lesson));

/** Every network's map: the host sees everything, the big screen what travelled a while ago. */
function viewMaps(lesson: Lesson, kind: "host" | "screen", shared: SharedTables): MapTables {
  const maps = Object.entries(lesson.networks).map(([id, { match }]) =>
    inNetwork(id, viewNetworkMap(lesson, id, match, kind, shared)),
  );
  const join = <T extends keyof MapTables>(name: T): MapTables[T] =>
    shared.join(
      `${name} for the ${kind}`,
      maps.map((map) => map[name]),
    );
  return {
    zones: join("zones"),
    boxes: join("boxes"),
    links: join("links"),
    letters: join("letters"),
    asks: join("asks"),
  };
}

function viewNetworkMap(
  lesson: Lesson,
  id: NetworkId,
  match: Match,
  kind: "host" | "screen",
  shared: SharedTables,
): MapTables {
  const seesAll = kind === "host";
  if (!seesAll) return viewLate(match, sharedBoxes(lesson, id, match, shared));
  const boxes = shared.table(`insides of ${id}`, () => viewBoxes(match, true, nicknamesIn(lesson)));
  const map = viewMap(match, { seesAll }, boxes);
  return { ...map, links: shared.table(`lines of ${id}`, () => map.links) };
}

/** A network's boxes as everybody sees them. */
const sharedBoxes = (
  lesson: Lesson,
  id: NetworkId,
  match: Match,
  shared: SharedTables,
): View["boxes"] =>
  shared.table(`boxes of ${id}`, () => viewBoxes(match, false, nicknamesIn(lesson)));

/** The host reads a player's desk: the same tables as on the player's own screen. */
function viewShoulder(lesson: Lesson, player: PlayerId): Partial<View> {
  const place = placeOf(lesson, player);
  return place === undefined ? {} : viewDesk(place.network.match, place.seat.box);
}

/** While they guess, pupils see only their own guess; the host sees who is ahead. */
function viewGuesses({ guesses, step }: Lesson, you: PlayerId | undefined): View["guesses"] {
  const mine = you === undefined ? undefined : guesses[you];
  const isOpen = you === undefined || (step !== undefined && step !== "guess");
  const places = isOpen ? Object.values(guesses) : mine === undefined ? [] : [mine];
  return Object.fromEntries(
    [...new Set(places)].map((place) => [
      place,
      { count: places.filter((other) => other === place).length, mine: place === mine },
    ]),
  );
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

/** What somebody sees from their seat, if they have one. */
function viewPlace(lesson: Lesson, you: PlayerId, shared: SharedTables): Partial<View> {
  const place = placeOf(lesson, you);
  const id = lesson.players[you]?.network;
  if (place === undefined || id === undefined) return {};
  const { match } = place.network;
  const { box } = place.seat;
  const boxes = sharedBoxes(lesson, id, match, shared);
  return {
    ...viewMap(match, { seat: box, seesAll: false }, boxes),
    ...viewDesk(match, box),
    // While a round runs a count would tell the verdict before the consequence does.
    ...(isOver(lesson)
      ? {
          tallies: tallyOf(match, you),
          mine: { now: resultOf(match, you) },
          faults: viewHistory(lesson).faults,
        }
      : {}),
  };
}

function viewLesson(lesson: Lesson, you: PlayerId | undefined): ViewRow<"lesson"> {
  const player = you === undefined ? undefined : lesson.players[you];
  const seat = you === undefined ? undefined : placeOf(lesson, you)?.seat;
  return {
    phase: lesson.phase,
    round: lesson.round,
    mission: lesson.mission.id,
    paused: lesson.paused,
    sight: lesson.mission.sight,
    moves: lesson.actors[you ?? "host"]?.last ?? 0,
    ...viewSettings(lesson, you),
    ...(lesson.resumesAt === undefined ? {} : { resumesAt: lesson.resumesAt }),
    ...(lesson.phaseEndsAt === undefined ? {} : { phaseEndsAt: lesson.phaseEndsAt }),
    ...(player === undefined ? {} : { player: player.id, ready: player.ready }),
    ...(player?.network === undefined ? {} : { network: player.network }),
    ...(seat === undefined ? {} : { seat: seat.box, role: seat.role, assistance: seat.assistance }),
  };
}

/** How the lesson is set; the columns that say nothing are left out. */
function viewSettings(lesson: Lesson, you: PlayerId | undefined): Partial<ViewRow<"lesson">> {
  const { locked, explainFirst, roundMs, networkSize, playlist, shown, shoulder, networks } =
    lesson;
  const endsSoon = Object.values(networks).some(({ match }) => match.isClosing);
  return {
    ...(locked ? { locked } : {}),
    ...(explainFirst ? { explainFirst } : {}),
    ...(endsSoon ? { endsSoon } : {}),
    ...(roundMs === undefined ? {} : { roundMs }),
    ...(networkSize === districtSize ? {} : { networkSize }),
    ...(playlist.length === 0 ? {} : { playlist: playlist.join(" ") }),
    ...viewLookingBack(lesson),
    ...(shown === undefined ? {} : { shown }),
    ...(shoulder === undefined || you !== undefined ? {} : { shoulder }),
  };
}

/** Which step of the debrief is shown, and where the host's tape stands. */
const viewLookingBack = ({ step, tape }: Lesson): Partial<ViewRow<"lesson">> => ({
  ...(step === undefined ? {} : { step }),
  ...(tape === undefined ? {} : { tapeAt: tape.at, tapeSince: tape.since, tapeRate: tape.rate }),
});

function viewClock({ anchor, match }: Network): ViewRow<"clock"> {
  return {
    lesson: anchor.lesson,
    play: anchor.play,
    rate: anchor.rate,
    endsAt: match.endsAt,
  };
}

/** Everybody, as somebody sees them who is none of them; how much help each gets is for the host. */
function viewPlayers(lesson: Lesson, seesHelp: boolean): View["players"] {
  const rows: Record<string, ViewRow<"players">> = {};
  for (const player of Object.values(lesson.players)) {
    const { id, nickname, online, ready, network, seat, assistance } = player;
    const role = placeOf(lesson, id)?.seat.role;
    rows[id] = {
      ...{ nickname, online, ready, you: false },
      ...(network === undefined ? {} : { network }),
      ...(seat === undefined ? {} : { seat }),
      ...(role === undefined ? {} : { role }),
      ...(seesHelp ? { assistance } : {}),
    };
  }
  return rows;
}

/** Whether a round has been played and may be talked about. */
const isOver = ({ phase }: Lesson): boolean => phase === "result" || phase === "debrief";

function viewStandings(lesson: Lesson): View["standings"] {
  return Object.fromEntries(
    Object.entries(lesson.networks).map(([id, { match }]) => [
      id,
      {
        score: lesson.options.mode === "room" ? standingOf(match) : scoreOf(match),
        // While a round runs it would tell the verdicts before their consequences do.
        ...(lesson.options.mode === "room" && isOver(lesson) ? { bonus: bonusOf(match) } : {}),
        answered: match.answered,
        failed: match.failed,
        stars: starsOf(match),
        you: false,
      },
    ]),
  );
}

const nicknamesIn =
  ({ players }: Lesson): Nicknames =>
  (player) =>
    players[player]?.nickname ?? "";
