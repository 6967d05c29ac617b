import type { Hop } from "../../shared/lesson/story.ts";
import type { Ipv4Header, PacketId, TcpPacket } from "../../shared/wire/packet.ts";

/** What a segment repeats: one that takes numbers went `again`, an ACK said the `same` once more. */
export type Repeat = "again" | "same";

/** Which letters say what an earlier letter of their connection said already. */
export function repeatsIn(hops: readonly Hop[]): ReadonlyMap<PacketId, Repeat> {
  const first = new Map<string, PacketId>();
  const repeats = new Map<PacketId, Repeat>();
  for (const { packet } of hops) {
    const { id, ip, body } = packet;
    if (body.protocol !== "tcp" || body.flags.includes("rst")) continue;
    const saying = sayingOf(ip, body);
    first.set(saying, first.get(saying) ?? id);
    if (first.get(saying) !== id) repeats.set(id, takesNumbers(body) ? "again" : "same");
  }
  return repeats;
}

/** Whether a letter says again what was said before; of datagrams, which have no numbers, a second one of the same machine. */
export function isAgain(hop: Hop, before: readonly Hop[]): boolean {
  const { from, packet } = hop;
  const { body } = packet;
  if (body.protocol === "icmp") return false;
  if (body.protocol === "tcp") return repeatsIn([...before, hop]).get(packet.id) === "again";
  return before.some((other) => other.from === from && other.packet.body.protocol === "udp");
}

/** What takes numbers is known by them; an ACK alone is known by what it acknowledges. */
const sayingOf = (ip: Ipv4Header, body: TcpPacket): string =>
  [
    ip.source,
    body.sourcePort,
    ip.destination,
    body.destinationPort,
    takesNumbers(body) ? `takes ${body.sequence}` : `acknowledges ${body.acknowledgment}`,
  ].join(" ");

const takesNumbers = ({ flags, payload }: TcpPacket): boolean =>
  payload !== "" || flags.includes("syn") || flags.includes("fin");
