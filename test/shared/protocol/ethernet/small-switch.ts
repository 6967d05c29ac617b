import { instant } from "../../../../shared/lib/instant.ts";
import {
  type FrameAddresses,
  initialSwitching,
  type Switching,
  type SwitchingInput,
  type SwitchingOutput,
  stepSwitching,
} from "../../../../shared/protocol/ethernet/switching.ts";
import {
  broadcastMacAddress,
  type MacAddress,
  parseMacAddress,
} from "../../../../shared/wire/mac-address.ts";

const mac = (text: string): MacAddress => {
  const address = parseMacAddress(text);
  if (address === undefined) throw new Error(`${text} is no hardware address`);
  return address;
};

/** Who speaks and is spoken to on the small link. */
export const stations = {
  ann: mac("02:00:00:00:00:0a"),
  bob: mac("02:00:00:00:00:0b"),
  cho: mac("02:00:00:00:00:0c"),
  dan: mac("02:00:00:00:00:0d"),
  all: broadcastMacAddress,
  group: mac("01:00:5e:00:00:01"),
  link: mac("01:80:c2:00:00:00"),
} as const;

/** The name of a station of the small link. */
export type Name = keyof typeof stations;

const nameOf = (address: MacAddress): string =>
  (Object.keys(stations) as Name[]).find((name) => stations[name] === address) ?? String(address);

/** A frame from one station of the small link to another. */
export const frame = (source: Name, destination: Name): FrameAddresses => ({
  source: stations[source],
  destination: stations[destination],
});

/** A switch with three ports that forgets after 300 ms and knows three stations at most. */
export class SmallSwitch {
  state: Switching = initialSwitching(["1", "2", "3"], { ageMs: 300, mostStations: 3 });
  now = instant(0);

  /** Tells the switch something; the lines say what it did. */
  tell(input: SwitchingInput<FrameAddresses>): readonly string[] {
    const { state, outputs } = stepSwitching(this.state, input, this.now);
    this.state = state;
    return outputs.map(lineOf);
  }

  hear(port: string, source: Name, destination: Name): readonly string[] {
    return this.tell({ kind: "received", port, frame: frame(source, destination) });
  }

  /** Time passes; nothing is told. */
  wait(ms: number): void {
    this.now = instant(this.now + ms);
  }

  /** Who is known, and behind which port. */
  get known(): string {
    return this.state.stations.map(({ address, port }) => `${nameOf(address)} ${port}`).join(", ");
  }
}

function lineOf(output: SwitchingOutput<FrameAddresses>): string {
  switch (output.kind) {
    case "transmit":
      return `${output.how} to ${output.ports.join(" and ")}`;
    case "dropped":
      return `dropped, because ${output.reason}`;
    case "learned": {
      const from = output.from === undefined ? "" : `, no longer at ${output.from}`;
      return `learned: ${nameOf(output.address)} at ${output.port}${from}`;
    }
    case "forgotten":
      return `forgotten: ${nameOf(output.address)} at ${output.port}`;
  }
}
