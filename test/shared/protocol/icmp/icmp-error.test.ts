import { expect, test } from "vitest";
import { icmpErrorAbout } from "../../../../shared/protocol/icmp/icmp-error.ts";
import { ipv4Address, parseIpv4Address } from "../../../../shared/wire/ipv4-address.ts";
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

const withAddress = (field: "source" | "destination", text: string): Packet => ({
  ...datagram,
  ip: { ...ip, [field]: parseIpv4Address(text) },
});

test.each(["255.255.255.255", "224.0.0.1", "239.255.255.255"])(
  "no error is ever sent about a packet to many, such as %s (RFC 1122 §3.2.2)",
  (address) => {
    for (const error of errors)
      expect(icmpErrorAbout(withAddress("destination", address), error)).toBeUndefined();
  },
);

test.each(["0.0.0.0", "127.0.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"])(
  "no error is ever sent to %s, which is no single machine (RFC 1122 §3.2.2)",
  (address) => {
    for (const error of errors)
      expect(icmpErrorAbout(withAddress("source", address), error)).toBeUndefined();
  },
);

test("an error is sent about a TCP segment as about a datagram", () => {
  const segment: Packet["body"] = {
    protocol: "tcp",
    sourcePort: 50_000 as Port,
    destinationPort: 80 as Port,
    sequence: 1,
    acknowledgment: 0,
    flags: ["syn"],
    window: 400,
    urgentPointer: 0,
    payload: "",
  };
  const about = { ip, body: segment };
  expect(icmpErrorAbout({ ...datagram, body: segment }, "timeExceeded")?.about).toEqual(about);
});
