import type { Match } from "../../shared/match/match.ts";
import type { Packet, PacketId } from "../../shared/wire/packet.ts";
import { flightsOf } from "../../shared/world/world.ts";
import { type Fact, nowhere, type Site, siteOf } from "./marked-fact.ts";
import type { MarkedValues } from "./marked-values.ts";

/** Marks what moves between the boxes of a network, what waits on its belts, and what both are called by. */
export function markLetters(match: Match, network: string, values: MarkedValues): void {
  const packets = [...markFlights(match, network, values), ...markBelts(match, network, values)];
  renumber(match, network, packets, values);
}

/**
 * A letter under way is seen by both ends of its link, but one that will be lost only by the end that it left;
 * where sight is open, by the whole network.
 */
function markFlights(match: Match, network: string, values: MarkedValues): readonly Packet[] {
  const isOpen = match.mission.sight === "open";
  return flightsOf(match.world).map((flight) => {
    const { packet, from, to, lostAt } = flight;
    const site = siteOf(match, network, ...(lostAt === undefined ? [from, to] : [from]));
    const moves: Fact = {
      ...site,
      row: lostAt === undefined ? "letters that arrive" : "letters that get lost",
      audience: isOpen ? "network" : "desk",
    };
    const ends: Fact = {
      ...site,
      row: "where letters get lost",
      audience: isOpen ? "network" : "host",
    };
    const outside: Fact = { ...site, row: "what stands on letters under way", audience: "host" };
    values.fields(flight, ["departAt", "arriveAt"], moves, `${packet.id}`);
    values.fields(flight, ["lostAt"], ends, `${packet.id}`);
    markPacket(packet, site, outside, outside, values);
    return packet;
  });
}

/** Whoever has the letter reads its addresses; only at the ends are there ports. */
function markBelts(match: Match, network: string, values: MarkedValues): readonly Packet[] {
  return Object.values(match.world.boxes).flatMap(({ id, kind, belt }) => {
    const site = siteOf(match, network, id);
    const outside: Fact = { ...site, row: "letters on a belt", audience: "desk" };
    const ports: Fact = {
      ...site,
      row: kind === "host" ? "ports of letters at an end" : "ports of letters on the way",
      audience: kind === "host" ? "desk" : "host",
    };
    return belt.letters.map((letter) => {
      values.fields(letter, ["slot", "link", "since"], outside, `${letter.packet.id}`);
      markPacket(letter.packet, site, outside, ports, values);
      return letter.packet;
    });
  });
}

function markPacket(
  packet: Packet,
  site: Site,
  outside: Fact,
  ports: Fact,
  values: MarkedValues,
): void {
  const { id, ip, body } = packet;
  const rules: Fact = { ...site, row: "what only the rules need", audience: "nobody" };
  const sealed: Fact = { ...site, row: "what is sealed in letters", audience: "host" };
  values.fields(ip, ["source", "destination", "ttl"], outside, `${id}`);
  values.fields(ip, ["identification"], rules, `${id}`);
  values.fields(packet, ["cause"], rules, `${id}`);
  values.fields(body, ["sourcePort", "destinationPort"], ports, `${id}`);
  values.fields(body, ["payload", "about"], sealed, `${id}`);
}

/** Each desk has its own number for a letter; the world's own shows to the host, and where sight is open. */
function renumber(
  match: Match,
  network: string,
  packets: readonly Packet[],
  values: MarkedValues,
): void {
  const fact: Fact = {
    ...{ ...nowhere, network, row: "the world's numbers of letters" },
    audience: match.mission.sight === "open" ? "network" : "host",
  };
  const numberOf = (packet: PacketId) => values.of(packet, fact, "packet") as PacketId;
  const live = new Set(packets.map(({ id }) => String(id)));
  for (const seat of Object.values(match.seats)) {
    const own: Fact = {
      ...siteOf(match, network, seat.box),
      row: "letters on a belt",
      audience: "desk",
    };
    const letters = Object.entries(seat.letters).filter(([packet]) => live.has(packet));
    const marked = letters.map(([packet, number]) => [
      numberOf(Number(packet) as PacketId),
      values.of(number, own, "number"),
    ]);
    Object.assign(seat, { letters: Object.fromEntries(marked) });
  }
  for (const { gate } of Object.values(match.world.boxes)) {
    for (const { proposal } of gate.dues) {
      if ("packet" in proposal) Object.assign(proposal, { packet: numberOf(proposal.packet) });
    }
  }
  for (const packet of packets) Object.assign(packet, { id: numberOf(packet.id) });
}
