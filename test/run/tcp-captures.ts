import { toTcpSegment } from "../../shared/protocol/tcp/segment.ts";
import { encodeEthernetFrame, etherTypes } from "../../shared/wire/ethernet-frame.ts";
import { type Ipv4Address, ipv4Address } from "../../shared/wire/ipv4-address.ts";
import { encodeIpv4Packet, ipProtocols } from "../../shared/wire/ipv4-packet.ts";
import { macAddressOf } from "../../shared/wire/mac-address.ts";
import { encodeTcpSegment } from "../../shared/wire/tcp-segment.ts";
import { capturesByLink } from "./scenario.ts";
import { otherSide, type Passage, type PathLink, path, sockets } from "./talk-plan.ts";
import type { TcpTalk } from "./tcp-talk.ts";
import type { ToldCapture, ToldFrame } from "./told-segment.ts";

/** The talk as a capture of each link; `lost` is said of a segment that ends on one. */
export const capturesOf = (talk: TcpTalk, about: string, lost: string): readonly ToldCapture[] =>
  capturesByLink(
    path,
    talk.passages.map((passage) => frameOf(passage, lost)),
    about,
  );

const router1 = ipv4Address(10, 0, 1, 1);
const router2 = ipv4Address(10, 0, 3, 1);
const ends: Readonly<Record<PathLink, readonly [Ipv4Address, Ipv4Address]>> = {
  "client-router1": [sockets.client.address, router1],
  "router1-router2": [router1, router2],
  "router2-server": [router2, sockets.server.address],
};
const firstTtl = 7;

function frameOf(passage: Passage, lost: string): ToldFrame & { readonly link: PathLink } {
  const { at, link, from, output, isLost } = passage;
  const { segment, why } = output;
  return {
    ...{ link, at },
    octets: octetsOf(passage),
    ...(isLost ? { comment: lost } : {}),
    told: {
      ...{ segment, why, from, to: otherSide(from), connection: "talk" },
      isAtSender: hopsTo(link, passage) === 0,
    },
  };
}

const hopsTo = (link: PathLink, { from }: Passage): number =>
  from === "client" ? path.indexOf(link) : path.length - 1 - path.indexOf(link);

function octetsOf(passage: Passage): Uint8Array {
  const { link, from, packet, output } = passage;
  const [near, far] = from === "client" ? ends[link] : [...ends[link]].reverse();
  const header = {
    source: output.from.address,
    destination: output.to.address,
    ttl: firstTtl - hopsTo(link, passage),
    identification: packet & 0xffff,
  };
  const ports = { sourcePort: output.from.port, destinationPort: output.to.port };
  return encodeEthernetFrame({
    source: macAddressOf(near as Ipv4Address),
    destination: macAddressOf(far as Ipv4Address),
    etherType: etherTypes.ipv4,
    payload: encodeIpv4Packet({
      header,
      protocol: ipProtocols.tcp,
      dontFragment: true,
      payload: encodeTcpSegment(toTcpSegment(output.segment, ports), header),
    }),
  });
}
