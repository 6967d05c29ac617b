import type { PlayerId } from "../contract/intent.ts";
import { emptyView, type View, type ViewRow } from "../contract/view.ts";
import { handOf } from "../match/match.ts";
import { resultOf, scoreOf, starsOf, tallyOf } from "../match/result.ts";
import { viewDesk } from "../match/view-desk.ts";
import { viewMap } from "../match/view-map.ts";
import { type Lesson, type Network, type Player, placeOf } from "./lesson.ts";

/** Whose screen it is. */
export type Viewer =
  | { readonly kind: "player"; readonly player: PlayerId }
  | { readonly kind: "host" };

/** Everything this viewer may know, and nothing else: the one place that decides. */
export function viewFor(lesson: Lesson, viewer: Viewer): View {
  const you = viewer.kind === "player" ? viewer.player : undefined;
  const player = you === undefined ? undefined : lesson.players[you];
  if (you !== undefined && player === undefined) return emptyView();
  const network = networkOf(lesson, player);
  return {
    ...emptyView(),
    lesson: { now: viewLesson(lesson, you) },
    clock: network === undefined ? {} : { now: viewClock(network) },
    players: viewPlayers(lesson, you),
    standings: viewStandings(lesson, player?.network),
    ...(network === undefined ? {} : viewNetwork(lesson, network, you)),
    ...(you === undefined ? { seats: viewSeats(lesson), results: viewResults(lesson) } : {}),
  };
}

/** A player's own network. All networks of a round run on one clock, so the host reads it off the first. */
const networkOf = (lesson: Lesson, player: Player | undefined): Network | undefined =>
  player === undefined ? Object.values(lesson.networks)[0] : lesson.networks[player.network ?? ""];

function viewNetwork(lesson: Lesson, network: Network, you: PlayerId | undefined): Partial<View> {
  const place = you === undefined ? undefined : placeOf(lesson, you);
  if (you === undefined || place === undefined) return {};
  const { match } = network;
  const box = place.seat.box;
  return {
    ...viewMap(match, { seat: box, seesAll: false }, nicknamesOf(lesson)),
    ...viewDesk(match, box),
    // While a round runs a count would tell the verdict before the consequence does.
    ...(lesson.phase === "result"
      ? { tallies: tallyOf(match, you), mine: { now: resultOf(match, you) } }
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
    ...(lesson.phaseEndsAt === undefined ? {} : { phaseEndsAt: lesson.phaseEndsAt }),
    ...(player === undefined ? {} : { player: player.id, ready: player.ready }),
    ...(player?.network === undefined ? {} : { network: player.network }),
    ...(seat === undefined ? {} : { seat: seat.box, role: seat.role, assistance: seat.assistance }),
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
    Object.values(lesson.players).map(({ id, nickname, online, ready, network, seat }) => {
      const role = placeOf(lesson, id)?.seat.role;
      return [
        id,
        {
          ...{ nickname, online, ready, you: id === you },
          ...(network === undefined ? {} : { network }),
          ...(seat === undefined ? {} : { seat }),
          ...(role === undefined ? {} : { role }),
        },
      ];
    }),
  );
}

function viewStandings(lesson: Lesson, mine: string | undefined): View["standings"] {
  return Object.fromEntries(
    Object.entries(lesson.networks).map(([id, { match }]) => [
      id,
      {
        score: scoreOf(match),
        answered: match.answered,
        failed: match.failed,
        stars: starsOf(match),
        you: id === mine,
      },
    ]),
  );
}

/** Who sits where, for the host alone. */
const viewSeats = (lesson: Lesson): View["seats"] =>
  Object.fromEntries(
    Object.entries(lesson.networks).flatMap(([network, { match }]) =>
      Object.values(match.seats).map((seat) => {
        const { box, role, player } = seat;
        const row = { network, box, role, hand: handOf(seat) };
        return [`${network}/${box}`, player === undefined ? row : { ...row, player }];
      }),
    ),
  );

/** Who did what, for the host alone. */
function viewResults(lesson: Lesson): View["results"] {
  const rows = Object.values(lesson.players).flatMap((player) => {
    const place = placeOf(lesson, player.id);
    if (place === undefined) return [];
    const { role } = place.seat;
    return Object.entries(tallyOf(place.network.match, player.id)).map(([reason, { count }]) => [
      `${player.id}/${reason}`,
      { player: player.id, role, reason, count },
    ]);
  });
  return Object.fromEntries(rows);
}

const nicknamesOf = (lesson: Lesson): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(lesson.players).map(({ id, nickname }) => [id, nickname]));
