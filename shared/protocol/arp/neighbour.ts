import { type Instant, later } from "../../lib/instant.ts";
import type { ArpMessage } from "../../wire/arp-message.ts";
import type { Ipv4Address } from "../../wire/ipv4-address.ts";
import { broadcastMacAddress, type MacAddress } from "../../wire/mac-address.ts";
import type { Arp, ArpOutput, ArpStep, Neighbour } from "./arp.ts";
import { type NeighbourAction, type NeighbourEvent, transitions } from "./transitions.ts";

/** Something that happens about one neighbour, with what belongs to it. */
export type About<Packet> = { readonly address: Ipv4Address; readonly now: Instant } & (
  | { readonly event: "wanted"; readonly packet: Packet }
  | { readonly event: "overheard" | "spokeToUs"; readonly mac: MacAddress }
  | { readonly event: Exclude<NeighbourEvent, "wanted" | "overheard" | "spokeToUs"> }
);

/** Lets something happen about one neighbour, as the table says. */
export function stepNeighbour<Packet>(arp: Arp<Packet>, about: About<Packet>): ArpStep<Packet> {
  const { address, now } = about;
  const before = arp.neighbours.find((neighbour) => neighbour.address === address);
  const transition = transitions[before?.state ?? "unknown"][about.event];
  if (transition === undefined) return { state: arp, outputs: [] };
  const others = arp.neighbours.filter((neighbour) => neighbour !== before);
  const room = before === undefined ? withRoom(others, arp.settings.mostNeighbours) : others;
  if (room === undefined) return turnAway(arp, about);
  const { to, does } = transition;
  const turn = new Turn(arp, before ?? stranger(address, now), about);
  for (const action of does) turn[action]();
  const neighbours = to === "unknown" ? room : [...room, { ...turn.neighbour, state: to }];
  return { state: { ...arp, neighbours }, outputs: turn.outputs };
}

/** One neighbour while something happens about it. */
class Turn<Packet> implements Record<NeighbourAction, () => void> {
  readonly outputs: ArpOutput<Packet>[] = [];
  neighbour: Neighbour<Packet>;
  readonly #arp: Arp<Packet>;
  readonly #about: About<Packet>;

  constructor(arp: Arp<Packet>, neighbour: Neighbour<Packet>, about: About<Packet>) {
    this.#arp = arp;
    this.neighbour = neighbour;
    this.#about = about;
  }

  /** The latest packets are the ones worth keeping (RFC 1122 §2.3.2.2). */
  keep(): void {
    if (this.#about.event !== "wanted") return;
    const waiting = [...this.neighbour.waiting, this.#about.packet];
    const surplus = Math.max(0, waiting.length - this.#arp.settings.mostWaiting);
    for (const packet of waiting.slice(0, surplus))
      this.outputs.push({ kind: "dropped", packet, reason: "tooManyWaiting" });
    this.neighbour = { ...this.neighbour, waiting: waiting.slice(surplus) };
  }

  ask(): void {
    const until = later(this.#about.now, this.#arp.settings.retryMs);
    this.neighbour = { ...this.neighbour, tries: this.neighbour.tries + 1, until };
    const message = requestFor(this.#arp, this.neighbour.address);
    this.outputs.push({ kind: "transmit", destination: broadcastMacAddress, message });
  }

  note(): void {
    if (!("mac" in this.#about)) return;
    const until = later(this.#about.now, this.#arp.settings.keepMs);
    this.neighbour = { ...this.neighbour, mac: this.#about.mac, until };
  }

  send(): void {
    for (const packet of this.neighbour.waiting)
      this.outputs.push({ kind: "send", destination: this.neighbour.mac, packet });
    this.neighbour = { ...this.neighbour, waiting: [] };
  }

  discard(): void {
    for (const packet of this.neighbour.waiting)
      this.outputs.push({ kind: "dropped", packet, reason: "noAnswer" });
  }
}

const nobody = 0 as MacAddress;

const stranger = <Packet>(address: Ipv4Address, now: Instant): Neighbour<Packet> => ({
  address,
  state: "asking",
  mac: nobody,
  waiting: [],
  tries: 0,
  until: now,
});

/** Room for one more: the known neighbour that would be forgotten next goes, one that is asked for never does. */
function withRoom<Packet>(
  neighbours: readonly Neighbour<Packet>[],
  most: number,
): readonly Neighbour<Packet>[] | undefined {
  if (neighbours.length < most) return neighbours;
  const known = neighbours.filter(({ state }) => state === "known");
  const oldest = known.reduce<Neighbour<Packet> | undefined>(
    (least, other) => (least !== undefined && least.until <= other.until ? least : other),
    undefined,
  );
  return oldest && neighbours.filter((neighbour) => neighbour !== oldest);
}

const turnAway = <Packet>(state: Arp<Packet>, about: About<Packet>): ArpStep<Packet> => ({
  state,
  outputs:
    about.event === "wanted" ? [{ kind: "dropped", packet: about.packet, reason: "noRoom" }] : [],
});

const requestFor = <Packet>({ own }: Arp<Packet>, address: Ipv4Address): ArpMessage => ({
  operation: "request",
  senderMac: own.mac,
  senderAddress: own.address,
  targetMac: nobody,
  targetAddress: address,
});
