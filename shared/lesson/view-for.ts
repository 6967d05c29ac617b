import type { Phase } from "../contract/happenings.ts";
import type { PlayerId } from "../contract/intent.ts";
import { districtSize } from "../contract/network-size.ts";
import { joinNicknames } from "../contract/pair.ts";
import { emptyView, type View, type ViewRow } from "../contract/view.ts";
import type { Match, Seat } from "../match/match.ts";
import { bonusOf, resultOf, scoreOf, standingOf, starsOf, tallyOf } from "../match/result.ts";
import { SharedTables, withYours } from "../match/shared-tables.ts";
import { type DeskTables, viewDesk } from "../match/view-desk.ts";
import {
  inNetwork,
  type MapTables,
  type Nicknames,
  viewBoxes,
  viewLate,
  viewMap,
} from "../match/view-map.ts";
import { swapAtOf } from "../match/view-sheet.ts";
import { type Lesson, type Network, type Player, placeOf } from "./lesson.ts";
import { sheetOf } from "./pairs.ts";
import { shareOfOthers } from "./records.ts";
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
    ...viewRoom(lesson, player, shared),
    clock: network === undefined ? {} : clockOf(network, shared),
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
    clock: first === undefined ? {} : clockOf(first, shared),
    standings: sharedStandings(lesson, shared),
    networks: shared.glance("networks", () => viewNetworks(lesson)),
    ...viewMaps(lesson, kind, shared),
    ...(kind === "host"
      ? viewHost(lesson, shared)
      : lesson.phase === "play"
        ? {}
        : viewHistory(lesson)),
    ...(kind === "host" && shoulder !== undefined ? viewShoulder(lesson, shoulder, shared) : {}),
  };
}

/** What everybody in the room sees. */
const viewRoom = (
  lesson: Lesson,
  player: Player | undefined,
  shared: SharedTables,
): Pick<View, "lesson" | "players" | "throws" | "guesses"> => ({
  lesson: shared.table(player ?? lesson, "lesson", () => ({ now: viewLesson(lesson, player) })),
  players:
    player === undefined
      ? shared.glance("players and their help", () => viewPlayers(lesson, true))
      : withYours(
          shared.glance("players", () => viewPlayers(lesson, false)),
          player.id,
        ),
  throws: shared.glance("throws", () =>
    Object.fromEntries(lesson.throws.map((one, n) => [`${one.at}-${n}`, one])),
  ),
  guesses: viewGuesses(lesson, player?.id),
});

const clockOf = (network: Network, shared: SharedTables): View["clock"] =>
  shared.table(network, "clock", () => ({ now: viewClock(network) }));

const sharedStandings = (lesson: Lesson, shared: SharedTables): View["standings"] =>
  shared.join(
    "standings",
    Object.entries(lesson.networks).map(([id, { match }]) =>
      shared.table(match, "standing", () => ({ [id]: viewStanding(lesson, match) })),
    ),
  );

/** Every network's map: the host sees everything, the big screen what travelled a while ago. */
function viewMaps(lesson: Lesson, kind: "host" | "screen", shared: SharedTables): MapTables {
  const maps = Object.entries(lesson.networks).map(([id, { match }]) =>
    kind === "host"
      ? inNetwork(
          id,
          shared.tables(match, "map", () => viewAll(lesson, match)),
        )
      : inNetwork(id, viewLate(match, sharedBoxes(lesson, match, shared))),
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

const viewAll = (lesson: Lesson, match: Match): MapTables =>
  viewMap(match, { seesAll: true }, viewBoxes(match, true, nicknamesIn(lesson)));

/** A network's boxes as everybody sees them. */
const sharedBoxes = (lesson: Lesson, match: Match, shared: SharedTables): View["boxes"] =>
  shared.table(match, "boxes", () => viewBoxes(match, false, nicknamesIn(lesson)));

/** The host reads a player's desk: the same tables as on the player's own screen. */
function viewShoulder(lesson: Lesson, player: PlayerId, shared: SharedTables): Partial<View> {
  const place = placeOf(lesson, player);
  return place === undefined ? {} : deskOf(place.network.match, place.seat, shared);
}

const deskOf = (match: Match, seat: Seat, shared: SharedTables): DeskTables =>
  shared.tables(seat, "desk", () => viewDesk(match, seat.box));

/** While they guess, pupils see only their own guess; the host sees who is ahead. */
function viewGuesses({ guesses, step }: Lesson, you: PlayerId | undefined): View["guesses"] {
  if (Object.keys(guesses).length === 0) return noGuesses;
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

const noGuesses = {};

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
  if (place === undefined) return {};
  const { match } = place.network;
  const boxes = sharedBoxes(lesson, match, shared);
  return {
    ...viewMap(match, { seat: place.seat.box, seesAll: false }, boxes),
    ...deskOf(match, place.seat, shared),
    ...(place.player.partner === undefined ? {} : { sheets: sheetOf(place, shared) }),
    // While a round runs a count would tell the verdict before the consequence does.
    ...(isOver(lesson.phase)
      ? {
          tallies: tallyOf(match, you),
          mine: { now: viewMine(lesson, match, you) },
          faults: viewHistory(lesson).faults,
        }
      : {}),
  };
}

function viewMine(lesson: Lesson, match: Match, you: PlayerId): ViewRow<"mine"> {
  const others = shareOfOthers(lesson, you);
  return { ...resultOf(match, you), ...(others === undefined ? {} : { others }) };
}

function viewLesson(lesson: Lesson, player: Player | undefined): ViewRow<"lesson"> {
  const you = player?.id;
  const place = you === undefined ? undefined : placeOf(lesson, you);
  const seat = place?.seat;
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
    ...(place?.player.partner === undefined ? {} : { swapAt: swapAtOf(place.network.match) }),
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
    const { id, partner, online, ready, network, seat, assistance } = player;
    const nickname = joinNicknames(player.nickname, partner);
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
const isOver = (phase: Phase): boolean => phase === "result" || phase === "debrief";

function viewStanding({ options, phase }: Lesson, match: Match): ViewRow<"standings"> {
  const isRoom = options.mode === "room";
  return {
    score: isRoom ? standingOf(match) : scoreOf(match),
    // While a round runs it would tell the verdicts before their consequences do.
    ...(isRoom && isOver(phase) ? { bonus: bonusOf(match) } : {}),
    answered: match.answered,
    failed: match.failed,
    stars: starsOf(match),
    you: false,
  };
}

/** A map has room for one name at each machine. */
const nicknamesIn =
  ({ players }: Lesson): Nicknames =>
  (player) =>
    players[player]?.nickname ?? "";
