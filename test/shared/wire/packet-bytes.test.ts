import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeIcmpMessage } from "../../../shared/wire/icmp-message.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { encodeIpv4Packet, ipProtocols } from "../../../shared/wire/ipv4-packet.ts";
import type {
  Ipv4Header,
  Port,
  TcpPacket,
  TransportBody,
  UdpDatagram,
} from "../../../shared/wire/packet.ts";
import {
  decodePacket,
  encodePacket,
  type PacketOnWire,
} from "../../../shared/wire/packet-bytes.ts";
import { encodeTcpSegment } from "../../../shared/wire/tcp-segment.ts";
import { encodeUdpDatagram } from "../../../shared/wire/udp-datagram.ts";
import { aPacket, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const client = ipv4Address(10, 0, 1, 10);
const server = ipv4Address(10, 0, 3, 80);
const there: Ipv4Header = { source: client, destination: server, ttl: 7, identification: 0x0101 };
const back: Ipv4Header = { source: server, destination: client, ttl: 7, identification: 0x0202 };
const question: UdpDatagram = {
  protocol: "udp",
  sourcePort: 49_152 as Port,
  destinationPort: 13 as Port,
  payload: "time",
};
const segment: TcpPacket = {
  protocol: "tcp",
  sourcePort: 49_152 as Port,
  destinationPort: 80 as Port,
  sequence: 101,
  acknowledgment: 901,
  flags: ["psh", "ack"],
  window: 400,
  urgentPointer: 0,
  payload: "ten octets",
};

const asked = "4500 0020 0101 0000 0711 9a73 0a00 010a 0a00 0350 c000 000d 000c 45a0 7469 6d65";
// Two hops later the time to live is 5, and the checksum larger by the same 0200.
const refused = `4500 0038 0202 0000 0701 996a 0a00 0350 0a00 010a 0303 f742 0000 0000
  4500 0020 0101 0000 0511 9c73 0a00 010a 0a00 0350 c000 000d 000c 45a0`;

test("a question as it stands on the wire", () => {
  expect(encodePacket({ ip: there, body: question })).toEqual(hex(asked));
  expect(decodePacket(hex(asked))).toEqual({ ok: true, value: { ip: there, body: question } });
});

test("port unreachable quotes the question as it arrived, up to the ports", () => {
  const about = { ip: { ...there, ttl: 5 }, body: question };
  const packet: PacketOnWire = {
    ip: back,
    body: { protocol: "icmp", error: "portUnreachable", about },
  };
  expect(encodePacket(packet)).toEqual(hex(refused));
  expect(decodePacket(hex(refused))).toEqual({ ok: true, value: asQuoted(packet) });
});

/** The packet as the other end can know it: of what it is about, no more than eight octets. */
function asQuoted({ ip, body }: PacketOnWire): PacketOnWire {
  if (body.protocol !== "icmp") return { ip, body };
  return { ip, body: { ...body, about: { ip: body.about.ip, body: quoted(body.about.body) } } };
}

function quoted(body: TransportBody): TransportBody {
  if (body.protocol === "udp") return { ...body, payload: "" };
  const { protocol, sourcePort, destinationPort, sequence } = body;
  const unquoted = { acknowledgment: 0, flags: [], window: 0, urgentPointer: 0, payload: "" };
  return { protocol, sourcePort, destinationPort, sequence, ...unquoted };
}

test("of a segment a quote names the ports and the number, and nothing behind it", () => {
  const about = { ip: there, body: segment };
  const packet: PacketOnWire = {
    ip: back,
    body: { protocol: "icmp", error: "timeExceeded", about },
  };
  // Behind 20 octets of IPv4 header and 8 of ICMP: the quoted header, then c000 0050 0000 0065.
  expect(encodePacket(packet).subarray(48)).toEqual(hex("c000 0050 0000 0065"));
  expect(decodePacket(encodePacket(packet))).toEqual({ ok: true, value: asQuoted(packet) });
});

test("decoding gives back what was encoded", () => {
  fc.assert(
    fc.property(aPacket, (packet) => {
      expect(decodePacket(encodePacket(packet))).toEqual({ ok: true, value: asQuoted(packet) });
    }),
  );
});

test("what belongs to the game alone does not travel", () => {
  const packet = { id: 7, cause: 9, ip: there, body: question };
  expect(encodePacket(packet)).toEqual(hex(asked));
});

test("text that is not ASCII cannot be sent", () => {
  expect(() => encodePacket({ ip: there, body: { ...question, payload: "몇 시?" } })).toThrow(
    RangeError,
  );
});

const carrying = (protocol: number, payload: Uint8Array) =>
  encodeIpv4Packet({ header: there, protocol, dontFragment: false, payload });
const reporting = (quote: Uint8Array) =>
  carrying(ipProtocols.icmp, encodeIcmpMessage({ kind: "portUnreachable", quote }));

test.each([
  ["unknownProtocol", carrying(99, new Uint8Array(20))],
  ["notAscii", carrying(17, encodeUdpDatagram({ ...question, payload: hex("80") }, there))],
  ["unknownKind", carrying(1, encodeIcmpMessage({ kind: "hostUnreachable", quote: hex(asked) }))],
  ["badQuote", reporting(hex(""))],
  ["badQuote", reporting(hex(asked).subarray(0, 27))],
  ["badQuote", reporting(carrying(99, new Uint8Array(20)))],
  ["notAscii", carrying(6, encodeTcpSegment({ ...segment, payload: hex("80") }, there))],
  [
    "badChecksum",
    carrying(ipProtocols.tcp, hex("c000 0050 0000 0065 0000 0385 5018 0190 0000 0000")),
  ],
  ["badChecksum", carrying(17, hex("c000 000d 0008 0001"))],
  ["badChecksum", carrying(1, hex("0303 0000 0000 0000"))],
  ["tooShort", hex("45")],
])("%s", (reason, octets) => {
  expect(decodePacket(octets)).toEqual({ ok: false, reason });
});

test("whatever arrives, decoding answers", () => {
  const inside = fc
    .tuple(fc.constantFrom(1, 6, 17), mangled(aPacket.map((it) => encodePacket(it).slice(20))))
    .map(([protocol, payload]) => carrying(protocol, payload));
  const quotes = mangled(aPacket.map(encodePacket)).map(reporting);
  const any = fc.oneof(mangled(aPacket.map(encodePacket)), inside, quotes);
  fc.assert(
    fc.property(any, (octets) => {
      expect(decodePacket(octets)).toHaveProperty("ok");
    }),
    { numRuns: 1_000 },
  );
});
