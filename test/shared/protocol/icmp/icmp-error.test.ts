import { expect, test } from "vitest";
import { icmpErrorAbout } from "../../../../shared/protocol/icmp/icmp-error.ts";
import { ipv4Address } from "../../../../shared/wire/ipv4-address.ts";
import type { IcmpError, Packet, PacketId, Port } from "../../../../shared/wire/packet.ts";

const ip = {
  source: ipv4Address(10, 0, 1, 10),
  destination: ipv4Address(10, 0, 3, 80),
  ttl: 1,
  identification: 7,
};
const body = {
  protocol: "udp",
  sourcePort: 50_000 as Port,
  destinationPort: 7_311 as Port,
  payload: "time? #123",
} as const;
const datagram: Packet = { id: 7 as PacketId, ip, body };
const errors: readonly IcmpError[] = ["netUnreachable", "portUnreachable", "timeExceeded"];

test.each(errors)("%s quotes the packet that it is about", (error) => {
  expect(icmpErrorAbout(datagram, error)).toEqual({ protocol: "icmp", error, about: { ip, body } });
});

test.each(errors.flatMap((error) => errors.map((about) => [error, about] as const)))(
  "no %s is ever sent about a %s (RFC 1122 §3.2.2)",
  (error, about) => {
    const icmp: Packet = {
      ...datagram,
      body: { protocol: "icmp", error: about, about: { ip, body } },
    };
    expect(icmpErrorAbout(icmp, error)).toBeUndefined();
  },
);
