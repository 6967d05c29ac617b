import { describe, expect, test } from "vitest";
import type { Act, Duty, ErrandId } from "../../../shared/device/act.ts";
import type { Device } from "../../../shared/device/device.ts";
import { refuseAct } from "../../../shared/device/refuse-act.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { aClient, addresses, aLetter, aRouter, aServer, OneBox, port } from "../../kit/one-box.ts";

const mine = 5 as PacketId;
const stray = 6 as PacketId;

const withLetter = <D extends Device>(device: D, link: string): D => {
  new OneBox(device).arrive(aLetter({ id: mine, destination: device.address }), link);
  return device;
};

function router(): Device {
  const device = aRouter(["forward"]);
  new OneBox(device).arrive(aLetter({ id: mine }), "left");
  return device;
}

const server = (): Device => withLetter(aServer(["demultiplex"]), "wire");

function client(held: readonly Duty[] = ["address", "demultiplex"]): Device {
  const device = withLetter(aClient(held), "wire");
  new OneBox(device).openErrand("time", "time? #123");
  return device;
}

const waitingClient = (): Device => client(["retransmit", "demultiplex"]);

const datagram = {
  kind: "sendDatagram",
  errand: 1 as ErrandId,
  destination: addresses.server,
  destinationPort: port(7311),
  sourcePort: port(50_000),
} as const;

type Line = readonly [act: Act, refusal: string | undefined];

const atRouter: readonly Line[] = [
  [{ kind: "forward", packet: mine, exit: "up" }, undefined],
  [{ kind: "forward", packet: mine, exit: "right" }, undefined],
  [{ kind: "forward", packet: mine, exit: "window" }, "noSuchExit"],
  [{ kind: "forward", packet: stray, exit: "up" }, "notYourLetter"],
  [{ kind: "reject", packet: mine }, undefined],
  [{ kind: "reject", packet: stray }, "notYourLetter"],
  [{ kind: "deliver", packet: mine, door: port(7311) }, "notYourTool"],
  [{ kind: "bindPort", service: "time", port: port(80) }, "notYourTool"],
  [{ kind: "tellDoor", service: "time", port: port(80) }, "notYourTool"],
  [{ kind: "askDoor", service: "time" }, "notYourTool"],
  [datagram, "notYourTool"],
  [{ kind: "giveUp", errand: 1 as ErrandId }, "notYourTool"],
  [{ kind: "pin", row: 0, exit: "left" }, "noPinFree"],
  [{ kind: "unpin", row: 0 }, "noSuchRow"],
  [{ kind: "raiseFlag", flag: "full" }, undefined],
];

const atServer: readonly Line[] = [
  [{ kind: "deliver", packet: mine, door: port(7311) }, undefined],
  [{ kind: "deliver", packet: mine, door: port(80) }, "noSuchDoor"],
  [{ kind: "deliver", packet: stray, door: port(7311) }, "notYourLetter"],
  [{ kind: "reject", packet: mine }, undefined],
  [{ kind: "reject", packet: stray }, "notYourLetter"],
  [{ kind: "bindPort", service: "score", port: port(7312) }, undefined],
  [{ kind: "bindPort", service: "score", port: port(7311) }, undefined],
  [{ kind: "bindPort", service: "score", port: port(80) }, undefined],
  [{ kind: "bindPort", service: "score", port: port(0) }, "portNotInRange"],
  [{ kind: "bindPort", service: "score", port: port(65_536) }, "portNotInRange"],
  [{ kind: "bindPort", service: "time", port: port(7312) }, "alreadyListening"],
  [{ kind: "bindPort", service: "weather", port: port(7312) }, "noSuchService"],
  [{ kind: "tellDoor", service: "time", port: port(7311) }, undefined],
  [{ kind: "tellDoor", service: "time", port: port(80) }, undefined],
  [{ kind: "tellDoor", service: "time", port: port(0) }, "portNotInRange"],
  [{ kind: "tellDoor", service: "weather", port: port(80) }, "noSuchService"],
  [{ kind: "askDoor", service: "time" }, "noSuchService"],
  [{ kind: "forward", packet: mine, exit: "wire" }, "notYourTool"],
  [datagram, "notYourErrand"],
  [{ kind: "giveUp", errand: 1 as ErrandId }, "notYourTool"],
  [{ kind: "pin", row: 0, exit: "wire" }, "notYourTool"],
  [{ kind: "unpin", row: 0 }, "notYourTool"],
  [{ kind: "raiseFlag", flag: "wait" }, undefined],
];

const atClient: readonly Line[] = [
  [datagram, undefined],
  [{ ...datagram, destination: addresses.other }, undefined],
  [{ ...datagram, destinationPort: port(1), sourcePort: port(65_535) }, undefined],
  [{ ...datagram, errand: 2 as ErrandId }, "notYourErrand"],
  [{ ...datagram, destination: ipv4Address(10, 0, 3, 81) }, "addressNotInBook"],
  [{ ...datagram, destination: addresses.client }, "addressNotInBook"],
  [{ ...datagram, destinationPort: port(0) }, "portNotInRange"],
  [{ ...datagram, destinationPort: port(65_536) }, "portNotInRange"],
  [{ ...datagram, sourcePort: port(0) }, "portNotInRange"],
  [{ kind: "askDoor", service: "score" }, undefined],
  [{ kind: "askDoor", service: "time" }, undefined],
  [{ kind: "askDoor", service: "weather" }, "noSuchService"],
  [{ kind: "bindPort", service: "time", port: port(80) }, "noSuchService"],
  [{ kind: "deliver", packet: mine, door: port(7311) }, "noSuchDoor"],
  [{ kind: "forward", packet: mine, exit: "wire" }, "notYourTool"],
  [{ kind: "giveUp", errand: 1 as ErrandId }, "notYourTool"],
  [{ kind: "pin", row: 0, exit: "wire" }, "notYourTool"],
];

const atWaitingClient: readonly Line[] = [
  [datagram, undefined],
  [{ ...datagram, errand: 2 as ErrandId }, "notYourErrand"],
  [{ kind: "giveUp", errand: 1 as ErrandId }, undefined],
  [{ kind: "giveUp", errand: 2 as ErrandId }, "notYourErrand"],
];

describe.each([
  ["router", router, atRouter],
  ["server", server, atServer],
  ["client that writes its letters", () => client(), atClient],
  ["client that sends again", waitingClient, atWaitingClient],
] as const)("at a %s", (_, device, lines) => {
  test.each(lines.map(([act, refusal]) => ({ act, refusal })))("$act → $refusal", (line) => {
    expect(refuseAct(device(), line.act)).toBe(line.refusal);
  });
});
