import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createDeskState } from "../../client/input/desk-state.ts";
import { drop, inHand, pickConnection, pickSlot } from "../../client/input/pick.ts";
import {
  openSegment,
  pressSegmentKey,
  sendCardAt,
  sendOpenSegment,
} from "../../client/input/segment-keys.ts";
import { writeSegment } from "../../client/input/verbs.ts";
import type { PlayerIntent } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";
import { instant } from "../../shared/lib/instant.ts";
import { card, connection, friend, segment, tcpView, walkIn } from "./made-up-tcp-view.ts";
import { due, madeUpView } from "./made-up-view.ts";

/** A desk over a lesson that writes down what it is asked. */
function deskOver(view: View) {
  const acts: unknown[] = [];
  const desk = createDeskState({
    view: signal(view),
    line: signal("live" as const),
    lessonNow: () => instant(0),
    playNow: () => instant(0),
    send: async (intent) => {
      acts.push((intent as PlayerIntent & { kind: "act" }).act);
      return { kind: "accepted" };
    },
    leave: () => undefined,
  });
  return { desk, acts };
}

const server = tcpView("server", "handshake", {
  connections: {
    [friend]: connection(0, { state: "SYN-RECEIVED", initial: 1200 }),
    [walkIn]: connection(1, { state: "SYN-RECEIVED", initial: 2500 }),
  },
  belt: { 5: segment(0, "syn", 300), 6: segment(1, "syn", 7300, { socket: walkIn }) },
  dues: { a: due("answer", friend, { letter: 5 }) },
});

/** The key that takes a number into the slip. */
const keyOf = (
  desk: Parameters<typeof openSegment>[0],
  field: "sequence" | "acknowledgment",
  number: number,
) => openSegment(desk)?.[field].choices.find(({ value }) => value === String(number))?.key ?? "";

describe("writing a segment by keys", () => {
  test("goes from the letter over bits and numbers to the wire", () => {
    const { desk, acts } = deskOver(server);
    pickSlot(desk, 1);
    for (const key of ["Q", "W"]) expect(pressSegmentKey(desk, key)).toBe(true);
    pressSegmentKey(desk, keyOf(desk, "sequence", 1200));
    pressSegmentKey(desk, keyOf(desk, "acknowledgment", 301));
    sendOpenSegment(desk);
    const numbers = { sequence: 1200, acknowledgment: 301 };
    expect(acts).toEqual([
      { kind: "sendSegment", socket: friend, answers: 5, flags: ["syn", "ack"], ...numbers },
    ]);
    expect(desk.hand.value).toBeUndefined();
    expect(desk.segments.value).toEqual({});
  });

  test("takes no acknowledgment number while the bit ACK is off, and sends none", () => {
    const { desk, acts } = deskOver(server);
    pressSegmentKey(desk, "R");
    expect(pressSegmentKey(desk, "Z")).toBe(false);
    pressSegmentKey(desk, keyOf(desk, "sequence", 1200));
    sendOpenSegment(desk);
    expect(acts[0]).toMatchObject({ flags: ["rst"], sequence: 1200, acknowledgment: 0 });
  });

  test("keeps what it is about in the hand, whatever else comes", () => {
    const { desk } = deskOver(server);
    pressSegmentKey(desk, "Q");
    expect(desk.hand.value).toEqual({ kind: "letter", id: "5" });
  });

  test("says what is missing instead of sending half a segment", () => {
    const { desk, acts } = deskOver(server);
    pressSegmentKey(desk, "Q");
    sendOpenSegment(desk);
    expect(acts).toEqual([]);
    expect(desk.refusal.value).toBe("fillSegment");
  });

  test("can be of one's own accord, on a connection picked by its number", () => {
    const { desk, acts } = deskOver({ ...server, dues: {} });
    pickConnection(desk, 2);
    const slip = openSegment(desk);
    if (slip === undefined) throw new Error("a picked connection opens a slip");
    writeSegment(desk, slip, { bits: ["fin", "ack"], sequence: "2501", acknowledgment: "7301" });
    sendOpenSegment(desk);
    expect(acts).toEqual([
      {
        kind: "sendSegment",
        socket: walkIn,
        flags: ["ack", "fin"],
        sequence: 2501,
        acknowledgment: 7301,
      },
    ]);
  });

  test("is no matter of desks that play nothing over TCP", () => {
    const { desk } = deskOver(madeUpView("server"));
    pickConnection(desk, 1);
    expect(pressSegmentKey(desk, "Q")).toBe(false);
    expect(inHand(desk)).toBeUndefined();
  });
});

test("a connection leaves the hand when it is gone, or is laid back", () => {
  const { desk } = deskOver(server);
  pickConnection(desk, 1);
  expect(inHand(desk)).toEqual({ kind: "connection", id: friend });
  drop(desk);
  expect(inHand(desk)).toBeUndefined();
});

test("a half-open connection is let go by its key while somebody knocks", () => {
  const { desk, acts } = deskOver({ ...server, dues: { a: due("letGo", "") } });
  expect(pressSegmentKey(desk, "I")).toBe(true);
  expect(acts).toEqual([{ kind: "letGo", socket: walkIn }]);
});

test("a digit sends the card with that number, right or wrong", () => {
  const { desk, acts } = deskOver(
    tcpView("server", "transmit", {
      connections: { [friend]: connection(0) },
      cards: { a: card(901, "flying"), b: card(911, "unsent") },
    }),
  );
  sendCardAt(desk, 2);
  sendCardAt(desk, 7);
  expect(acts).toEqual([{ kind: "sendCard", socket: friend, sequence: 911 }]);
});
