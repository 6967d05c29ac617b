import type { Phase } from "../contract/happenings.ts";
import type { PlayerId } from "../contract/intent.ts";
import { districtSize } from "../contract/network-size.ts";
import { joinNicknames } from "../contract/pair.ts";
import type { View, ViewRow } from "../contract/view.ts";
import type { Match, Seat } from "../match/match.ts";
import { bonusOf, scoreOf, standingOf, starsOf } from "../match/result.ts";
import { type SharedTables, withYours } from "../match/shared-tables.ts";
import { type Nicknames, viewBoxes } from "../match/view-boxes.ts";
import { type DeskTables, viewDesk } from "../match/view-desk.ts";
import { swapAtOf } from "../match/view-sheet.ts";
import { countGuesses } from "./guesses.ts";
import { type Lesson, type Network, type Player, placeOf } from "./lesson.ts";

/** A view while it is put together: one object from the beginning, for one is made at every look at a desk. */
export type Draft = { -readonly [T in keyof View]: View[T] };

/** What everybody in the room sees. */
export function showRoom(
  view: Draft,
  lesson: Lesson,
  player: Player | undefined,
  shared: SharedTables,
): void {
  view.lesson = shared.table(player ?? lesson, "lesson", () => ({
    now: viewLesson(lesson, player),
  }));
  view.players =
    player === undefined
      ? shared.glance("players and their help", () => viewPlayers(lesson, true))
      : withYours(
          shared.glance("players", () => viewPlayers(lesson, false)),
          player.id,
        );
  view.throws = shared.glance("throws", () =>
    Object.fromEntries(lesson.throws.map((one, n) => [`${one.at}-${n}`, one])),
  );
}

/** How the play time of a network follows from lesson time. */
export const clockOf = (network: Network, shared: SharedTables): View["clock"] =>
  shared.table(network, "clock", () => ({ now: viewClock(network) }));

/** How every team stands. */
export const sharedStandings = (lesson: Lesson, shared: SharedTables): View["standings"] =>
  shared.join("standings", () =>
    Object.entries(lesson.networks).map(([id, { match }]) =>
      shared.table(match, "standing", () => ({ [id]: viewStanding(lesson, match) })),
    ),
  );

/** A network's boxes as everybody sees them. */
export const sharedBoxes = (lesson: Lesson, match: Match, shared: SharedTables): View["boxes"] =>
  shared.table(match, "boxes", () => viewBoxes(match, nicknamesIn(lesson)));

/** All that the machine at a seat knows. */
export const deskOf = (match: Match, seat: Seat, shared: SharedTables): DeskTables =>
  shared.tables(seat, "desk", () => viewDesk(match, seat.box));

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
    ...(you === undefined ? viewGuessed(lesson) : {}),
    ...(shown === undefined ? {} : { shown }),
    ...(shoulder === undefined || you !== undefined ? {} : { shoulder }),
  };
}

/** Which step of the debrief is shown, and where the host's tape stands. */
const viewLookingBack = ({ step, tape }: Lesson): Partial<ViewRow<"lesson">> => ({
  ...(step === undefined ? {} : { step }),
  ...(tape === undefined ? {} : { tapeAt: tape.at, tapeSince: tape.since, tapeRate: tape.rate }),
});

/** For those who lead or only look on. */
function viewGuessed(lesson: Lesson): Partial<ViewRow<"lesson">> {
  const guessed = countGuesses(lesson);
  return guessed === 0 ? {} : { guessed };
}

/** A clock as a row. */
export function viewClock({ anchor, match }: Network): ViewRow<"clock"> {
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
export const isOver = (phase: Phase): boolean => phase === "result" || phase === "debrief";

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

/** What the players of a lesson are called; a map has room for one name at each machine. */
export const nicknamesIn =
  ({ players }: Lesson): Nicknames =>
  (player) =>
    players[player]?.nickname ?? "";
