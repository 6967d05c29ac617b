import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIntent } from "../../../shared/contract/parse-intent.ts";

const datagram = {
  kind: "sendDatagram",
  errand: 1,
  destination: 0x0a000350,
  destinationPort: 7311,
  sourcePort: 50_000,
};

const segment = {
  kind: "sendSegment",
  socket: "10.0.3.2:7401-10.0.1.5:49800",
  flags: ["syn", "ack"],
  sequence: 300,
  acknowledgment: 2 ** 32 - 1,
};

/** One whole intent of every kind that a socket may bring. */
const whole: readonly Readonly<Record<string, unknown>>[] = [
  { kind: "startRound" },
  { kind: "pause" },
  { kind: "resume" },
  { kind: "endRound" },
  { kind: "closeRoom" },
  { kind: "kick", player: "p3" },
  { kind: "setSize", size: 12 },
  { kind: "ready" },
  { kind: "takeBack" },
  { kind: "guess", step: "askDesks", network: "n1", choice: "2" },
  { kind: "renameMe" },
  { kind: "shareSeat", shared: true },
  { kind: "setAssistance", assistance: "expert" },
  { kind: "act", act: datagram },
  { kind: "act", act: { kind: "forward", packet: 12, exit: "router1-router2" } },
  { kind: "act", act: { kind: "deliver", packet: 12, door: 7311 } },
  { kind: "act", act: { kind: "reject", packet: 12 } },
  { kind: "act", act: { kind: "bindPort", service: "score", port: 7312 } },
  { kind: "act", act: { kind: "tellDoor", service: "score", port: 7312 } },
  { kind: "act", act: { kind: "askDoor", service: "score" } },
  { kind: "act", act: { kind: "raiseFlag", flag: "thanks" } },
  { kind: "act", act: { kind: "giveUp", errand: 3 } },
  { kind: "act", act: { kind: "pin", row: 2, exit: "router1-router2" } },
  { kind: "act", act: { kind: "unpin", row: 2 } },
  { kind: "act", act: segment },
  { kind: "act", act: { kind: "sendCard", socket: segment.socket, sequence: 301 } },
  { kind: "act", act: { kind: "place", packet: 12, sequence: 301 } },
  { kind: "act", act: { kind: "discard", packet: 12 } },
  { kind: "act", act: { kind: "letGo", socket: segment.socket } },
];

test("a segment may answer a letter, and its control bits stand in the order of the header", () => {
  const act = { ...segment, answers: 12, flags: ["ack", "syn", "ack"] };
  expect(parseIntent({ kind: "act", act })).toEqual({
    kind: "act",
    act: { ...segment, answers: 12 },
  });
  expect(parseIntent({ kind: "act", act: { ...act, answers: "12" } })).toBeUndefined();
});

test("a round may name its mission, or not", () => {
  const named = { kind: "startRound", mission: "best-effort-1" };
  expect(parseIntent(named)).toEqual(named);
  expect(parseIntent({ kind: "startRound", mission: undefined })).toEqual({ kind: "startRound" });
  for (const mission of [1, null, "", "no such name", "constructor", "m".repeat(41)]) {
    expect(parseIntent({ kind: "startRound", mission }), String(mission)).toBeUndefined();
  }
});

test.each(whole)("%j is understood as it stands", (intent) => {
  expect(parseIntent(intent)).toEqual(intent);
});

test.each(whole)("what else stands in %j is left out", (intent) => {
  const fat = { ...intent, seat: "server", act: { ...Object(intent["act"]), cause: 7 } };
  expect(parseIntent(fat)).toEqual(intent);
});

/** The columns of a value, at any depth: every one of them is needed. */
const withoutOne = (value: Readonly<Record<string, unknown>>): readonly object[] =>
  Object.entries(value).flatMap(([column, held]) => {
    const { [column]: _, ...rest } = value;
    const inside = typeof held === "object" && held !== null ? withoutOne({ ...held }) : [];
    return [rest, ...inside.map((smaller) => ({ ...value, [column]: smaller }))];
  });

test.each(whole.flatMap(withoutOne))("%j lacks a column and is not understood", (intent) => {
  expect(parseIntent(intent)).toBeUndefined();
});

describe("what is not understood", () => {
  const acts = (act: object): object => ({ kind: "act", act });
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a word", "startRound"],
    ["a list", ["startRound"]],
    ["an unknown kind", { kind: "win" }],
    ["a kind that every object has", { kind: "constructor" }],
    ["what only the shell says", { kind: "join", player: "p1", keyHash: "" }],
    ["a line that is cut by hand", { kind: "lineCut", player: "p1" }],
    ["an unknown assistance", { kind: "setAssistance", assistance: "godMode" }],
    ["a player that is no name", { kind: "kick", player: { id: "p1" } }],
    ["a name of 41 letters", { kind: "kick", player: "p".repeat(41) }],
    ["an empty name", { kind: "kick", player: "" }],
    ["a name with a slash", { kind: "kick", player: "../p1" }],
    ["a network of one", { kind: "setSize", size: 1 }],
    ["a network of thirteen", { kind: "setSize", size: 13 }],
    ["an act that is a word", { kind: "act", act: "forward" }],
    ["an unknown act", acts({ kind: "explode" })],
    ["an act that every object has", acts({ kind: "toString" })],
    ["a row in words", acts({ kind: "unpin", row: "2" })],
    ["half a row", acts({ kind: "unpin", row: 0.5 })],
    ["a row below the first", acts({ kind: "pin", row: -1, exit: "router1-router2" })],
    ["a port in words", acts({ ...datagram, destinationPort: "7311" })],
    ["a negative port", acts({ ...datagram, destinationPort: -1 })],
    ["half a port", acts({ ...datagram, destinationPort: 7311.5 })],
    ["no number", acts({ ...datagram, destination: Number.NaN })],
    ["an endless number", acts({ ...datagram, destination: Number.POSITIVE_INFINITY })],
    ["an address of 33 bits", acts({ ...datagram, destination: 2 ** 32 })],
    ["a flag that is an act of its own", acts({ kind: "raiseFlag", flag: "whichDoor" })],
    ["a socket without a port", acts({ ...segment, socket: "10.0.3.2-10.0.1.5:49800" })],
    ["a socket that is anything", acts({ ...segment, socket: "__proto__" })],
    ["an unknown control bit", acts({ ...segment, flags: ["syn", "win"] })],
    ["control bits in words", acts({ ...segment, flags: "syn ack" })],
    ["more control bits than there are", acts({ ...segment, flags: Array(9).fill("ack") })],
    ["a number of 33 bits", acts({ ...segment, sequence: 2 ** 32 })],
    ["a negative number", acts({ ...segment, acknowledgment: -1 })],
    ["half a card", acts({ kind: "place", packet: 12, sequence: 0.5 })],
    ["an unknown flag", acts({ kind: "raiseFlag", flag: "white" })],
  ])("is %s", (_, value) => {
    expect(parseIntent(value)).toBeUndefined();
  });

  test.each(Object.getOwnPropertyNames(Object.prototype))("is the name %s", (name) => {
    expect(parseIntent(acts({ kind: "askDoor", service: name }))).toBeUndefined();
    expect(parseIntent({ kind: "kick", player: name })).toBeUndefined();
  });
});

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withTypedArray: true,
});

test("nothing that a socket brings makes it throw", () => {
  fc.assert(fc.property(anything, (value) => void parseIntent(value)));
});

test("an intent with one column replaced by anything is understood only if it is well formed", () => {
  const columns = whole.flatMap((intent) =>
    Object.keys(intent["act"] ?? intent).map((column) => [intent, column] as const),
  );
  fc.assert(
    fc.property(fc.constantFrom(...columns), anything, ([intent, column], value) => {
      const act = intent["act"];
      const changed =
        act === undefined
          ? { ...intent, [column]: value }
          : { ...intent, act: { ...act, [column]: value } };
      const parsed = parseIntent(changed);
      if (parsed !== undefined) expect(parseIntent(parsed)).toEqual(parsed);
      expect(JSON.stringify(parsed ?? null).length).toBeLessThan(300);
    }),
    { numRuns: 500 },
  );
});
