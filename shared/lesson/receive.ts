import type {
  Answer,
  Assistance,
  HostIntent,
  Intent,
  Move,
  PlayerId,
  PlayerIntent,
  Refusal,
  ShellIntent,
} from "../contract/intent.ts";
import { hostKinds } from "../contract/parse-host-intent.ts";
import type { Act } from "../device/act.ts";
import type { Belt } from "../device/belt.ts";
import { refuseAct } from "../device/refuse-act.ts";
import { unreachable } from "../lib/unreachable.ts";
import { isInHand, type Match, type Seat } from "../match/match.ts";
import { performAct } from "../match/perform-act.ts";
import type { PacketId } from "../wire/packet.ts";
import { advance } from "./advance.ts";
import { takeGuess } from "./guesses.ts";
import { applyHost } from "./host-moves.ts";
import { type Lesson, type Onlooker, type Player, placeOf } from "./lesson.ts";
import { NetworkWakes } from "./network-wakes.ts";
import { joinPlayer, renamePlayer, setLine, shareSeat } from "./players.ts";
import { startPlay, takeBack } from "./rounds.ts";

/** So many answers are kept for moves that come twice. */
const keptAnswers = 16;
/** A person who does more than this in a second is a program. */
const actsPerSecond = 8;

/** Applies a move once, at its time; the answer says whether it was possible, never whether it was wise. */
export function receive(
  lesson: Lesson,
  move: Move,
  onlooker?: Onlooker,
  wakes = new NetworkWakes(),
): Answer {
  const actor = lesson.actors[move.by] ?? { last: 0, answers: [] };
  if (move.n <= actor.last) {
    const first = actor.answers.at(move.n - actor.last - 1);
    return first === undefined ? refused("outOfTurn") : { kind: "already", first };
  }
  if (move.n !== actor.last + 1) return refused("outOfTurn");
  advance(lesson, move.at, onlooker, wakes);
  const refusal = applyIntent(lesson, move, onlooker);
  forgetWakes(lesson, move, wakes);
  const answer = refusal === undefined ? accepted : refused(refusal);
  actor.last = move.n;
  actor.answers = [...actor.answers, answer].slice(-keptAnswers);
  lesson.actors[move.by] = actor;
  return answer;
}

/** An act happens in its player's network; everything else may be about any. */
function forgetWakes(lesson: Lesson, { by, intent }: Move, wakes: NetworkWakes): void {
  const place = intent.kind === "act" ? placeOf(lesson, by) : undefined;
  if (place === undefined) wakes.forgetAll();
  else wakes.forget(place.network);
}

const accepted: Answer = { kind: "accepted" };
const refused = (reason: Refusal): Answer => ({ kind: "refused", reason });

function applyIntent(
  lesson: Lesson,
  { by, intent }: Move,
  onlooker: Onlooker | undefined,
): Refusal | undefined {
  if (lesson.phase === "over") return "closed";
  if (isShellIntent(intent)) return by === "shell" ? applyShell(lesson, intent) : "malformed";
  if (isHostIntent(intent)) return by === "host" ? applyHost(lesson, intent, onlooker) : "notHost";
  return applyPlayer(lesson, by, intent, onlooker);
}

function applyShell(lesson: Lesson, intent: ShellIntent): Refusal | undefined {
  if (intent.kind === "join") return joinPlayer(lesson, intent);
  if (lesson.players[intent.player] === undefined) return "noSuchPlayer";
  setLine(lesson, intent.player, intent.kind === "lineBack");
  return undefined;
}

function applyPlayer(
  lesson: Lesson,
  by: string,
  intent: PlayerIntent,
  onlooker: Onlooker | undefined,
): Refusal | undefined {
  const player = lesson.players[by];
  if (player === undefined) return "notPlayer";
  switch (intent.kind) {
    case "act":
      return applyAct(lesson, by, intent.act, onlooker);
    case "ready":
      setReady(lesson, player);
      return undefined;
    case "takeBack":
      if (placeOf(lesson, by) === undefined) return "noSeat";
      takeBack(lesson, by);
      return undefined;
    case "throwLetter":
      return throwLetter(lesson, player, intent.to);
    case "guess":
      return takeGuess(lesson, player.id, intent);
    case "renameMe":
      if (lesson.phase !== "lobby") return "outOfTurn";
      renamePlayer(lesson, player);
      return undefined;
    case "shareSeat":
      return shareSeat(lesson, player, intent.shared);
    case "setAssistance":
      setAssistance(lesson, player, intent.assistance);
      return undefined;
    default:
      return unreachable(intent);
  }
}

/** So many letters fly about in a lobby at most. */
const mostThrows = 24;

function throwLetter(lesson: Lesson, { id: from }: Player, to: PlayerId): Refusal | undefined {
  if (lesson.phase !== "lobby") return "outOfTurn";
  if (lesson.players[to] === undefined) return "noSuchPlayer";
  lesson.throws = [...lesson.throws, { from, to, at: lesson.now }].slice(-mostThrows);
  return undefined;
}

function setReady(lesson: Lesson, player: Player): void {
  player.ready = true;
  if (lesson.phase === "play") takeBack(lesson, player.id);
  if (lesson.phase === "briefing" && everybodyReady(lesson)) startPlay(lesson);
}

function setAssistance(lesson: Lesson, player: Player, assistance: Assistance): void {
  player.assistance = assistance;
  const seat = placeOf(lesson, player.id)?.seat;
  if (seat !== undefined) seat.assistance = assistance;
}

const everybodyReady = (lesson: Lesson): boolean =>
  Object.values(lesson.players).every(
    (player) => player.ready || !player.online || player.seat === undefined,
  );

function applyAct(
  lesson: Lesson,
  by: string,
  act: Act,
  onlooker: Onlooker | undefined,
): Refusal | undefined {
  const place = placeOf(lesson, by);
  if (lesson.phase !== "play") return "notPlaying";
  if (place === undefined) return "noSeat";
  if (lesson.paused) return "paused";
  const { match } = place.network;
  if (match.now >= match.endsAt) return "notPlaying";
  if (isTooFast(match, place.seat)) return "tooFast";
  const device = match.world.boxes[place.seat.box];
  if (device === undefined) return "noSeat";
  const named = withOwnPacket(place.seat, device.belt, act);
  if (named === undefined) return "notYourLetter";
  const refusal = refuseAct(device, named);
  if (refusal !== undefined) return refusal;
  if (!isInHand(place.seat)) takeBack(lesson, by);
  performAct(match, place.seat.box, named, onlooker?.(match));
  return undefined;
}

function isTooFast(match: Match, seat: Seat): boolean {
  seat.recentActs = [...seat.recentActs.filter((at) => match.now - at < 1_000), match.now];
  return seat.recentActs.length > actsPerSecond;
}

/** A viewer names letters by the numbers it was shown; here they get the world's own. */
function withOwnPacket(seat: Seat, belt: Belt, act: Act): Act | undefined {
  if (act.kind === "sendSegment") {
    if (act.answers === undefined) return act;
    const answers = packetCalled(seat, belt, act.answers);
    return answers === undefined ? undefined : { ...act, answers };
  }
  if (!("packet" in act)) return act;
  const packet = packetCalled(seat, belt, act.packet);
  return packet === undefined ? undefined : { ...act, packet };
}

/** Mostly it is a letter on the belt; a seat has seen hundreds of others by the end of a round. */
function packetCalled({ letters }: Seat, belt: Belt, called: number): PacketId | undefined {
  const onBelt = belt.letters.find(({ packet }) => letters[packet.id] === called);
  if (onBelt !== undefined) return onBelt.packet.id;
  const found = Object.entries(letters).find(([, number]) => number === called);
  return found === undefined ? undefined : (Number(found[0]) as PacketId);
}

const isShellIntent = (intent: Intent): intent is ShellIntent =>
  intent.kind === "join" || intent.kind === "lineCut" || intent.kind === "lineBack";

const isHostIntent = (intent: Intent): intent is HostIntent => knownHostKinds.has(intent.kind);

const knownHostKinds: ReadonlySet<Intent["kind"]> = new Set(hostKinds);
