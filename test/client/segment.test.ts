import { describe, expect, test } from "vitest";
import { beltLetter, hasBelt } from "../../client/present/belt.ts";
import { heldDuties, tcpDesk } from "../../client/present/held-duties.ts";
import { friend, outward, segment, tcpView } from "./made-up-tcp-view.ts";
import { due, inMission, letter, madeUpView } from "./made-up-view.ts";

const read = (row = segment(0, "syn", 300), role: "client" | "server" = "server") =>
  beltLetter(tcpView(role, "handshake", { belt: { 5: row } }), "5");

describe("a TCP letter on the belt", () => {
  test.each([
    ["syn", 0, "syn"],
    ["syn ack", 0, "synack"],
    ["ack", 0, "ack"],
    ["ack", 10, "data"],
    ["fin ack", 0, "fin"],
    ["fin ack", 10, "fin"],
    ["rst ack", 0, "rst"],
  ])("with %s and %i octets is drawn as %s", (flags, octets, kind) => {
    expect(read(segment(0, flags, 1, { octets }))?.kind).toBe(kind);
  });

  test("has an acknowledgment number only where the bit ACK is set", () => {
    expect(read(segment(0, "syn", 1, { acknowledgment: 0 }))?.segment?.acknowledgment).toBe(
      undefined,
    );
    expect(read(segment(0, "ack", 1, { acknowledgment: 77 }))?.segment?.acknowledgment).toBe(77);
  });

  test("names its connection by the other end at a server, and by the own port at a client", () => {
    expect(read()?.segment?.end).toBe("10.0.1.5:49800");
    expect(read(segment(0, "syn ack", 1, { socket: outward }), "client")?.segment?.end).toBe(
      "→ :49800",
    );
  });

  test("is lit by the due that wants it answered or placed", () => {
    const belt = { 5: segment(0, "syn", 300), 6: segment(1, "syn", 700) };
    const lit = (row: ReturnType<typeof due>) => {
      const view = tcpView("server", "handshake", { belt, dues: { a: row } });
      return ["5", "6"].map((id) => beltLetter(view, id)?.lit);
    };
    expect(lit(due("answer", friend, { letter: 6, lit: true }))).toEqual([false, true]);
    expect(lit(due("place", "5", { lit: true }))).toEqual([true, false]);
    expect(lit(due("open", friend, { lit: true }))).toEqual([false, false]);
  });

  test("which nobody reads that far is a plain letter", () => {
    const view = madeUpView("router", { belt: { 5: letter(0, { kind: "tcp" }) } });
    expect(beltLetter(view, "5")).toMatchObject({ kind: "tcp", segment: undefined });
  });
});

describe("what a desk is for over TCP", () => {
  test.each([
    ["handshake", "handshakes", true],
    ["handshake close", "handshakes", true],
    ["order", "receiving", true],
    ["order acknowledge", "receiving", true],
    ["transmit retransmit", "sending", false],
    ["forward", undefined, true],
    ["retransmit", undefined, false],
    ["", undefined, false],
  ] as const)("follows from what is played: %j", (held, desk, letters) => {
    const view = tcpView("server", held);
    expect(tcpDesk(view)).toBe(desk);
    expect(hasBelt(view)).toBe(letters);
  });

  test("is told by the mission until the view says it", () => {
    expect(heldDuties(inMission("three-handshakes-2", madeUpView("client")))).toEqual([
      "handshake",
      "close",
    ]);
  });
});
