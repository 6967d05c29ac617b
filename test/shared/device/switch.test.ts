import { expect, test } from "vitest";
import {
  type Frame,
  initialSwitch,
  type SwitchInput,
  stepSwitch,
  switchWakeAt,
} from "../../../shared/device/switch.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { type Arp, type ArpInput, initialArp } from "../../../shared/protocol/arp/arp.ts";
import { stepArp } from "../../../shared/protocol/arp/step-arp.ts";
import { isForStation } from "../../../shared/protocol/ethernet/is-for-station.ts";
import { type Ipv4Address, ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import {
  broadcastMacAddress,
  type MacAddress,
  macAddressOf,
} from "../../../shared/wire/mac-address.ts";
import type { Packet } from "../../../shared/wire/packet.ts";
import { aLetter } from "../../kit/one-box.ts";

const homes = {
  ann: ipv4Address(10, 0, 1, 10),
  bob: ipv4Address(10, 0, 1, 11),
  cho: ipv4Address(10, 0, 1, 12),
} as const;
type Name = keyof typeof homes;
const names = Object.keys(homes) as Name[];

/** Three hosts around one switch, each on a line that bears its name at first. */
class House {
  readonly box = initialSwitch({ id: "switch", links: ["line1", "line2", "line3"] });
  now = instant(0);
  readonly #lines: Record<string, Name> = { line1: "ann", line2: "bob", line3: "cho" };
  readonly #arps: Record<Name, Arp<Packet>>;
  #story: string[] = [];

  constructor() {
    const arpOf = (name: Name) =>
      initialArp<Packet>({ mac: macAddressOf(homes[name]), address: homes[name] });
    this.#arps = { ann: arpOf("ann"), bob: arpOf("bob"), cho: arpOf("cho") };
  }

  /** A host sends a letter to another one; the lines say what passes the switch on the way. */
  send(from: Name, to: Name): readonly string[] {
    this.#story = [];
    const packet = aLetter({ source: homes[from], destination: homes[to] });
    this.#tellArp(from, { kind: "wanted", address: homes[to], packet });
    return this.#story;
  }

  announce(name: Name): readonly string[] {
    this.#story = [];
    this.#tellArp(name, { kind: "announce" });
    return this.#story;
  }

  tell(input: SwitchInput): readonly string[] {
    this.#story = [];
    this.#tellSwitch(input);
    return this.#story;
  }

  /** Two hosts change their plugs. */
  swapPlugs(one: Name, other: Name): void {
    const [first, second] = [this.#lineOf(one), this.#lineOf(other)];
    this.#lines[first] = other;
    this.#lines[second] = one;
  }

  #lineOf(name: Name): string {
    const line = Object.keys(this.#lines).find((candidate) => this.#lines[candidate] === name);
    if (line === undefined) throw new Error(`${name} is not plugged in`);
    return line;
  }

  #tellArp(name: Name, input: ArpInput<Packet>): void {
    const { state, outputs } = stepArp(this.#arps[name], input, this.now);
    this.#arps[name] = state;
    const source = state.own.mac;
    for (const output of outputs) {
      if (output.kind !== "transmit" && output.kind !== "send") continue;
      const carries = output.kind === "send" ? output.packet : output.message;
      const frame = { source, destination: output.destination, carries };
      this.#tellSwitch({ kind: "arrived", frame, link: this.#lineOf(name) });
    }
  }

  #tellSwitch(input: SwitchInput): void {
    stepSwitch(this.box, input, this.now, {
      transmit: (link, frame) => {
        const name = this.#lines[link] as Name;
        const isTaken = isForStation(macAddressOf(homes[name]), frame);
        this.#story.push(`${wordsOf(frame)} → ${link}${isTaken ? "" : ", not taken"}`);
        if (isTaken && "operation" in frame.carries)
          this.#tellArp(name, { kind: "received", message: frame.carries });
      },
      dropped: (frame, reason) => this.#story.push(`${wordsOf(frame)} dropped: ${reason}`),
    });
  }
}

const nameOf = (address: Ipv4Address) => names.find((name) => homes[name] === address);
const macName = (mac: MacAddress) =>
  mac === broadcastMacAddress ? "all" : names.find((name) => macAddressOf(homes[name]) === mac);

function wordsOf({ source, destination, carries }: Frame): string {
  const content =
    "operation" in carries
      ? `${carries.operation} for ${nameOf(carries.targetAddress)}`
      : `letter for ${nameOf(carries.ip.destination)}`;
  return `${macName(source)} to ${macName(destination)}: ${content}`;
}

test("the first letter to a neighbour costs a question to all; the second one goes straight there", () => {
  const house = new House();
  expect(house.send("ann", "bob")).toEqual([
    "ann to all: request for bob → line2",
    "bob to ann: reply for ann → line1",
    "ann to bob: letter for bob → line2",
    "ann to all: request for bob → line3",
  ]);
  expect(house.send("ann", "bob")).toEqual(["ann to bob: letter for bob → line2"]);
  expect(house.send("bob", "ann")).toEqual(["bob to ann: letter for ann → line1"]);
});

test("letters for a station that the switch has forgotten reach everybody, and only one takes them", () => {
  const house = new House();
  house.send("ann", "bob");
  house.tell({ kind: "lineChanged", link: "line2", isUp: false });
  house.tell({ kind: "lineChanged", link: "line2", isUp: true });
  expect(house.send("ann", "bob")).toEqual([
    "ann to bob: letter for bob → line2",
    "ann to bob: letter for bob → line3, not taken",
  ]);
});

test("after a move letters go to the old plug, until the one who moved says where it is", () => {
  const house = new House();
  house.send("ann", "bob");
  house.swapPlugs("bob", "cho");
  expect(house.send("ann", "bob")).toEqual(["ann to bob: letter for bob → line2, not taken"]);
  house.announce("bob");
  expect(house.send("ann", "bob")).toEqual(["ann to bob: letter for bob → line3"]);
});

test("nothing is sent into a line that is down, and nothing comes out of it", () => {
  const house = new House();
  house.tell({ kind: "lineChanged", link: "line2", isUp: false });
  expect(house.send("ann", "bob")).toEqual(["ann to all: request for bob → line3"]);
  expect(house.announce("bob")).toEqual(["bob to all: request for bob dropped: portDown"]);
});

test("a switch passes on what it was given: neither address of the frame changes, nor anything inside", () => {
  const house = new House();
  const frame: Frame = {
    source: macAddressOf(homes.ann),
    destination: macAddressOf(homes.bob),
    carries: aLetter({ ttl: 1 }),
  };
  const sent: Frame[] = [];
  stepSwitch(house.box, { kind: "arrived", frame, link: "line1" }, house.now, {
    transmit: (_, passed) => sent.push(passed),
    dropped: () => undefined,
  });
  expect(sent).toEqual([frame, frame]);
});

test("it wakes to forget who was not heard for five minutes, and can be written down at any time", () => {
  const house = new House();
  expect(switchWakeAt(house.box)).toBeUndefined();
  house.announce("ann");
  expect(switchWakeAt(house.box)).toBe(300_000);
  const copy = JSON.parse(JSON.stringify(house.box));
  expect(copy).toEqual(house.box);
  house.now = instant(300_000);
  house.tell({ kind: "timer" });
  expect(house.box.switching.stations).toEqual([]);
});
