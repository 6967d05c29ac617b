import { letterOf } from "../../shared/device/belt.ts";
import { longestMatch } from "../../shared/protocol/ip/routing-table.ts";
import { Pupil, type Sees, type Skill, type Strategy } from "../kit/pupil.ts";
import type { Script } from "../kit/scripted-class.ts";
import { Waving } from "./waving.ts";

/** Somebody who waits as long as it takes: nothing is sent again, and what used to be the way stays the way. */
export const deaf = (skill: Skill, seed: number): Script =>
  new Waving(new Pupil(skill, seed, blindToLamps, deafToSilence));

/** Silence is nothing to be acted on: nothing is sent again, and a pin that is there stays there. */
const deafToSilence: Sees = ({ match, seat }, { duty, proposal }) => {
  const router = match.world.boxes[seat.box];
  const isMoved =
    router?.kind === "router" &&
    proposal.kind === "pin" &&
    router.pins.some(({ row }) => row === proposal.row);
  return duty !== "retransmit" && !isMoved;
};

/** What is passed on by hand takes the way that it always took. */
const blindToLamps: Strategy = ({ match, seat }, { proposal }) => {
  const router = match.world.boxes[seat.box];
  if (router?.kind !== "router" || !("packet" in proposal)) return proposal;
  const letter = letterOf(router.belt, proposal.packet);
  const route = letter && longestMatch(router.table, letter.packet.ip.destination);
  return route === undefined
    ? proposal
    : { kind: "forward", packet: proposal.packet, exit: route.exit };
};
