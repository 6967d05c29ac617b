import type { Concept } from "../../shared/contract/reasons.ts";
import type { ServiceId } from "../../shared/device/act.ts";
import type { Host } from "../../shared/device/host.ts";
import type { Port } from "../../shared/wire/packet.ts";
import { Pupil, type Skill, type Strategy } from "../kit/pupil.ts";
import type { Script } from "../kit/scripted-class.ts";
import { believedLetter } from "./believed-letter.ts";
import { deaf } from "./deaf.ts";
import { Impatient } from "./impatient.ts";
import { neverAcknowledging, neverLettingGo, numberThatCame } from "./tcp-misconceptions.ts";

/** Somebody who does everything right and in time, but for one idea that they have not understood. */
export type Conceptless = {
  readonly concept: Concept;
  readonly how: string;
  readonly make: (skill: Skill, seed: number) => Script;
};

const rightly: Strategy = (_, { proposal }) => proposal;

/** Somebody who has understood it all. */
export const understanding = (skill: Skill, seed: number): Script =>
  new Pupil(skill, seed, rightly);

/** What each scored mission is about, by mission: without it there is nothing to win. */
export const conceptless: Readonly<Record<string, Conceptless>> = {
  "address-and-door-1": {
    concept: "destinationPort",
    how: "takes every program of a machine to be behind the same door",
    make: (skill, seed) => new Pupil(skill, seed, oneDoor),
  },
  "address-and-door-2": {
    concept: "asking",
    how: "never doubts a number that was right once",
    make: (skill, seed) => new Pupil(skill, seed, oldNumbers()),
  },
  "best-effort-1": {
    concept: "silence",
    how: "waits as long as it takes, and leaves every pin where it is",
    make: (skill, seed) => deaf(skill, seed),
  },
  "best-effort-2": {
    concept: "silence",
    how: "takes silence for loss at once and sends everything three times",
    make: (skill, seed) => new Impatient(understanding(skill, seed), skill.actMs),
  },
  "three-handshakes-1": {
    concept: "sequenceNumbers",
    how: "acknowledges the number that came, and not the next one",
    make: (skill, seed) => new Pupil(skill, seed, numberThatCame),
  },
  "three-handshakes-2": {
    concept: "halfOpen",
    how: "waits for everybody who has ever knocked",
    make: neverLettingGo,
  },
  "in-order-1": {
    concept: "acknowledging",
    how: "takes numbers on the cards to be enough, and acknowledges nothing",
    make: neverAcknowledging,
  },
  "in-order-2": {
    concept: "acknowledging",
    how: "takes numbers on the cards to be enough, and acknowledges nothing",
    make: neverAcknowledging,
  },
};

/** The address finds the machine, and the first door that is known is taken for its only one. */
const oneDoor: Strategy = ({ match, seat }, { proposal }) => {
  const host = match.world.boxes[seat.box];
  if (host?.kind !== "host") return proposal;
  const [binding] = host.ports.bindings;
  if (proposal.kind === "deliver" && binding !== undefined) {
    return { ...proposal, door: binding.port };
  }
  const port = Object.values(host.book).find((entry) => entry.port !== undefined)?.port;
  return believedLetter(host, proposal, { doorOf: () => port }) ?? proposal;
};

/** Whoever knew a door once writes to it for ever, asks for none twice, and tells it to whoever asks. */
function oldNumbers(): Strategy {
  const known: Record<ServiceId, Port> = {};
  return ({ match, seat }, { proposal }) => {
    const host = match.world.boxes[seat.box];
    if (host?.kind !== "host") return proposal;
    learnDoors(host, known);
    return proposal.kind === "tellDoor"
      ? { ...proposal, port: known[proposal.service] ?? proposal.port }
      : (believedLetter(host, proposal, { doorOf: (service) => known[service] }) ?? proposal);
  };
}

/** What is known already stays as it was. */
function learnDoors({ book, programs }: Host, known: Record<ServiceId, Port>): void {
  for (const [service, { port }] of Object.entries({ ...book, ...programs })) {
    if (port !== undefined) known[service] ??= port;
  }
}
