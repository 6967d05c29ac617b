import type { Nickname, PlayerId, Refusal, ShellIntent } from "../contract/intent.ts";
import { drawWhole } from "../lib/chance.ts";
import { type Lesson, type Player, placeOf } from "./lesson.ts";
import { freeSeat, seatLateComer, takeBack } from "./rounds.ts";

/** So many people play in one room; the host is not counted. */
export const mostPlayers = 40;

/** How many adjectives and animals the languages have words for. */
const adjectives = 24;
const animals = 36;

/** Lets a new player in: into the lobby, or onto a free seat of the round that runs. */
export function joinPlayer(
  lesson: Lesson,
  intent: ShellIntent & { readonly kind: "join" },
): Refusal | undefined {
  if (lesson.players[intent.player] !== undefined) return "outOfTurn";
  if (lesson.locked) return "locked";
  if (Object.keys(lesson.players).length >= mostPlayers) return "full";
  lesson.players[intent.player] = {
    id: intent.player,
    keyHash: intent.keyHash,
    nickname: drawNickname(lesson),
    online: true,
    ready: false,
    assistance: lesson.options.assistance,
    had: { client: 0, router: 0, server: 0 },
    practised: { client: {}, router: {}, server: {} },
    ...(intent.seat === undefined ? {} : { wish: intent.seat }),
  };
  const player = lesson.players[intent.player];
  if (player !== undefined && (lesson.phase === "play" || lesson.phase === "briefing")) {
    seatLateComer(lesson, player);
  }
  return undefined;
}

/** A player's line was cut or found again. Their seat stays theirs; meanwhile it runs by itself. */
export function setLine(lesson: Lesson, id: PlayerId, online: boolean): void {
  const player = lesson.players[id];
  if (player === undefined) return;
  player.online = online;
  const seat = placeOf(lesson, id)?.seat;
  if (seat === undefined || lesson.phase !== "play") return;
  if (online) takeBack(lesson, id);
  else seat.away = true;
}

/** Puts a player out of the room for good: the seat is nobody's, the key opens nothing. */
export function kickPlayer(lesson: Lesson, id: PlayerId): Refusal | undefined {
  if (lesson.players[id] === undefined) return "noSuchPlayer";
  freeSeat(lesson, id);
  delete lesson.players[id];
  return undefined;
}

/** Somebody gets another nickname; of two who share a seat both do. */
export function renamePlayer(lesson: Lesson, player: Player): void {
  player.nickname = drawNickname(lesson);
  if (player.partner !== undefined) player.partner = drawNickname(lesson);
}

/** Lets a second one sit at the seat, or only the first one again. While a round runs nobody comes or goes. */
export function shareSeat(lesson: Lesson, player: Player, isShared: boolean): Refusal | undefined {
  if (lesson.phase === "play") return "outOfTurn";
  if (!isShared) delete player.partner;
  else player.partner ??= drawNickname(lesson);
  return undefined;
}

/** A nickname that nobody in the room has. */
function drawNickname(lesson: Lesson): Nickname {
  const taken = new Set<string>(
    Object.values(lesson.players).flatMap(({ nickname, partner = "" }) => [nickname, partner]),
  );
  for (;;) {
    const adjective = drawWhole(lesson.nicknames, 0, adjectives - 1);
    const nickname = `${adjective}-${drawWhole(lesson.nicknames, 0, animals - 1)}`;
    if (!taken.has(nickname)) return nickname as Nickname;
  }
}
