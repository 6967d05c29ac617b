import type { Instant } from "../lib/instant.ts";
import type { DropReason } from "../protocol/ethernet/decisions.ts";
import {
  type FrameAddresses,
  initialSwitching,
  type Switching,
  type SwitchingInput,
  type SwitchingOutput,
  type SwitchingSettings,
  stepSwitching,
  wakeAt,
} from "../protocol/ethernet/switching.ts";
import type { ArpMessage } from "../wire/arp-message.ts";
import type { Packet } from "../wire/packet.ts";
import type { BoxId, LinkId } from "./act.ts";

/** What travels on a link between stations: a letter, or an ARP message, between two hardware addresses. */
export type Frame = FrameAddresses & { readonly carries: Packet | ArpMessage };

/** A box that passes frames on inside one link. It knows stations and lines; no address of a letter concerns it. */
export type Switch = {
  readonly kind: "switch";
  readonly id: BoxId;
  readonly links: readonly LinkId[];
  switching: Switching;
};

/** What a switch is told. */
export type SwitchInput =
  | { readonly kind: "arrived"; readonly frame: Frame; readonly link: LinkId }
  | { readonly kind: "lineChanged"; readonly link: LinkId; readonly isUp: boolean }
  | { readonly kind: "timer" };

/** The world as a switch sees it. */
export type FrameOutside = {
  transmit(link: LinkId, frame: Frame): void;
  dropped(frame: Frame, reason: DropReason): void;
};

/** A switch that has heard nobody: each of its lines ends in a port of its own. */
export const initialSwitch = (
  box: Pick<Switch, "id" | "links">,
  settings?: SwitchingSettings,
): Switch => ({ kind: "switch", ...box, switching: initialSwitching(box.links, settings) });

/** Tells the switch something; it changes and does to the outside what follows. */
export function stepSwitch(
  box: Switch,
  input: SwitchInput,
  now: Instant,
  outside: FrameOutside,
): void {
  const { state, outputs } = stepSwitching(box.switching, switchingInput(input), now);
  box.switching = state;
  for (const output of outputs) perform(output, outside);
}

/** When the switch next forgets a station. */
export const switchWakeAt = (box: Switch): Instant | undefined => wakeAt(box.switching);

function switchingInput(input: SwitchInput): SwitchingInput<Frame> {
  switch (input.kind) {
    case "arrived":
      return { kind: "received", port: input.link, frame: input.frame };
    case "lineChanged":
      return { kind: "portChanged", port: input.link, isUp: input.isUp };
    case "timer":
      return input;
  }
}

/** What was learned or forgotten stands in its table; nobody outside is told. */
function perform(output: SwitchingOutput<Frame>, outside: FrameOutside): void {
  if (output.kind === "dropped") return outside.dropped(output.frame, output.reason);
  if (output.kind !== "transmit") return;
  for (const link of output.ports) outside.transmit(link, output.frame);
}
