import { type Instant, later } from "../../lib/instant.ts";
import type { ArpMessage } from "../../wire/arp-message.ts";
import { broadcastAddress, type Ipv4Address, isUnicast } from "../../wire/ipv4-address.ts";
import { broadcastMacAddress, isGroupMacAddress, type MacAddress } from "../../wire/mac-address.ts";
import type { Arp, ArpInput, ArpOutput, ArpStep, Neighbour } from "./arp.ts";
import { stepNeighbour } from "./neighbour.ts";

/** Tells the ARP of an interface something. */
export function stepArp<Packet>(
  before: Arp<Packet>,
  input: ArpInput<Packet>,
  now: Instant,
): ArpStep<Packet> {
  const { state, outputs } = letTimersEnd(before, now);
  const after = stepInTime(state, input, now);
  return { state: after.state, outputs: [...outputs, ...after.outputs] };
}

function stepInTime<Packet>(
  arp: Arp<Packet>,
  input: ArpInput<Packet>,
  now: Instant,
): ArpStep<Packet> {
  switch (input.kind) {
    case "wanted":
      return want(arp, input.address, input.packet, now);
    case "received":
      return receive(arp, input.message, now);
    case "announce":
      return { state: arp, outputs: [announcement(arp)] };
    case "timer":
      return { state: arp, outputs: [] };
  }
}

/** However late the timer comes, what was overdue happens first, once for each neighbour. */
function letTimersEnd<Packet>(before: Arp<Packet>, now: Instant): ArpStep<Packet> {
  const overdue = before.neighbours.filter(({ until }) => until <= now);
  return overdue.reduce<ArpStep<Packet>>(
    ({ state, outputs }, neighbour) => {
      const event = overdueEvent(neighbour, state.settings.mostTries);
      const after = stepNeighbour(state, { address: neighbour.address, event, now });
      return { state: after.state, outputs: [...outputs, ...after.outputs] };
    },
    { state: before, outputs: [] },
  );
}

function overdueEvent<Packet>({ state, tries }: Neighbour<Packet>, mostTries: number) {
  if (state === "known") return "aged";
  return tries >= mostTries ? "lastSilence" : "silence";
}

function want<Packet>(
  arp: Arp<Packet>,
  address: Ipv4Address,
  packet: Packet,
  now: Instant,
): ArpStep<Packet> {
  // Everybody's address is known without asking (RFC 894, "Address Mappings").
  if (address === broadcastAddress)
    return { state: arp, outputs: [{ kind: "send", destination: broadcastMacAddress, packet }] };
  return stepNeighbour(arp, { address, event: "wanted", packet, now });
}

/** RFC 826, "Packet Reception": first the sender is merged, then a request for us is answered. */
function receive<Packet>(arp: Arp<Packet>, message: ArpMessage, now: Instant): ArpStep<Packet> {
  const { senderMac, senderAddress, targetAddress } = message;
  if (isGroupMacAddress(senderMac))
    return { state: arp, outputs: [{ kind: "disbelieved", message, reason: "groupHasNoAddress" }] };
  if (senderAddress === arp.own.address) return meetNamesake(arp, message, now);
  const merged = merge(arp, message, now);
  if (targetAddress !== arp.own.address || message.operation !== "request") return merged;
  return { state: merged.state, outputs: [...merged.outputs, reply(arp, message)] };
}

/** A probe has no sender yet, and teaches nothing (RFC 5227 §2.1.1). */
function merge<Packet>(arp: Arp<Packet>, message: ArpMessage, now: Instant): ArpStep<Packet> {
  const { senderMac: mac, senderAddress: address, targetAddress } = message;
  if (!isUnicast(address)) return { state: arp, outputs: [] };
  const event = targetAddress === arp.own.address ? "spokeToUs" : "overheard";
  return stepNeighbour(arp, { address, event, mac, now });
}

/**
 * Somebody speaks under our address. A mission gave it to us for good, so it is defended, but not again and again:
 * two who both insist would fill the link (RFC 5227 §2.4 c).
 */
function meetNamesake<Packet>(
  arp: Arp<Packet>,
  message: ArpMessage,
  now: Instant,
): ArpStep<Packet> {
  const { senderMac: mac } = message;
  if (mac === arp.own.mac)
    return { state: arp, outputs: [{ kind: "disbelieved", message, reason: "ownEcho" }] };
  const conflict = { kind: "conflict", mac } as const;
  const { defendedAt, settings } = arp;
  if (defendedAt !== undefined && now < later(defendedAt, settings.defendMs))
    return { state: arp, outputs: [conflict] };
  return { state: { ...arp, defendedAt: now }, outputs: [conflict, announcement(arp)] };
}

/** The address asked for is filled in, sender and target change places, and it goes back to who asked. */
function reply<Packet>({ own }: Arp<Packet>, asked: ArpMessage): ArpOutput<Packet> {
  const message: ArpMessage = {
    operation: "reply",
    senderMac: own.mac,
    senderAddress: own.address,
    targetMac: asked.senderMac,
    targetAddress: asked.senderAddress,
  };
  return { kind: "transmit", destination: asked.senderMac, message };
}

/** A request for our own address: nobody answers it, and whoever knows us learns where we are (RFC 5227 §2.3). */
function announcement<Packet>({ own }: Arp<Packet>): ArpOutput<Packet> {
  const message: ArpMessage = {
    operation: "request",
    senderMac: own.mac,
    senderAddress: own.address,
    targetMac: 0 as MacAddress,
    targetAddress: own.address,
  };
  return { kind: "transmit", destination: broadcastMacAddress, message };
}
