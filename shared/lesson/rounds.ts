import type { PlayerId } from "../contract/intent.ts";
import type { Mission } from "../contract/mission.ts";
import { missionFor } from "../contract/mission-for.ts";
import { mostInNetwork } from "../contract/network-size.ts";
import { playedSeats } from "../contract/played-seats.ts";
import { type Instant, later } from "../lib/instant.ts";
import { createMatch } from "../match/create-match.ts";
import { type Match, type Seat, tellDesk } from "../match/match.ts";
import {
  type Lesson,
  type Network,
  type NetworkId,
  type Player,
  placeOf,
  playTimeAt,
} from "./lesson.ts";
import { recordsOf } from "./records.ts";
import { teamsFor } from "./teams.ts";

const briefingMs = 20_000;
/** Two who share a seat have a sheet to copy down. */
const copyingMs = 60_000;
const idleMs = 45_000;
const countdownMs = 3_000;
const practisePaceMs = 800;
const guidedActs = 6;
const guidedMs = 90_000;

/** Deals networks and roles for the next round and shows everybody their role card. */
export function startBriefing(lesson: Lesson): void {
  const players = Object.values(lesson.players);
  for (const player of players) leaveSeat(lesson, player);
  lesson.round += 1;
  lesson.phase = "briefing";
  lesson.paused = false;
  const isCopied = players.some(({ online, partner }) => online && partner !== undefined);
  lesson.phaseEndsAt = later(lesson.now, isCopied ? copyingMs : briefingMs);
  lesson.networks = {};
  lesson.faults = [];
  lesson.guesses = {};
  delete lesson.step;
  delete lesson.tape;
  delete lesson.shoulder;
  delete lesson.shown;
  const groups = teamsFor(lesson, players);
  for (const [index, group] of groups.entries()) {
    const network = `n${index + 1}`;
    lesson.networks[network] = openNetwork(lesson, sizeFor(lesson.mission, group));
    seatPlayers(lesson, network, group);
  }
}

/** The clocks of all networks start together. Whoever is not ready yet is held by the autopilot. */
export function startPlay(lesson: Lesson): void {
  lesson.phase = "play";
  delete lesson.phaseEndsAt;
  for (const network of Object.values(lesson.networks)) anchorAt(lesson, network, network.pace);
  for (const player of Object.values(lesson.players)) {
    const place = placeOf(lesson, player.id);
    if (place !== undefined) place.seat.away = !(player.ready && player.online);
  }
}

/** Everything stands still; what was learned in a role stays with the pupil, and what was done in the class's records. */
export function endRound(lesson: Lesson): void {
  if (lesson.phase === "play") lesson.records = [...lesson.records, ...recordsOf(lesson)];
  lesson.phase = "result";
  lesson.paused = false;
  delete lesson.phaseEndsAt;
  delete lesson.resumesAt;
  for (const network of Object.values(lesson.networks)) anchorAt(lesson, network, 0);
}

/** Everything stands still until the host lets it go on. */
export function pauseRound(lesson: Lesson): void {
  lesson.paused = true;
  delete lesson.resumesAt;
  for (const network of Object.values(lesson.networks)) anchorAt(lesson, network, 0);
}

/** A class is given a moment to look back at its desks; somebody alone is not kept waiting. */
export function resumeSoon(lesson: Lesson): void {
  if (!lesson.paused) return;
  if (lesson.options.mode === "practice") resumeRound(lesson);
  else lesson.resumesAt ??= later(lesson.now, countdownMs);
}

/** The clocks of all networks run on. */
export function resumeRound(lesson: Lesson): void {
  lesson.paused = false;
  delete lesson.resumesAt;
  for (const network of Object.values(lesson.networks)) anchorAt(lesson, network, network.pace);
}

/** Sets the pace of a network from now on; what has happened keeps its play time. */
export function anchorAt(lesson: Lesson, network: Network, rate: number): void {
  network.anchor = { lesson: lesson.now, play: playTimeAt(network, lesson.now), rate };
}

/** Seats a late-comer where the fewest people are; false when every seat is taken. */
export function seatLateComer(lesson: Lesson, player: Player): boolean {
  const open = Object.entries(lesson.networks)
    .map(([id, network]) => ({ id, network, people: peopleIn(network.match) }))
    .filter(({ network }) => freeSeats(network.match).length > 0)
    .sort((a, b) => a.people - b.people)[0];
  if (open === undefined) return false;
  seatPlayers(lesson, open.id, [player]);
  return true;
}

/** Gives a seat back to nobody. */
export function freeSeat(lesson: Lesson, id: PlayerId): void {
  const seat = placeOf(lesson, id)?.seat;
  if (seat !== undefined) freeSeatOf(seat);
}

/** The desk is its person's again. */
export function takeBack(lesson: Lesson, id: PlayerId): void {
  const place = placeOf(lesson, id);
  if (place === undefined) return;
  const at = place.network.match.now;
  if (place.seat.away)
    tellDesk(place.seat, at, { kind: "welcomeBack", count: place.seat.doneMeanwhile });
  place.seat.doneMeanwhile = 0;
  place.seat.away = false;
  place.seat.lastHandAt = at;
}

/** As many as there are; more only where one who practises asks for a seat of a larger team, or seats run out. */
function sizeFor(mission: Mission, group: readonly Player[]): number {
  const wished = mission.boxes.filter(({ id }) => group.some(({ wish }) => wish === id));
  const needed = wished.map(({ fromSize = 1, playedFrom = 1 }) => Math.max(fromSize, playedFrom));
  let size = Math.max(group.length, ...needed);
  while (size < mostInNetwork && playedSeats(missionFor(mission, size)).length < group.length)
    size += 1;
  return size;
}

/** Puts a player at another seat; whoever sat there gets theirs. */
export function exchangeSeats(lesson: Lesson, id: PlayerId, network: NetworkId, box: string): void {
  const [mover, target] = [lesson.players[id], lesson.networks[network]?.match.seats[box]];
  if (mover === undefined || target === undefined || target.player === id) return;
  const before = placeOf(lesson, id);
  const home = mover.network;
  const other = target.player === undefined ? undefined : lesson.players[target.player];
  for (const player of [mover, other]) if (player !== undefined) leaveSeat(lesson, player);
  if (before !== undefined) freeSeatOf(before.seat);
  freeSeatOf(target);
  takeSeat(lesson, mover, network, target);
  if (other !== undefined && before !== undefined && home !== undefined)
    takeSeat(lesson, other, home, before.seat);
}

function freeSeatOf(seat: Seat): void {
  delete seat.player;
  seat.away = false;
}

function openNetwork(lesson: Lesson, size: number): Network {
  const { options, mission, round, now } = lesson;
  const seed = (options.seed + round * 7_919) >>> 0;
  const isPractice = options.mode === "practice";
  const isGuided = options.guided === true;
  const roundMs = isGuided ? guidedMs : (lesson.roundMs ?? mission.roundMs);
  const match = createMatch(
    { ...mission, roundMs },
    {
      seed,
      size,
      ...(isPractice ? { automaticMs: practisePaceMs } : { idleMs, keepsTrail: true }),
      ...(isGuided ? { actsToEnd: guidedActs } : {}),
    },
  );
  return { match, pace: lesson.pace, anchor: { lesson: now, play: 0 as Instant, rate: 0 } };
}

/** Seats them one by one, so that a role that is rare goes to whoever has had it least. */
function seatPlayers(lesson: Lesson, network: NetworkId, players: readonly Player[]): void {
  let waiting = players;
  while (waiting.length > 0) {
    const { player, seat } = nextPair(lesson.networks[network]?.match, waiting);
    takeSeat(lesson, player, network, seat);
    waiting = waiting.filter((other) => other !== player);
  }
}

/** A free seat and the player who has had its role least; among equals the mission's first seat, the first player. */
function nextPair(match: Match | undefined, players: readonly Player[]) {
  const pairs = (match === undefined ? [] : freeSeats(match)).flatMap((seat) =>
    players.map((player) => ({ seat, player, had: timesHad(player, seat) })),
  );
  const [first] = pairs.sort((a, b) => a.had - b.had);
  if (first === undefined) throw new Error("a network was opened with too few seats");
  return first;
}

/** A seat that a player asked for counts as the one they lack most. */
const timesHad = (player: Player, seat: Seat): number =>
  player.wish === seat.box ? -1 : player.had[seat.role];

const freeSeats = ({ mission, seats }: Match): readonly Seat[] =>
  playedSeats(mission).flatMap((id) => {
    const seat = seats[id];
    return seat === undefined || seat.player !== undefined ? [] : [seat];
  });

const peopleIn = (match: Match): number =>
  Object.values(match.seats).filter((seat) => seat.player !== undefined).length;

function takeSeat(lesson: Lesson, player: Player, network: string, seat: Seat): void {
  player.network = network;
  player.seat = seat.box;
  player.had[seat.role] += 1;
  player.ready = lesson.phase === "play";
  seat.player = player.id;
  seat.away = lesson.phase === "play" && !player.online;
  seat.assistance = lesson.options.guided === true ? "guided" : player.assistance;
  seat.practised = { ...player.practised[seat.role] };
  seat.lastHandAt = lesson.networks[network]?.match.now ?? seat.lastHandAt;
}

function leaveSeat(lesson: Lesson, player: Player): void {
  const seat = placeOf(lesson, player.id)?.seat;
  if (seat !== undefined) player.practised[seat.role] = seat.practised;
  delete player.network;
  delete player.seat;
  player.ready = false;
}
