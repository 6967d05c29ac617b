import { type Instant, later } from "../../lib/instant.ts";
import type { EthernetFrame } from "../../wire/ethernet-frame.ts";
import { isGroupMacAddress, isLinkMacAddress, type MacAddress } from "../../wire/mac-address.ts";
import { type DropReason, decisions, type Whereabouts } from "./decisions.ts";
import {
  type Station,
  type StationTable,
  type SwitchPort,
  stationOf,
  withoutStations,
  withStation,
} from "./station-table.ts";

/** All that a switch reads of a frame: what is inside is none of its business. */
export type FrameAddresses = Pick<EthernetFrame, "source" | "destination">;

/** What can differ from switch to switch. */
export type SwitchingSettings = {
  /** A station not heard for so long is forgotten. */
  readonly ageMs: number;
  /** No more stations than this are known at once. */
  readonly mostStations: number;
};

/** The ageing time that IEEE 802.1D table 7-5 recommends: five minutes. */
export const standardSwitching: SwitchingSettings = { ageMs: 300_000, mostStations: 1_024 };

/** A learning switch: its ports, and the stations it has heard behind them. */
export type Switching = {
  readonly settings: SwitchingSettings;
  readonly ports: readonly SwitchPort[];
  /** The ports whose line is down. */
  readonly down: readonly SwitchPort[];
  readonly stations: StationTable;
};

/** What a switch is told. */
export type SwitchingInput<Frame extends FrameAddresses> =
  | { readonly kind: "received"; readonly port: SwitchPort; readonly frame: Frame }
  | { readonly kind: "portChanged"; readonly port: SwitchPort; readonly isUp: boolean }
  | { readonly kind: "timer" };

/** What a switch does, and what it has learned by it. */
export type SwitchingOutput<Frame extends FrameAddresses> =
  | {
      readonly kind: "transmit";
      readonly how: "forwarded" | "flooded";
      readonly ports: readonly SwitchPort[];
      readonly frame: Frame;
    }
  | { readonly kind: "dropped"; readonly frame: Frame; readonly reason: DropReason }
  /** `from` is where the station was before it moved. */
  | {
      readonly kind: "learned";
      readonly address: MacAddress;
      readonly port: SwitchPort;
      readonly from?: SwitchPort;
    }
  | { readonly kind: "forgotten"; readonly address: MacAddress; readonly port: SwitchPort };

/** A switch after it was told something, and what it does. */
export type SwitchingStep<Frame extends FrameAddresses> = {
  readonly state: Switching;
  readonly outputs: readonly SwitchingOutput<Frame>[];
};

/** A switch that has heard nobody yet. */
export const initialSwitching = (
  ports: readonly SwitchPort[],
  settings: SwitchingSettings = standardSwitching,
): Switching => ({ settings, ports, down: [], stations: [] });

/** Tells the switch something. */
export function stepSwitching<Frame extends FrameAddresses>(
  before: Switching,
  input: SwitchingInput<Frame>,
  now: Instant,
): SwitchingStep<Frame> {
  const aged = forget(before, (station) => forgottenAt(before, station) <= now);
  const { state, outputs } = stepAged<Frame>(aged.state, input, now);
  return { state, outputs: [...aged.outputs, ...outputs] };
}

/** When the switch next forgets somebody: the one heard longest ago stands first. */
export const wakeAt = (switching: Switching): Instant | undefined =>
  switching.stations[0] && forgottenAt(switching, switching.stations[0]);

const forgottenAt = ({ settings }: Switching, { heardAt }: Station): Instant =>
  later(heardAt, settings.ageMs);

function stepAged<Frame extends FrameAddresses>(
  state: Switching,
  input: SwitchingInput<Frame>,
  now: Instant,
): SwitchingStep<Frame> {
  switch (input.kind) {
    case "received":
      return receive(state, input.port, input.frame, now);
    case "portChanged":
      return changePort(state, input.port, input.isUp);
    case "timer":
      return { state, outputs: [] };
  }
}

/** Learns first, so that a frame that a station sends to itself stays on its side. */
function receive<Frame extends FrameAddresses>(
  before: Switching,
  port: SwitchPort,
  frame: Frame,
  now: Instant,
): SwitchingStep<Frame> {
  if (before.down.includes(port))
    return { state: before, outputs: [{ kind: "dropped", frame, reason: "portDown" }] };
  const { state, outputs } = learn<Frame>(before, { address: frame.source, port, heardAt: now });
  return { state, outputs: [...outputs, relay(state, port, frame)] };
}

/** IEEE 802.1D §7.8: only single stations are learned, and only while there is room. */
function learn<Frame extends FrameAddresses>(
  state: Switching,
  heard: Station,
): SwitchingStep<Frame> {
  const { address, port } = heard;
  const known = stationOf(state.stations, address);
  const isFull = known === undefined && state.stations.length >= state.settings.mostStations;
  if (isGroupMacAddress(address) || isFull) return { state, outputs: [] };
  const after = { ...state, stations: withStation(state.stations, heard) };
  if (known?.port === port) return { state: after, outputs: [] };
  const moved = known === undefined ? {} : { from: known.port };
  return { state: after, outputs: [{ kind: "learned", address, port, ...moved }] };
}

function relay<Frame extends FrameAddresses>(
  state: Switching,
  cameBy: SwitchPort,
  frame: Frame,
): SwitchingOutput<Frame> {
  const station = stationOf(state.stations, frame.destination);
  const whereabouts = whereaboutsOf(frame.destination, station, cameBy);
  const decision = decisions[whereabouts];
  if (decision === "forward" && station !== undefined)
    return { kind: "transmit", how: "forwarded", ports: [station.port], frame };
  if (decision === "filter")
    return {
      kind: "dropped",
      frame,
      reason: whereabouts === "thisLine" ? "thisLine" : "sameSide",
    };
  // Never back out of the port it came in by (IEEE 802.1D §7.7.1).
  const ports = state.ports.filter((port) => port !== cameBy && !state.down.includes(port));
  if (ports.length === 0) return { kind: "dropped", frame, reason: "noOtherPort" };
  return { kind: "transmit", how: "flooded", ports, frame };
}

function whereaboutsOf(
  destination: MacAddress,
  station: Station | undefined,
  cameBy: SwitchPort,
): Whereabouts {
  if (isLinkMacAddress(destination)) return "thisLine";
  if (isGroupMacAddress(destination)) return "group";
  if (station === undefined) return "unknown";
  return station.port === cameBy ? "sameSide" : "elsewhere";
}

/** Behind a line that is down nobody can be reached; who comes back is heard again (IEEE 802.1D §17.11). */
function changePort<Frame extends FrameAddresses>(
  before: Switching,
  port: SwitchPort,
  isUp: boolean,
): SwitchingStep<Frame> {
  const others = before.down.filter((other) => other !== port);
  if (isUp) return { state: { ...before, down: others }, outputs: [] };
  return forget({ ...before, down: [...others, port] }, (station) => station.port === port);
}

function forget(state: Switching, isGone: (station: Station) => boolean): SwitchingStep<never> {
  const gone = state.stations.filter(isGone);
  return {
    state: { ...state, stations: withoutStations(state.stations, isGone) },
    outputs: gone.map(({ address, port }) => ({ kind: "forgotten", address, port })),
  };
}
