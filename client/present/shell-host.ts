import { missions } from "../../assets/missions/missions.ts";
import type { Text } from "../../assets/text/text.ts";
import {
  type Assistance,
  assistances,
  type HostIntent,
  type PlayerId,
} from "../../shared/contract/intent.ts";
import type { Mission, Role } from "../../shared/contract/mission.ts";
import { peopleIn } from "../../shared/contract/pair.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { networksOf, orderOf } from "./console-network-view.ts";
import { missionOf } from "./mission-of.ts";
import { parseRole } from "./shell-briefing.ts";
import { presentNickname } from "./shell-nickname.ts";
import { arrival } from "./shell-people.ts";

/** What moves a lesson on. */
type HostMove = Extract<
  HostIntent["kind"],
  "startRound" | "pause" | "resume" | "extend" | "endSoon" | "endRound" | "debrief"
>;

/** A person as the host sees them. */
export type HostPlayer = {
  readonly player: PlayerId;
  readonly nickname: string;
  readonly role: Role | undefined;
  readonly online: boolean;
  readonly ready: boolean;
  readonly assistance: Assistance;
};

/** Who holds a seat: a person, nobody, or a person who is away or whose line is cut. */
type SeatHand = "person" | "automatic" | "away" | "offline";

/** A place at a machine, which somebody can be moved to if it is played at all. */
export type HostSeat = {
  readonly network: string;
  readonly box: string;
  readonly role: Role;
  readonly hand: SeatHand;
  readonly isPlayed: boolean;
  readonly person: HostPlayer | undefined;
};

/** One network with its seats, and its score. `order` counts networks from 1. */
export type HostNetwork = {
  readonly id: string;
  readonly order: number;
  readonly seats: readonly HostSeat[];
  readonly standing: ViewRow<"standings"> | undefined;
  readonly open: number;
};

/** The host's page: where the lesson stands, who is where, what can be asked for now. */
export type HostPage = {
  readonly phase: string;
  readonly round: number;
  readonly mission: Mission | undefined;
  readonly paused: boolean;
  readonly endsSoon: boolean;
  readonly locked: boolean;
  /** How many people are here; two may share a device. */
  readonly online: number;
  /** Seats that run by themselves though somebody could sit there. */
  readonly automatic: number;
  readonly networks: readonly HostNetwork[];
  readonly players: readonly HostPlayer[];
  readonly unseated: readonly HostPlayer[];
  readonly moves: readonly HostMove[];
  /** What the next round plays. */
  readonly nextMission: string;
};

/** The host's page, from the host's view. */
export function presentHost(view: View): HostPage {
  const now = view.lesson["now"];
  const phase = now?.phase ?? "lobby";
  const players = presentHostPlayers(view);
  const networks = networksOf(view).map((id) => presentNetwork(view, id, players));
  const seats = networks.flatMap((network) => network.seats);
  return {
    phase,
    round: now?.round ?? 0,
    mission: missionOf(view),
    paused: now?.paused ?? false,
    endsSoon: now?.endsSoon ?? false,
    locked: now?.locked ?? false,
    online: players.reduce(
      (sum, { online, nickname }) => sum + (online ? peopleIn(nickname) : 0),
      0,
    ),
    automatic: seats.filter(({ hand, isPlayed }) => isPlayed && hand === "automatic").length,
    networks,
    players,
    unseated: players.filter(({ player }) => view.players[player]?.seat === undefined),
    moves: movesIn(phase, now?.paused ?? false),
    nextMission: nextMission(now),
  };
}

/** Everybody in the room, in the order in which they came. */
export const presentHostPlayers = (view: View): readonly HostPlayer[] =>
  Object.keys(view.players)
    .toSorted((one, other) => arrival(one) - arrival(other))
    .flatMap((player) => hostPlayer(view, player) ?? []);

/** What a player is called; whoever was removed goes by the room's own name for them. */
export function namePlayer(view: View, player: PlayerId, text: Text): string {
  const nickname = view.players[player]?.nickname;
  return nickname === undefined ? player : presentNickname(nickname, text);
}

function hostPlayer(view: View, player: PlayerId): HostPlayer | undefined {
  const row = view.players[player];
  if (row === undefined) return undefined;
  const { nickname, online, ready } = row;
  const assistance = assistances.find((one) => one === row.assistance) ?? "standard";
  return { player, nickname, online, ready, role: parseRole(row.role), assistance };
}

function presentNetwork(view: View, id: string, players: readonly HostPlayer[]): HostNetwork {
  const seats = Object.values(view.seats).filter(({ network }) => network === id);
  return {
    id,
    order: orderOf(id),
    seats: seats.flatMap((seat) => presentSeat(view, seat, players)),
    standing: view.standings[id],
    open: view.networks[id]?.open ?? 0,
  };
}

function presentSeat(
  view: View,
  { network, box, role: word, hand, player }: ViewRow<"seats">,
  players: readonly HostPlayer[],
): readonly HostSeat[] {
  const role = parseRole(word);
  if (role === undefined) return [];
  const person = players.find((one) => one.player === player);
  const isPlayed = person !== undefined || isPlayedBox(missionOf(view, network), box);
  return [{ network, box, role, hand: handOf(hand, person), isPlayed, person }];
}

function handOf(hand: string, person: HostPlayer | undefined): SeatHand {
  if (person === undefined) return "automatic";
  if (!person.online) return "offline";
  return hand === "person" ? "person" : "away";
}

const isPlayedBox = (mission: Mission | undefined, box: string): boolean =>
  mission?.seats.includes(box) === true &&
  mission.boxes.some(({ id, automatic }) => id === box && automatic !== true);

/** The next of the playlist; else the mission at hand, or after a round the one that follows it. */
function nextMission(now: ViewRow<"lesson"> | undefined): string {
  const [listed] = playlistOf(now);
  if (listed !== undefined) return listed;
  const mission = now?.mission ?? "";
  const ids = Object.keys(missions);
  const isOver = now?.phase === "result" || now?.phase === "debrief";
  return (isOver ? ids[ids.indexOf(mission) + 1] : undefined) ?? mission;
}

/** The missions to come. */
export const playlistOf = (now: ViewRow<"lesson"> | undefined): readonly string[] =>
  now?.playlist?.split(" ") ?? [];

/** What moves the lesson on from a phase; removing somebody and closing the room is possible at any time. */
function movesIn(phase: string, paused: boolean): readonly HostMove[] {
  switch (phase) {
    case "play":
      return [paused ? "resume" : "pause", "extend", "endSoon", "endRound"];
    case "briefing":
      return ["extend", "endRound"];
    case "result":
      return ["debrief", "startRound"];
    default:
      return ["startRound"];
  }
}
