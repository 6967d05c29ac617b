import { missions } from "../../assets/missions/missions.ts";
import type { HostIntent, PlayerId } from "../../shared/contract/intent.ts";
import type { Role } from "../../shared/contract/mission.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { parseRole } from "./shell-briefing.ts";
import { arrival } from "./shell-people.ts";
import { byWeight, type CountedReason, countReason } from "./shell-result.ts";

/** What moves a lesson on. */
export type HostMove = Extract<HostIntent["kind"], "startRound" | "pause" | "resume" | "endRound">;

/** A person as the host sees them. */
export type HostPlayer = {
  readonly player: PlayerId;
  readonly nickname: string;
  readonly role: Role | undefined;
  readonly online: boolean;
  readonly ready: boolean;
};

/** One network with its people, the seats that run by themselves, and its score. `order` counts networks from 1. */
export type HostNetwork = {
  readonly id: string;
  readonly order: number;
  readonly players: readonly HostPlayer[];
  readonly automatic: readonly Role[];
  readonly standing: ViewRow<"standings"> | undefined;
};

/** What one player did in the round, by reason. */
export type HostResult = HostPlayer & { readonly reasons: readonly CountedReason[] };

/** The host's page: where the lesson stands, who is where, what can be asked for now. */
export type HostPage = {
  readonly phase: string;
  readonly round: number;
  readonly paused: boolean;
  readonly online: number;
  readonly networks: readonly HostNetwork[];
  readonly unseated: readonly HostPlayer[];
  readonly results: readonly HostResult[];
  readonly moves: readonly HostMove[];
  /** What the next round plays unless the host chooses: the mission at hand, or after a round the one that follows it. */
  readonly nextMission: string;
};

/** The host's page, from the host's view. */
export function presentHost(view: View): HostPage {
  const now = view.lesson["now"];
  const phase = now?.phase ?? "lobby";
  const players = Object.keys(view.players)
    .toSorted((one, other) => arrival(one) - arrival(other))
    .flatMap((player) => hostPlayer(view, player));
  return {
    phase,
    round: now?.round ?? 0,
    paused: now?.paused ?? false,
    online: players.filter((player) => player.online).length,
    networks: presentNetworks(view, players),
    unseated: players.filter(({ player }) => view.players[player]?.seat === undefined),
    results: presentResults(view, players),
    moves: movesIn(phase, now?.paused ?? false),
    nextMission: missionAfter(now?.mission ?? "", phase),
  };
}

function hostPlayer(view: View, player: PlayerId): readonly HostPlayer[] {
  const row = view.players[player];
  if (row === undefined) return [];
  const { nickname, online, ready } = row;
  return [{ player, nickname, online, ready, role: parseRole(row.role) }];
}

function presentNetworks(view: View, players: readonly HostPlayer[]): readonly HostNetwork[] {
  const networkOf = ({ player }: HostPlayer) => view.players[player]?.network;
  const ids = new Set([
    ...Object.keys(view.standings),
    ...players.flatMap((player) => networkOf(player) ?? []),
  ]);
  return [...ids].map((id) => {
    const people = players.filter((player) => networkOf(player) === id);
    return {
      id,
      order: Number(id.slice(1)),
      players: people,
      automatic: automaticRoles(view, id),
      standing: view.standings[id],
    };
  });
}

/** The roles of a network's seats that nobody holds. */
const automaticRoles = (view: View, network: string): readonly Role[] =>
  Object.values(view.seats)
    .filter((seat) => seat.network === network && seat.hand === "automatic")
    .flatMap((seat) => parseRole(seat.role) ?? []);

const presentResults = (view: View, players: readonly HostPlayer[]): readonly HostResult[] =>
  players
    .map((player) => ({ ...player, reasons: reasonsOf(view, player.player) }))
    .filter(({ reasons }) => reasons.length > 0);

const reasonsOf = (view: View, player: PlayerId): readonly CountedReason[] =>
  byWeight(
    Object.values(view.results)
      .filter((row) => row.player === player)
      .flatMap((row) => countReason(row.reason, row.count, 0)),
  );

function missionAfter(mission: string, phase: string): string {
  const ids = Object.keys(missions);
  const next = phase === "result" ? ids[ids.indexOf(mission) + 1] : undefined;
  return next ?? mission;
}

/** What moves the lesson on from a phase; removing somebody and closing the room is possible at any time. */
function movesIn(phase: string, paused: boolean): readonly HostMove[] {
  if (phase === "play") return [paused ? "resume" : "pause", "endRound"];
  return phase === "briefing" ? ["endRound"] : ["startRound"];
}
