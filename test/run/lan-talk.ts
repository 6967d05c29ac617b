import { emptyQueue, peek, pop, push, type Timed } from "../../shared/lib/event-queue.ts";
import { type Instant, instant, later } from "../../shared/lib/instant.ts";
import {
  type Arp,
  type ArpInput,
  wakeAt as arpWakeAt,
  initialArp,
} from "../../shared/protocol/arp/arp.ts";
import { stepArp } from "../../shared/protocol/arp/step-arp.ts";
import { isForStation } from "../../shared/protocol/ethernet/is-for-station.ts";
import {
  initialSwitching,
  type Switching,
  stepSwitching,
} from "../../shared/protocol/ethernet/switching.ts";
import { decodeArpMessage, encodeArpMessage } from "../../shared/wire/arp-message.ts";
import {
  type EthernetFrame,
  encodeEthernetFrame,
  etherTypes,
} from "../../shared/wire/ethernet-frame.ts";
import { type Ipv4Address, ipv4Address } from "../../shared/wire/ipv4-address.ts";
import { encodeIpv4Packet, ipProtocols } from "../../shared/wire/ipv4-packet.ts";
import type { MacAddress } from "../../shared/wire/mac-address.ts";
import { encodeAscii } from "../../shared/wire/octets.ts";
import type { Port } from "../../shared/wire/packet.ts";
import { encodeUdpDatagram } from "../../shared/wire/udp-datagram.ts";

/** A station on a LAN, by name. */
export type StationName = "alpha" | "bravo" | "charlie" | "delta";

/** What befalls a LAN, and when: somebody sends or speaks up, or a station gets another card or another port. */
export type LanDeed = { readonly at: number; readonly station: StationName } & (
  | { readonly does: "send"; readonly to: Ipv4Address; readonly text: string }
  | { readonly does: "announce" }
  | { readonly does: "takeAddress"; readonly address: Ipv4Address }
  | { readonly does: "unplug" | "plugIn" }
);

/** A frame as it passed the line of one station. */
export type LanFrame = { readonly at: Instant; readonly link: string; readonly octets: Uint8Array };

type Station = { readonly name: StationName; isPluggedIn: boolean; arp: Arp<Uint8Array> };
type Happening = Timed & { readonly do: () => void };

const names: readonly StationName[] = ["alpha", "bravo", "charlie", "delta"];
const lineMs = 20;
const port = 7_420 as Port;

/** The address that a station starts with. */
export const addressOf = (name: StationName): Ipv4Address =>
  ipv4Address(10, 0, 7, 10 + names.indexOf(name));

const macOf = (name: StationName): MacAddress =>
  (0x0200_0000_0a00 + names.indexOf(name)) as MacAddress;

const linkOf = (name: StationName): string => `${name}-switch`;

/** The lines of the LAN: one from each station to the switch. */
export const lanLinks: readonly string[] = names.map(linkOf);

/** Four stations, each with an ARP of its own, around one learning switch. */
export class LanTalk {
  readonly frames: LanFrame[] = [];
  readonly journal: unknown[] = [];
  now = instant(0);
  readonly #stations: readonly Station[];
  readonly #queue = emptyQueue<Happening>();
  #switching: Switching;
  #happenings = 0;
  #packets = 0;

  constructor(deeds: readonly LanDeed[]) {
    this.#stations = names.map((name) => ({
      ...{ name, isPluggedIn: true },
      arp: initialArp<Uint8Array>({ mac: macOf(name), address: addressOf(name) }),
    }));
    this.#switching = initialSwitching(names);
    for (const deed of deeds) this.#soon(deed.at, () => this.#befall(deed));
  }

  /** Lets everything happen until an instant. */
  run(until: number): this {
    for (;;) {
      const wakes = this.#stations.map(({ arp }) => arpWakeAt(arp) ?? until);
      const wake = Math.min(...wakes);
      const happens = peek(this.#queue)?.at ?? until;
      if (Math.min(wake, happens) >= until) return this;
      this.now = instant(Math.min(wake, happens));
      const sleeper = this.#stations[wakes.indexOf(wake)];
      if (happens <= wake) pop(this.#queue)?.do();
      else if (sleeper !== undefined) this.#tell(sleeper, { kind: "timer" });
    }
  }

  #soon(ms: number, what: () => void): void {
    this.#happenings += 1;
    push(this.#queue, { at: later(this.now, ms), n: this.#happenings, do: what });
  }

  #befall(deed: LanDeed): void {
    const station = this.#stations.find(({ name }) => name === deed.station);
    if (station === undefined) return;
    this.journal.push(deed);
    switch (deed.does) {
      case "send":
        return this.#send(station, deed.to, deed.text);
      case "announce":
        return this.#tell(station, { kind: "announce" });
      case "takeAddress":
        station.arp = initialArp({ mac: macOf(station.name), address: deed.address });
        return this.#tell(station, { kind: "announce" });
      default:
        station.isPluggedIn = deed.does === "plugIn";
        return this.#tellSwitch({
          ...{ kind: "portChanged", port: station.name, isUp: station.isPluggedIn },
        });
    }
  }

  #send(station: Station, to: Ipv4Address, text: string): void {
    this.#packets += 1;
    const source = station.arp.own.address;
    const header = { source, destination: to, ttl: 1, identification: this.#packets };
    const payload = encodeAscii(text);
    const datagram = { sourcePort: port, destinationPort: port, payload };
    const packet = encodeIpv4Packet({
      ...{ header, protocol: ipProtocols.udp, dontFragment: false },
      payload: encodeUdpDatagram(datagram, header),
    });
    this.#tell(station, { kind: "wanted", address: to, packet });
  }

  #tell(station: Station, input: ArpInput<Uint8Array>): void {
    const { state, outputs } = stepArp(station.arp, input, this.now);
    station.arp = state;
    const source = state.own.mac;
    for (const output of outputs) {
      if (output.kind === "transmit") {
        const payload = encodeArpMessage(output.message);
        const { destination } = output;
        this.#depart(station, { source, destination, etherType: etherTypes.arp, payload });
      } else if (output.kind === "send") {
        const { destination, packet: payload } = output;
        this.#depart(station, { source, destination, etherType: etherTypes.ipv4, payload });
      } else this.journal.push({ at: this.now, station: station.name, arp: output });
    }
  }

  #depart(station: Station, frame: EthernetFrame): void {
    if (!station.isPluggedIn) return;
    this.#record(station.name, frame);
    const received = { kind: "received", port: station.name, frame } as const;
    this.#soon(lineMs, () => this.#tellSwitch(received));
  }

  #tellSwitch(input: Parameters<typeof stepSwitching<EthernetFrame>>[1]): void {
    const { state, outputs } = stepSwitching(this.#switching, input, this.now);
    this.#switching = state;
    for (const output of outputs) {
      if (output.kind !== "transmit") this.journal.push({ at: this.now, switch: output.kind });
      else for (const to of output.ports) this.#relay(to, output.frame);
    }
  }

  #relay(to: string, frame: EthernetFrame): void {
    const station = this.#stations.find(({ name }) => name === to);
    if (station === undefined) return;
    this.#record(station.name, frame);
    this.#soon(lineMs, () => this.#arrive(station, frame));
  }

  #arrive(station: Station, frame: EthernetFrame): void {
    const isHeard = station.isPluggedIn && isForStation(station.arp.own.mac, frame);
    if (!isHeard || frame.etherType !== etherTypes.arp) return;
    const message = decodeArpMessage(frame.payload);
    if (message.ok) this.#tell(station, { kind: "received", message: message.value });
  }

  #record(name: StationName, frame: EthernetFrame): void {
    this.frames.push({ at: this.now, link: linkOf(name), octets: encodeEthernetFrame(frame) });
  }
}
