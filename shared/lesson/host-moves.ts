import type { HostIntent, Pace, PlayerId, Refusal } from "../contract/intent.ts";
import type { BoxId } from "../device/act.ts";
import { later } from "../lib/instant.ts";
import { unreachable } from "../lib/unreachable.ts";
import { causeFault } from "./faults.ts";
import { asPlayed, type Lesson, type Network, type Onlooker, placeOf } from "./lesson.ts";
import { kickPlayer, renamePlayer } from "./players.ts";
import {
  anchorAt,
  endRound,
  exchangeSeats,
  pauseRound,
  resumeSoon,
  startBriefing,
} from "./rounds.ts";

/** What the host gives a round, or the look at its role cards, that runs out too soon. */
const extensionMs = 30_000;
/** A round that is to end soon has so much time left for what is open. */
const lastMs = 30_000;

/** Does what the host asks for; the answer says why it cannot be done. */
export function applyHost(
  lesson: Lesson,
  intent: HostIntent,
  onlooker: Onlooker | undefined,
): Refusal | undefined {
  switch (intent.kind) {
    case "startRound":
      return startRound(lesson, intent.mission);
    case "pause":
    case "resume":
    case "extend":
    case "endSoon":
    case "endRound":
    case "closeRoom":
      return steerRound(lesson, intent.kind);
    case "kick":
    case "rename":
    case "moveSeat":
    case "assist":
    case "hint":
    case "lookOver":
      return steerPlayer(lesson, intent);
    case "fault":
      return causeFault(lesson, intent, onlooker);
    case "setPace":
      return setPace(lesson, intent.pace, intent.network);
    case "debrief":
      if (lesson.phase !== "result" && lesson.phase !== "debrief") return "outOfTurn";
      lesson.phase = "debrief";
      lesson.step = intent.step;
      delete lesson.tape;
      return undefined;
    case "tape":
      if (lesson.phase !== "debrief" || lesson.step !== "replay") return "outOfTurn";
      lesson.tape = { at: intent.at, since: lesson.now, rate: intent.rate };
      return undefined;
    case "showNetwork":
      if (lesson.networks[intent.network] === undefined) return "noSuchNetwork";
      lesson.shown = intent.network;
      return undefined;
    default:
      return setUp(lesson, intent);
  }
}

type IntentOf<Kind extends HostIntent["kind"]> = HostIntent & { readonly kind: Kind };

function startRound(lesson: Lesson, wish: string | undefined): Refusal | undefined {
  if (!["lobby", "result", "debrief"].includes(lesson.phase)) return "outOfTurn";
  const [next = lesson.mission.id, ...later] = lesson.playlist;
  const id = wish ?? next;
  const mission = Object.hasOwn(lesson.missions, id) ? lesson.missions[id] : undefined;
  if (mission === undefined) return "noSuchMission";
  if (id === lesson.playlist[0]) lesson.playlist = later;
  lesson.mission = asPlayed(lesson.options, mission);
  startBriefing(lesson);
  return undefined;
}

function steerRound(
  lesson: Lesson,
  kind: "pause" | "resume" | "extend" | "endSoon" | "endRound" | "closeRoom",
): Refusal | undefined {
  if (kind === "closeRoom") {
    endRound(lesson);
    lesson.phase = "over";
    return undefined;
  }
  if (lesson.phase === "briefing") return steerBriefing(lesson, kind);
  if (lesson.phase !== "play") return "notPlaying";
  if (kind === "endRound") endRound(lesson);
  else if (kind === "pause") pauseRound(lesson);
  else if (kind === "resume") resumeSoon(lesson);
  else for (const { match } of Object.values(lesson.networks)) moveEnd(match, kind);
  return undefined;
}

/** Cards take time to be copied down, or a round was not meant to begin. */
function steerBriefing(lesson: Lesson, kind: string): Refusal | undefined {
  if (kind === "endRound") endRound(lesson);
  else if (kind === "extend")
    lesson.phaseEndsAt = later(lesson.phaseEndsAt ?? lesson.now, extensionMs);
  else return "notPlaying";
  return undefined;
}

/** More time for everybody who still plays; or nothing new, and an end as soon as what is open can be done. */
function moveEnd(match: Network["match"], kind: "extend" | "endSoon"): void {
  if (match.now >= match.endsAt) return;
  if (kind === "extend") {
    match.endsAt = later(match.endsAt, extensionMs);
    return;
  }
  const end = later(match.now, lastMs);
  if (end < match.endsAt) match.endsAt = end;
  match.isClosing = true;
  for (const plan of Object.values(match.errands)) plan.opensAt = [];
}

function setPace(lesson: Lesson, pace: Pace, id: string | undefined): Refusal | undefined {
  const network = id === undefined ? undefined : lesson.networks[id];
  if (id !== undefined && network === undefined) return "noSuchNetwork";
  if (network === undefined) lesson.pace = pace;
  const isRunning = lesson.phase === "play" && !lesson.paused;
  for (const one of network === undefined ? Object.values(lesson.networks) : [network]) {
    one.pace = pace;
    if (isRunning) anchorAt(lesson, one, pace);
  }
  return undefined;
}

function steerPlayer(
  lesson: Lesson,
  intent: IntentOf<"kick" | "rename" | "moveSeat" | "assist" | "hint" | "lookOver">,
): Refusal | undefined {
  if (intent.kind === "lookOver" && intent.player === undefined) {
    delete lesson.shoulder;
    return undefined;
  }
  const player = lesson.players[intent.player ?? ""];
  if (player === undefined) return "noSuchPlayer";
  const seat = placeOf(lesson, player.id)?.seat;
  switch (intent.kind) {
    case "kick":
      return kickPlayer(lesson, player.id);
    case "rename":
      renamePlayer(lesson, player);
      return undefined;
    case "moveSeat":
      return moveSeat(lesson, player.id, intent.network, intent.box);
    case "assist":
      player.assistance = intent.assistance;
      if (seat !== undefined) seat.assistance = intent.assistance;
      return undefined;
    case "hint":
      if (seat === undefined) return "noSeat";
      seat.hinted = true;
      return undefined;
    case "lookOver":
      lesson.shoulder = player.id;
      return undefined;
    default:
      return unreachable(intent);
  }
}

function moveSeat(lesson: Lesson, player: PlayerId, id: string, box: BoxId): Refusal | undefined {
  const match = lesson.networks[id]?.match;
  if (match === undefined) return "noSuchNetwork";
  const isPlayed = match.mission.boxes.some((one) => one.id === box && one.automatic !== true);
  if (!isPlayed || !match.mission.seats.includes(box)) return "noSuchSeat";
  exchangeSeats(lesson, player, id, box);
  return undefined;
}

/** How the lesson goes on from its next round. */
function setUp(
  lesson: Lesson,
  intent: IntentOf<
    "lock" | "setLesson" | "setSize" | "setPlaylist" | "setTeams" | "mixTeams" | "keepTeams"
  >,
): Refusal | undefined {
  switch (intent.kind) {
    case "lock":
      lesson.locked = intent.locked;
      return undefined;
    case "setLesson":
      lesson.explainFirst = intent.explainFirst;
      if (intent.roundMs === undefined) delete lesson.roundMs;
      else lesson.roundMs = intent.roundMs;
      return undefined;
    case "setSize":
      lesson.networkSize = intent.size;
      return undefined;
    case "setPlaylist":
      if (!intent.missions.every((id) => Object.hasOwn(lesson.missions, id)))
        return "noSuchMission";
      lesson.playlist = intent.missions;
      return undefined;
    case "setTeams":
      lesson.teams = intent.teams;
      return undefined;
    case "mixTeams":
      lesson.teams = "mixed";
      return undefined;
    case "keepTeams":
      lesson.teams = "kept";
      return undefined;
    default:
      return unreachable(intent);
  }
}
