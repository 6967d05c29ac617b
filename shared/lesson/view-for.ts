import type { PlayerId } from "../contract/intent.ts";
import { districtSize } from "../contract/mission-for.ts";
import { emptyView, type View, type ViewRow } from "../contract/view.ts";
import { bonusOf, resultOf, scoreOf, standingOf, starsOf, tallyOf } from "../match/result.ts";
import { viewDesk } from "../match/view-desk.ts";
import { inNetwork, type MapTables, viewLate, viewMap } from "../match/view-map.ts";
import { type Lesson, type Network, placeOf } from "./lesson.ts";
import { viewHistory, viewHost } from "./view-host.ts";

/** Whose screen it is. */
export type Viewer =
  | { readonly kind: "player"; readonly player: PlayerId }
  | { readonly kind: "host" }
  /** The big screen of the classroom: it sees no desk, and letters late. */
  | { readonly kind: "screen" };

/** Everything this viewer may know, and nothing else: the one place that decides. */
export function viewFor(lesson: Lesson, viewer: Viewer): View {
  if (viewer.kind !== "player") return viewClass(lesson, viewer.kind);
  const player = lesson.players[viewer.player];
  if (player === undefined) return emptyView();
  const network = lesson.networks[player.network ?? ""];
  return {
    ...emptyView(),
    ...viewRoom(lesson, player.id),
    clock: network === undefined ? {} : { now: viewClock(network) },
    standings: viewStandings(lesson, player.network),
    ...(network === undefined ? {} : viewNetwork(lesson, network, player.id)),
  };
}

/** The whole class, for the host's console or the big screen. */
function viewClass(lesson: Lesson, kind: "host" | "screen"): View {
  const first = lesson.networks[lesson.shown ?? ""] ?? Object.values(lesson.networks)[0];
  const { shoulder } = lesson;
  return {
    ...emptyView(),
    ...viewRoom(lesson, undefined),
    clock: first === undefined ? {} : { now: viewClock(first) },
    standings: viewStandings(lesson, undefined),
    networks: viewNetworks(lesson),
    ...viewMaps(lesson, kind),
    ...(kind === "host" ? viewHost(lesson) : lesson.phase === "play" ? {} : viewHistory(lesson)),
    ...(kind === "host" && shoulder !== undefined ? viewShoulder(lesson, shoulder) : {}),
  };
}

/** What everybody in the room sees. */
const viewRoom = (
  lesson: Lesson,
  you: PlayerId | undefined,
): Pick<View, "lesson" | "players" | "throws" | "guesses"> => ({
  lesson: { now: viewLesson(lesson, you) },
  players: viewPlayers(lesson, you),
  throws: Object.fromEntries(lesson.throws.map((one, n) => [`${one.at}-${n}`, one])),
  guesses: viewGuesses(lesson, you),
});

/** Every network's map: the host sees everything, the big screen what travelled a while ago. */
function viewMaps(lesson: Lesson, kind: "host" | "screen"): MapTables {
  const names = nicknamesOf(lesson);
  const all = Object.entries(lesson.networks).map(([id, { match }]) =>
    inNetwork(
      id,
      kind === "host" ? viewMap(match, { seesAll: true }, names) : viewLate(match, names),
    ),
  );
  const join = <T extends keyof MapTables>(table: T): View[T] =>
    Object.assign({}, ...all.map((one) => one[table]));
  return {
    zones: join("zones"),
    boxes: join("boxes"),
    links: join("links"),
    letters: join("letters"),
    asks: join("asks"),
  };
}

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

function viewNetwork(lesson: Lesson, network: Network, you: PlayerId): Partial<View> {
  const place = placeOf(lesson, you);
  if (place === undefined) return {};
  const { match } = network;
  const box = place.seat.box;
  return {
    ...viewMap(match, { seat: box, seesAll: false }, nicknamesOf(lesson)),
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
  const { locked, explainFirst, roundMs, networkSize, playlist, step, shown, shoulder, networks } =
    lesson;
  const endsSoon = Object.values(networks).some(({ match }) => match.isClosing);
  return {
    ...(locked ? { locked } : {}),
    ...(explainFirst ? { explainFirst } : {}),
    ...(endsSoon ? { endsSoon } : {}),
    ...(roundMs === undefined ? {} : { roundMs }),
    ...(networkSize === districtSize ? {} : { networkSize }),
    ...(playlist.length === 0 ? {} : { playlist: playlist.join(" ") }),
    ...(step === undefined ? {} : { step }),
    ...(shown === undefined ? {} : { shown }),
    ...(shoulder === undefined || you !== undefined ? {} : { shoulder }),
  };
}

function viewClock({ anchor, match }: Network): ViewRow<"clock"> {
  return {
    lesson: anchor.lesson,
    play: anchor.play,
    rate: anchor.rate,
    endsAt: match.endsAt,
  };
}

function viewPlayers(lesson: Lesson, you: PlayerId | undefined): View["players"] {
  return Object.fromEntries(
    Object.values(lesson.players).map(
      ({ id, nickname, online, ready, network, seat, assistance }) => {
        const role = placeOf(lesson, id)?.seat.role;
        return [
          id,
          {
            ...{ nickname, online, ready, you: id === you },
            ...(network === undefined ? {} : { network }),
            ...(seat === undefined ? {} : { seat }),
            ...(role === undefined ? {} : { role }),
            ...(you === undefined ? { assistance } : {}),
          },
        ];
      },
    ),
  );
}

/** Whether a round has been played and may be talked about. */
const isOver = ({ phase }: Lesson): boolean => phase === "result" || phase === "debrief";

function viewStandings(lesson: Lesson, mine: string | undefined): View["standings"] {
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
        you: id === mine,
      },
    ]),
  );
}

const nicknamesOf = (lesson: Lesson): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(lesson.players).map(({ id, nickname }) => [id, nickname]));
