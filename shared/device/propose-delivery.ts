import { ownerOf } from "../protocol/ports/port-table.ts";
import type { PacketId, UdpDatagram } from "../wire/packet.ts";
import type { Act } from "./act.ts";
import type { Host } from "./host.ts";

/** Doors open and close while letters wait: what the machine would do with them changes too. */
export function proposeDeliveriesAgain(host: Host): void {
  host.gate.dues = host.gate.dues.map((due) => {
    if (due.proposal.kind !== "deliver" && due.proposal.kind !== "reject") return due;
    const { packet: number } = due.proposal;
    const waiting = host.belt.letters.find(({ packet }) => packet.id === number);
    return waiting?.packet.body.protocol === "udp"
      ? { ...due, proposal: proposeDelivery(host, number, waiting.packet.body) }
      : due;
  });
}

/** The door with the number on the letter; a closed one makes the letter go back. */
export function proposeDelivery(host: Host, packet: PacketId, body: UdpDatagram): Act {
  const door = body.destinationPort;
  return ownerOf(host.ports, door) === undefined
    ? { kind: "reject", packet }
    : { kind: "deliver", packet, door };
}
