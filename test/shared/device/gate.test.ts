import { expect, test } from "vitest";
import type { Act, ErrandId } from "../../../shared/device/act.ts";
import {
  aimedAt,
  initialGate,
  isAboutTheSame,
  offer,
  settle,
} from "../../../shared/device/gate.ts";
import { instant } from "../../../shared/lib/instant.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { addresses, port } from "../../kit/one-box.ts";

const forward = (packet: number): Act => ({
  kind: "forward",
  packet: packet as PacketId,
  exit: "up",
});
const reject = (packet: number): Act => ({ kind: "reject", packet: packet as PacketId });
const ask = (service: string): Act => ({ kind: "askDoor", service });
const bind = (service: string): Act => ({ kind: "bindPort", service, port: port(80) });
const send = (errand: number): Act => ({
  kind: "sendDatagram",
  errand: errand as ErrandId,
  destination: addresses.server,
  destinationPort: port(7311),
  sourcePort: port(50_000),
});
const flag: Act = { kind: "raiseFlag", flag: "full" };

test.each([
  [forward(1), reject(1), true],
  [forward(1), forward(2), false],
  [send(1), send(1), true],
  [send(1), send(2), false],
  [bind("time"), bind("time"), true],
  [bind("time"), bind("score"), false],
  [bind("time"), ask("time"), false],
  [forward(1), send(1), false],
  [flag, flag, false],
])("%j and %j are about the same thing: %s", (a, b, same) => {
  expect(isAboutTheSame(a, b)).toBe(same);
  expect(isAboutTheSame(b, a)).toBe(same);
});

test("dues are numbered from 1 and stand in the order in which they came", () => {
  const gate = initialGate(["forward"]);
  offer(gate, "forward", forward(8), instant(10));
  offer(gate, "forward", forward(9), instant(20));
  expect(gate.dues).toEqual([
    { id: 1, duty: "forward", since: 10, proposal: forward(8) },
    { id: 2, duty: "forward", since: 20, proposal: forward(9) },
  ]);
});

test("an act aims at the dues about its own letter, and settling takes those away", () => {
  const gate = initialGate(["forward"]);
  for (const packet of [7, 8, 9]) offer(gate, "forward", forward(packet), instant(0));
  expect(aimedAt(gate, reject(8)).map((due) => due.id)).toEqual([2]);
  settle(gate, (proposal) => isAboutTheSame(proposal, reject(8)));
  expect(gate.dues.map((due) => due.id)).toEqual([1, 3]);
  offer(gate, "forward", forward(10), instant(0));
  expect(gate.dues.at(-1)?.id).toBe(4);
});
