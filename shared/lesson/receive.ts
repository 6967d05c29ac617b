import type {
  Answer,
  Assistance,
  HostIntent,
  Intent,
  Move,
  PlayerIntent,
  Refusal,
  ShellIntent,
} from "../contract/intent.ts";
import type { Act } from "../device/act.ts";
import { refuseAct } from "../device/refuse-act.ts";
import { unreachable } from "../lib/unreachable.ts";
import { isInHand, type Match, type Seat } from "../match/match.ts";
import { performAct } from "../match/perform-act.ts";
import type { PacketId } from "../wire/packet.ts";
import { advance } from "./advance.ts";
import { asPlayed, type Lesson, type Onlooker, type Player, placeOf } from "./lesson.ts";
import { drawNickname, joinPlayer, kickPlayer, setLine } from "./players.ts";
import { anchorAt, endRound, startBriefing, startPlay, takeBack } from "./rounds.ts";

/** So many answers are kept for moves that come twice. */
const keptAnswers = 16;
/** A person who does more than this in a second is a program. */
const actsPerSecond = 8;

/** Applies a move once, at its time; the answer says whether it was possible, never whether it was wise. */
export function receive(lesson: Lesson, move: Move, onlooker?: Onlooker): Answer {
  const actor = lesson.actors[move.by] ?? { last: 0, answers: [] };
  if (move.n <= actor.last) {
    const first = actor.answers.at(move.n - actor.last - 1);
    return first === undefined ? refused("outOfTurn") : { kind: "already", first };
  }
  if (move.n !== actor.last + 1) return refused("outOfTurn");
  advance(lesson, move.at, onlooker);
  const refusal = applyIntent(lesson, move, onlooker);
  const answer = refusal === undefined ? accepted : refused(refusal);
  actor.last = move.n;
  actor.answers = [...actor.answers, answer].slice(-keptAnswers);
  lesson.actors[move.by] = actor;
  return answer;
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
  if (isHostIntent(intent)) return by === "host" ? applyHost(lesson, intent) : "notHost";
  return applyPlayer(lesson, by, intent, onlooker);
}

function applyShell(lesson: Lesson, intent: ShellIntent): Refusal | undefined {
  if (intent.kind === "join") return joinPlayer(lesson, intent);
  if (lesson.players[intent.player] === undefined) return "noSuchPlayer";
  setLine(lesson, intent.player, intent.kind === "lineBack");
  return undefined;
}

function applyHost(lesson: Lesson, intent: HostIntent): Refusal | undefined {
  switch (intent.kind) {
    case "startRound":
      return startRound(lesson, intent.mission ?? lesson.mission.id);
    case "pause":
    case "resume":
      if (lesson.phase !== "play") return "notPlaying";
      setPaused(lesson, intent.kind === "pause");
      return undefined;
    case "endRound":
      if (lesson.phase !== "play" && lesson.phase !== "briefing") return "notPlaying";
      endRound(lesson);
      return undefined;
    case "closeRoom":
      endRound(lesson);
      lesson.phase = "over";
      return undefined;
    case "kick":
      return kickPlayer(lesson, intent.player);
    default:
      return unreachable(intent);
  }
}

function startRound(lesson: Lesson, id: string): Refusal | undefined {
  const mission = Object.hasOwn(lesson.missions, id) ? lesson.missions[id] : undefined;
  if (lesson.phase !== "lobby" && lesson.phase !== "result") return "outOfTurn";
  if (mission === undefined) return "noSuchMission";
  lesson.mission = asPlayed(lesson.options, mission);
  startBriefing(lesson);
  return undefined;
}

function setPaused(lesson: Lesson, paused: boolean): void {
  lesson.paused = paused;
  for (const network of Object.values(lesson.networks)) anchorAt(lesson, network, paused ? 0 : 10);
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
    case "renameMe":
      if (lesson.phase !== "lobby") return "outOfTurn";
      player.nickname = drawNickname(lesson);
      return undefined;
    case "setAssistance":
      setAssistance(lesson, player, intent.assistance);
      return undefined;
    default:
      return unreachable(intent);
  }
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
  const named = withOwnPacket(place.seat, act);
  const device = match.world.boxes[place.seat.box];
  if (named === undefined) return "notYourLetter";
  if (device === undefined) return "noSeat";
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
function withOwnPacket(seat: Seat, act: Act): Act | undefined {
  if (!("packet" in act)) return act;
  const found = Object.entries(seat.letters).find(([, number]) => number === act.packet);
  return found === undefined ? undefined : { ...act, packet: Number(found[0]) as PacketId };
}

const isShellIntent = (intent: Intent): intent is ShellIntent =>
  intent.kind === "join" || intent.kind === "lineCut" || intent.kind === "lineBack";

const hostKinds = ["startRound", "pause", "resume", "endRound", "closeRoom", "kick"];
const isHostIntent = (intent: Intent): intent is HostIntent => hostKinds.includes(intent.kind);
