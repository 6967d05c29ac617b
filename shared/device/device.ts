import { type Instant, soonerOf } from "../lib/instant.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { ActId, Packet, Port } from "../wire/packet.ts";
import type { Act, BoxId, Due, LinkId, ServiceId } from "./act.ts";
import { arriveAtHost, deliverAtHost } from "./demultiplex.ts";
import {
  askDoor,
  errandsWakeAt,
  giveUpErrand,
  hearDoor,
  type NewErrand,
  openErrand,
  sendDatagram,
  takeOverErrand,
  wakeErrands,
} from "./errand.ts";
import { actAtRouter, arriveAtRouter, noteLine } from "./forwarding.ts";
import { aimedAt } from "./gate.ts";
import type { Host } from "./host.ts";
import type { Outside } from "./outside.ts";
import {
  bindProgram,
  hearAsk,
  startProgram,
  stopProgram,
  swapPrograms,
  tellDoor,
} from "./program.ts";
import { loosenPin } from "./route-pins.ts";
import type { Router } from "./router.ts";
import { letIn, lettingGoAt } from "./tcp/arrive.ts";
import { letGo, placeCard, sendCard, sendSegment } from "./tcp/by-hand.ts";
import { openTalk, talksWakeAt, wakeTalks } from "./tcp/talk.ts";

/** A box of the network: protocols wired together behind a gate. */
export type Device = Host | Router;

/** What a device is told. It never looks anything up by itself. */
export type DeviceInput =
  | { readonly kind: "arrived"; readonly packet: Packet; readonly link: LinkId }
  | { readonly kind: "acted"; readonly act: Act; readonly id: ActId }
  | { readonly kind: "timer" }
  | { readonly kind: "errandOpened"; readonly errand: NewErrand }
  | { readonly kind: "errandHandedOver"; readonly errand: NewErrand; readonly retryAt: Instant }
  | { readonly kind: "programStarts" | "programStops"; readonly service: ServiceId }
  | { readonly kind: "programsSwap"; readonly services: readonly [ServiceId, ServiceId] }
  | { readonly kind: "lineChanged"; readonly link: LinkId; readonly isUp: boolean }
  | { readonly kind: "pinComesLoose" }
  | { readonly kind: "doorAsked"; readonly service: ServiceId; readonly box: BoxId }
  | {
      readonly kind: "doorTold";
      readonly service: ServiceId;
      readonly port: Port;
      readonly cause?: ActId;
    };

/** Tells the device something; it changes and does to the outside what follows. */
export function stepDevice(
  device: Device,
  input: DeviceInput,
  now: Instant,
  outside: Outside,
): void {
  if (device.kind === "host") return stepHost(device, input, now, outside);
  return stepRouter(device, input, now, outside);
}

/** When the device's next timer runs out. */
export const deviceWakeAt = (device: Device): Instant | undefined =>
  device.kind === "host" ? hostWakeAt(device) : undefined;

function hostWakeAt(host: Host): Instant | undefined {
  if (host.tcp === undefined) return errandsWakeAt(host);
  return soonerOf(talksWakeAt(host), lettingGoAt(host));
}

/** The dues that an act would settle. */
export const duesOf = (device: Device, act: Act): readonly Due[] => aimedAt(device.gate, act);

function stepRouter(router: Router, input: DeviceInput, now: Instant, outside: Outside): void {
  switch (input.kind) {
    case "arrived":
      return arriveAtRouter(router, input.packet, input.link, now, outside);
    case "acted":
      return actAtRouter(router, input.act, input.id, now, outside);
    case "lineChanged":
      return noteLine(router, input.link, input.isUp, now);
    case "pinComesLoose":
      return loosenPin(router, now, outside);
  }
}

function stepHost(host: Host, input: DeviceInput, now: Instant, outside: Outside): void {
  tellHost(host, input, now, outside);
  if (host.tcp !== undefined) letIn(host, now, outside);
}

function tellHost(host: Host, input: DeviceInput, now: Instant, outside: Outside): void {
  switch (input.kind) {
    case "arrived":
      return arriveAtHost(host, input.packet, input.link, now, outside);
    case "acted":
      return actAtHost(host, input.act, input.id, now, outside);
    case "timer":
      return host.tcp === undefined
        ? wakeErrands(host, now, outside)
        : wakeTalks(host, now, outside);
    case "errandOpened":
      return host.tcp === undefined
        ? openErrand(host, input.errand, now, outside)
        : openTalk(host, input.errand, now, outside);
    case "errandHandedOver":
      return takeOverErrand(host, input.errand, input.retryAt, now, outside);
    case "programStarts":
      return startProgram(host, input.service, now, outside);
    case "programStops":
      return stopProgram(host, input.service, now, outside);
    case "programsSwap":
      return swapPrograms(host, input.services, now, outside);
    case "doorAsked":
      return hearAsk(host, input.service, input.box, now, outside);
    case "doorTold":
      return hearDoor(host, input.service, input.port, input.cause, now, outside);
    case "lineChanged":
    case "pinComesLoose":
      return;
    default:
      return unreachable(input);
  }
}

function actAtHost(host: Host, act: Act, id: ActId, now: Instant, outside: Outside): void {
  switch (act.kind) {
    case "sendDatagram":
      return sendDatagram(host, act, id, now, outside);
    case "deliver":
    case "reject":
      return deliverAtHost(host, act, id, now, outside);
    case "bindPort":
      return bindProgram(host, act.service, act.port, now, outside);
    case "tellDoor":
      return tellDoor(host, act.service, act.port, id, outside);
    case "askDoor":
      return askDoor(host, act.service, id, outside);
    case "raiseFlag":
      return outside.call(act, id);
    case "sendSegment":
      return sendSegment(host, act, id, now, outside);
    case "sendCard":
      return sendCard(host, act, id, now, outside);
    case "place":
    case "discard":
      return placeCard(host, act, id, now, outside);
    case "letGo":
      return letGo(host, act, id, now, outside);
    case "giveUp":
      return giveUpErrand(host, act.errand, id, outside);
    case "forward":
    case "pin":
    case "unpin":
      return;
    default:
      return unreachable(act);
  }
}
