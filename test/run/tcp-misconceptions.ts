import { Pupil, type Sees, type Skill, type Strategy } from "../kit/pupil.ts";
import type { Script } from "../kit/scripted-class.ts";
import { Waving } from "./waving.ts";

/** Acknowledges the number that came, and not the one that is to come. */
export const numberThatCame: Strategy = (_, { proposal }) =>
  proposal.kind === "sendSegment" && proposal.flags.includes("ack")
    ? { ...proposal, acknowledgment: proposal.acknowledgment - 1 }
    : proposal;

/** Cards have numbers, and that is taken to be enough. */
export const neverAcknowledging = (skill: Skill, seed: number): Script =>
  blindTo(skill, seed, (_, { duty }) => duty !== "acknowledge");

/** Whoever has knocked is waited for, as long as it takes. */
export const neverLettingGo = (skill: Skill, seed: number): Script =>
  blindTo(skill, seed, (_, { proposal }) => proposal.kind !== "letGo");

const blindTo = (skill: Skill, seed: number, sees: Sees): Script =>
  new Waving(new Pupil(skill, seed, (_, { proposal }) => proposal, sees));
