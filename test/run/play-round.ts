import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { districtSize, mostInNetwork } from "../../shared/contract/network-size.ts";
import type { Match } from "../../shared/match/match.ts";
import { type Script, ScriptedClass } from "../kit/scripted-class.ts";

/** What a round is played with: the mission, the team's seed, and who has its first seats, if only in name. */
export type RoundPlan = {
  readonly mission: Mission;
  readonly seed: number;
  readonly scripts: readonly (Script | "gone")[];
};

/** A finished round: the class that played it, and its one network's match. */
export type PlayedRound = { readonly classroom: ScriptedClass; readonly match: Match };

/** A round from lobby to result; the autopilot holds the seats that are left, and those of pupils who are gone. */
export function playRound({ mission, seed, scripts }: RoundPlan): PlayedRound {
  const classroom = new ScriptedClass({
    ...{ mission: mission.id, seed },
    missions: { ...missions, [mission.id]: mission },
  });
  if (scripts.length > districtSize)
    classroom.move("host", { kind: "setSize", size: mostInNetwork });
  for (const [index, script] of scripts.entries()) joinAs(classroom, playerName(index), script);
  classroom.startRound();
  const [network] = Object.values(classroom.lesson.networks);
  if (network === undefined) throw new Error("a round was started without a network");
  classroom.finishRound();
  return { classroom, match: network.match };
}

/** The player whose script stands at this place of a plan. */
export const playerName = (index: number): string => `p${index + 1}`;

/** A seed for each pupil of each round, so that no two think alike. */
export const pupilSeed = (seed: number, index: number): number => seed * 100 + index;

function joinAs(classroom: ScriptedClass, player: string, script: Script | "gone"): void {
  if (script !== "gone") {
    classroom.join(player, script);
    return;
  }
  classroom.join(player);
  classroom.move("shell", { kind: "lineCut", player });
}
