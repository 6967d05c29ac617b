import fc from "fast-check";
import type { ArpMessage } from "../../../shared/wire/arp-message.ts";
import type { AddressPair } from "../../../shared/wire/checksum.ts";
import type { RawIcmpMessage } from "../../../shared/wire/icmp-message.ts";
import type { Ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import type { Ipv4Packet } from "../../../shared/wire/ipv4-packet.ts";
import type { MacAddress } from "../../../shared/wire/mac-address.ts";
import {
  type Ipv4Header,
  type Port,
  type TcpPacket,
  tcpFlags,
  type UdpDatagram,
} from "../../../shared/wire/packet.ts";
import type { PacketOnWire } from "../../../shared/wire/packet-bytes.ts";
import type { TcpSegment } from "../../../shared/wire/tcp-segment.ts";
import type { RawUdpDatagram } from "../../../shared/wire/udp-datagram.ts";

const octet = fc.integer({ min: 0, max: 0xff });
const short = fc.integer({ min: 0, max: 0xffff });
const word = fc.integer({ min: 0, max: 0xffff_ffff });
const payload = fc.uint8Array({ maxLength: 80 });

export const anAddress = word as fc.Arbitrary<number> as fc.Arbitrary<Ipv4Address>;
export const aMacAddress = fc.integer({
  min: 0,
  max: 0xffff_ffff_ffff,
}) as fc.Arbitrary<number> as fc.Arbitrary<MacAddress>;
const aPort = short as fc.Arbitrary<number> as fc.Arbitrary<Port>;

export const aPair: fc.Arbitrary<AddressPair> = fc.record({
  source: anAddress,
  destination: anAddress,
});

const anIpv4Header: fc.Arbitrary<Ipv4Header> = fc.record({
  source: anAddress,
  destination: anAddress,
  ttl: octet,
  identification: short,
});

export const anIpv4Packet: fc.Arbitrary<Ipv4Packet> = fc.record({
  header: anIpv4Header,
  protocol: octet,
  dontFragment: fc.boolean(),
  payload,
});

export const anArpMessage: fc.Arbitrary<ArpMessage> = fc.record({
  operation: fc.constantFrom("request", "reply"),
  senderMac: aMacAddress,
  senderAddress: anAddress,
  targetMac: aMacAddress,
  targetAddress: anAddress,
});

export const aUdpDatagram: fc.Arbitrary<RawUdpDatagram> = fc.record({
  sourcePort: aPort,
  destinationPort: aPort,
  payload,
});

export const anIcmpMessage: fc.Arbitrary<RawIcmpMessage> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("netUnreachable", "hostUnreachable", "portUnreachable", "timeExceeded"),
    quote: payload,
  }),
  fc.record({ kind: fc.constant("fragmentationNeeded" as const), mtu: short, quote: payload }),
  fc.record({
    kind: fc.constantFrom("echoRequest", "echoReply"),
    identifier: short,
    sequence: short,
    data: payload,
  }),
);

const segmentFields = {
  sourcePort: aPort,
  destinationPort: aPort,
  sequence: word,
  acknowledgment: word,
  window: short,
  urgentPointer: short,
  payload,
};

/** Any segment, with a segment size on some of those that carry a SYN and on no other. */
export const aTcpSegment: fc.Arbitrary<TcpSegment> = fc.oneof(
  fc.record({
    ...segmentFields,
    flags: fc.subarray(tcpFlags.filter((flag) => flag !== "syn")),
  }),
  fc.record(
    {
      ...segmentFields,
      flags: fc
        .subarray([...tcpFlags])
        .map((some) => tcpFlags.filter((flag) => flag === "syn" || some.includes(flag))),
      maximumSegmentSize: short,
    },
    { requiredKeys: [...(Object.keys(segmentFields) as (keyof typeof segmentFields)[]), "flags"] },
  ),
);

const someText = fc.string({ unit: "binary-ascii", maxLength: 80 });

const aTextDatagram: fc.Arbitrary<UdpDatagram> = fc.record({
  protocol: fc.constant("udp"),
  sourcePort: aPort,
  destinationPort: aPort,
  payload: someText,
});

const aTextSegment: fc.Arbitrary<TcpPacket> = fc
  .tuple(aTcpSegment, someText)
  .map(([segment, payload]) => ({ ...segment, protocol: "tcp", payload }));

const aTransportBody = fc.oneof(aTextDatagram, aTextSegment);

/** Any packet of the game. */
export const aPacket: fc.Arbitrary<PacketOnWire> = fc.record({
  ip: anIpv4Header,
  body: fc.oneof(
    aTransportBody,
    fc.record({
      protocol: fc.constant("icmp" as const),
      error: fc.constantFrom("netUnreachable", "portUnreachable", "timeExceeded"),
      about: fc.record({ ip: anIpv4Header, body: aTransportBody }),
    }),
  ),
});

/** Octets that were good once: some overwritten, then cut or followed by others; or never good at all. */
export const mangled = (good: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 120 }),
    fc
      .tuple(good, fc.array(fc.tuple(fc.nat(200), octet), { maxLength: 6 }), fc.nat(200), payload)
      .map(([octets, changes, cut, tail]) => {
        const bad = Uint8Array.from([...octets.slice(0, cut), ...(cut % 2 ? tail : [])]);
        for (const [at, value] of changes) if (at < bad.length) bad[at] = value;
        return bad;
      }),
  );
