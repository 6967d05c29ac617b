import type { Instant } from "../lib/instant.ts";
import type { Packet, PacketId } from "../wire/packet.ts";
import type { LinkId } from "./act.ts";

/** A letter that waits on a desk, in the slot it fell into. */
export type BeltLetter = {
  readonly slot: number;
  readonly packet: Packet;
  readonly link: LinkId;
  readonly since: Instant;
};

/** The slots of a desk. A letter that finds none free falls off and is lost. */
export type Belt = { readonly slots: number; letters: BeltLetter[] };

/** Puts a letter into the lowest free slot; false when there is none. */
export function putOnBelt(belt: Belt, packet: Packet, link: LinkId, since: Instant): boolean {
  for (let slot = 0; slot < belt.slots; slot++) {
    if (belt.letters.some((letter) => letter.slot === slot)) continue;
    belt.letters.push({ slot, packet, link, since });
    return true;
  }
  return false;
}

/** The letter of this packet, still on the belt. */
export const letterOf = (belt: Belt, packet: PacketId): BeltLetter | undefined =>
  belt.letters.find((letter) => letter.packet.id === packet);

/** Takes the letter off the belt. */
export function takeOffBelt(belt: Belt, packet: PacketId): BeltLetter {
  const letter = letterOf(belt, packet);
  if (letter === undefined) throw new Error("the letter was checked to be on the belt");
  belt.letters = belt.letters.filter((other) => other !== letter);
  return letter;
}
