import { instant } from "../../../../shared/lib/instant.ts";
import {
  type Arp,
  type ArpInput,
  type ArpOutput,
  type ArpSettings,
  initialArp,
  standardArp,
} from "../../../../shared/protocol/arp/arp.ts";
import { stepArp } from "../../../../shared/protocol/arp/step-arp.ts";
import type { ArpMessage } from "../../../../shared/wire/arp-message.ts";
import { type Ipv4Address, ipv4Address } from "../../../../shared/wire/ipv4-address.ts";
import {
  broadcastMacAddress,
  type MacAddress,
  macAddressOf,
} from "../../../../shared/wire/mac-address.ts";

/** Who lives on the small link. `probe` is the address of who has none yet. */
export const addresses = {
  me: ipv4Address(10, 0, 1, 1),
  ann: ipv4Address(10, 0, 1, 10),
  bob: ipv4Address(10, 0, 1, 11),
  cho: ipv4Address(10, 0, 1, 12),
  probe: ipv4Address(0, 0, 0, 0),
  group: ipv4Address(224, 0, 0, 1),
  all: ipv4Address(255, 255, 255, 255),
} as const;

/** The hardware addresses of the small link; `new` is a card that somebody has changed to. */
export const macs = {
  me: macAddressOf(addresses.me),
  ann: macAddressOf(addresses.ann),
  bob: macAddressOf(addresses.bob),
  cho: macAddressOf(addresses.cho),
  new: 0x0200_0000_0099 as MacAddress,
  all: broadcastMacAddress,
} as const;

/** Names of the small link. */
export type AddressName = keyof typeof addresses;
export type MacName = keyof typeof macs;

const nameIn = <Value>(names: Readonly<Record<string, Value>>, value: Value): string =>
  Object.keys(names).find((name) => names[name] === value) ?? String(value);

const addressName = (address: Ipv4Address): string => nameIn<Ipv4Address>(addresses, address);
const macName = (mac: MacAddress): string => nameIn<MacAddress>(macs, mac);

/** An ARP message between people of the small link. */
export const message = (
  operation: ArpMessage["operation"],
  sender: AddressName,
  target: AddressName,
  senderMac: MacName = sender as MacName,
): ArpMessage => ({
  operation,
  senderMac: macs[senderMac],
  senderAddress: addresses[sender],
  targetMac: operation === "reply" ? macs.me : (0 as MacAddress),
  targetAddress: addresses[target],
});

/** The ARP of one box on the small link: it is told things, and the lines say what it does. */
export class SmallLink {
  state: Arp<string>;
  now = instant(0);

  constructor(settings: Partial<ArpSettings> = {}) {
    this.state = initialArp(
      { mac: macs.me, address: addresses.me },
      { ...standardArp, mostWaiting: 2, mostNeighbours: 2, ...settings },
    );
  }

  tell(input: ArpInput<string>): readonly string[] {
    const { state, outputs } = stepArp(this.state, input, this.now);
    this.state = state;
    return outputs.map(lineOf);
  }

  want(to: AddressName, packet: string): readonly string[] {
    return this.tell({ kind: "wanted", address: addresses[to], packet });
  }

  hear(...heard: Parameters<typeof message>): readonly string[] {
    return this.tell({ kind: "received", message: message(...heard) });
  }

  /** Time passes, and the timer runs out at its end. */
  wait(ms: number): readonly string[] {
    this.now = instant(this.now + ms);
    return this.tell({ kind: "timer" });
  }

  /** Who is known, and who is asked for. */
  get cache(): string {
    const rows = this.state.neighbours.map(({ address, state, mac }) =>
      state === "known" ? `${addressName(address)} at ${macName(mac)}` : `${addressName(address)}?`,
    );
    return rows.join(", ");
  }
}

function lineOf(output: ArpOutput<string>): string {
  switch (output.kind) {
    case "transmit":
      return `→ ${macName(output.destination)}: ${words(output.message)}`;
    case "send":
      return `sends ${output.packet} to ${macName(output.destination)}`;
    case "dropped":
      return `drops ${output.packet}, because ${output.reason}`;
    case "disbelieved":
      return `does not believe it, because ${output.reason}`;
    case "conflict":
      return `conflict with ${macName(output.mac)}`;
  }
}

const words = ({ operation, ...it }: ArpMessage): string =>
  operation === "request"
    ? `who has ${addressName(it.targetAddress)}? tell ${addressName(it.senderAddress)} at ${macName(it.senderMac)}`
    : `${addressName(it.senderAddress)} is at ${macName(it.senderMac)}, to ${addressName(it.targetAddress)} at ${macName(it.targetMac)}`;
