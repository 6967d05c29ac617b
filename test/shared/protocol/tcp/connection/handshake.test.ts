import { describe, expect, test } from "vitest";
import { sequenceNumber } from "../../../../../shared/protocol/tcp/sequence-number.ts";
import type { TcpSettings } from "../../../../../shared/protocol/tcp/settings.ts";
import { End, ours, theirs } from "../end.ts";

const opened = (settings: Partial<TcpSettings> = {}): End => {
  const end = new End(settings);
  end.do({ kind: "connect", initialSequence: sequenceNumber(ours) });
  return end;
};

describe("opening", () => {
  test("a SYN says how large a segment may be, and nothing else does", () => {
    const end = new End({ maximumSegmentSize: 536 });
    expect(end.do({ kind: "connect", initialSequence: sequenceNumber(ours) })).toEqual([
      "→ <SEQ=100><CTL=SYN><WND=400><MSS=536> open",
    ]);
    const third = end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"], mss: 10 });
    expect(third.join()).not.toContain("MSS");
  });

  test("the answer to a SYN says it as well", () => {
    const end = new End();
    end.do({ kind: "listen", initialSequence: sequenceNumber(ours) });
    expect(end.hear({ seq: theirs, flags: ["syn"] })).toEqual([
      "→ <SEQ=100><ACK=901><CTL=SYN,ACK><WND=400><MSS=10> open",
    ]);
  });

  test("text that waits for the handshake rides on its third step", () => {
    const end = opened();
    expect(end.send("early")).toEqual([]);
    expect(end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"], mss: 10 })).toEqual([
      "· established",
      '→ <SEQ=101><ACK=901><CTL=PSH,ACK><WND=400><DATA=5 "early"> text',
    ]);
  });

  test("an answer to a number that was never sent is reset, and the opening goes on", () => {
    const end = opened();
    expect(end.hear({ seq: theirs, ack: 91, flags: ["syn"] })[0]).toBe("→ <SEQ=91><CTL=RST> reset");
    expect(end.connection.state).toBe("SYN-SENT");
  });

  test("a reset without an ACK of our SYN proves nothing", () => {
    const end = opened();
    expect(end.hear({ seq: 0, flags: ["rst"] })).toEqual(["· dropped, because resetProvesNothing"]);
    expect(end.hear({ seq: 0, ack: ours + 1, flags: ["rst"] })).toEqual(["· refused"]);
  });

  test("who asked for the connection decides where a reset leads", () => {
    const asked = End.asked();
    expect(asked.hear({ flags: ["rst"] })).toEqual(["· turnedAway"]);
    expect(asked.connection.state).toBe("LISTEN");
    const both = opened();
    both.hear({ seq: theirs, flags: ["syn"] });
    expect(both.hear({ flags: ["rst"] })).toEqual(["· refused"]);
    expect(both.connection.state).toBe("CLOSED");
  });

  test("back in LISTEN, the next SYN starts from a clean slate", () => {
    const end = End.asked();
    end.hear({ flags: ["rst"] });
    expect(end.hear({ seq: 5_000, flags: ["syn"] })).toEqual([
      "→ <SEQ=100><ACK=5001><CTL=SYN,ACK><WND=400><MSS=10> open",
    ]);
    expect(end.hear({ seq: 5_001, ack: ours + 1 })).toEqual(["· established"]);
  });
});

describe("a lost SYN", () => {
  test("leaves one segment to begin with, and three seconds to wait", () => {
    const end = opened();
    end.wait(1_000);
    end.send("0123456789".repeat(4));
    const lines = end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"], mss: 10 });
    expect(lines.filter((line) => line.includes("DATA"))).toHaveLength(1);
    expect(end.connection.timers.retransmit).toBe(4_000);
  });

  test("is no measurement: nobody knows which one was answered", () => {
    const end = opened();
    end.wait(1_000);
    end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"] });
    expect(end.connection.roundTrip.measured).toBeUndefined();
  });

  test("a SYN that was answered at once is a measurement", () => {
    const end = opened({ minRto: 1 });
    end.wait(40);
    end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"] });
    expect(end.connection.roundTrip.rto).toBe(120);
  });
});

describe("CLOSE before the handshake is over", () => {
  test("with nothing to send, the FIN goes at once", () => {
    const end = End.asked();
    expect(end.do({ kind: "close" })).toEqual([
      "→ <SEQ=101><ACK=901><CTL=FIN,ACK><WND=400> finish",
    ]);
    end.hear({ ack: ours + 1 });
    expect(end.connection.state).toBe("FIN-WAIT-1");
    end.hear({ ack: ours + 2 });
    expect(end.connection.state).toBe("FIN-WAIT-2");
  });

  test("behind text it waits, and a second CLOSE or SEND is refused", () => {
    const end = End.asked();
    end.send("last words");
    expect(end.do({ kind: "close" })).toEqual([]);
    expect(end.do({ kind: "close" })).toEqual(["· close refused, because connectionClosing"]);
    expect(end.send("more")).toEqual(["· send refused, because connectionClosing"]);
    expect(end.hear({ ack: ours + 1 })).toEqual([
      "· established",
      '→ <SEQ=101><ACK=901><CTL=FIN,PSH,ACK><WND=400><DATA=10 "last words"> text',
    ]);
    expect(end.connection.state).toBe("FIN-WAIT-1");
  });
});

describe("ACKs that cannot be", () => {
  test("older than any window: challenged, and their text is not taken", () => {
    const end = End.established({}, { window: 20 });
    expect(end.hear({ ack: ours + 1 - 21, text: "injected" })).toEqual([
      "· dropped, because acknowledgesLongAgo",
      "→ <SEQ=101><ACK=901><CTL=ACK><WND=400> challenge",
    ]);
    expect(end.hear({ ack: ours + 1 - 20, text: "old" })).toContain("· readable 3");
  });

  test("of what was never sent: answered, and their text is not taken", () => {
    const end = End.established();
    expect(end.hear({ ack: ours + 2, text: "injected" })).toEqual([
      "· dropped, because acknowledgesUnsentData",
      "→ <SEQ=101><ACK=901><CTL=ACK><WND=400> acknowledge",
    ]);
  });
});

describe("TIME-WAIT", () => {
  const waiting = (): End => {
    const end = End.established();
    end.do({ kind: "close" });
    end.hear({ ack: ours + 2, flags: ["fin"] });
    return end;
  };

  test("lasts two maximum segment lifetimes", () => {
    const end = waiting();
    expect(end.connection.state).toBe("TIME-WAIT");
    expect(end.wait(239_999)).toEqual([]);
    expect(end.wait(1)).toEqual(["240000 ms · finished"]);
  });

  test("begins again when the FIN comes again, which is answered", () => {
    const end = waiting();
    end.wait(200_000);
    expect(end.hear({ ack: ours + 2, flags: ["fin"] })).toContain(
      "→ <SEQ=102><ACK=902><CTL=ACK><WND=399> duplicate",
    );
    expect(end.connection.timers.timeWait).toBe(440_000);
  });
});

describe("ICMP", () => {
  const icmp = (end: End, type: number, code: number) =>
    end.do({ kind: "icmp", error: { type, code } });

  test.each([
    [3, 0],
    [3, 1],
    [3, 5],
    [11, 0],
    [11, 1],
    [12, 0],
  ])("type %d code %d is told to the program, and the connection goes on", (type, code) => {
    const end = End.established();
    expect(icmp(end, type, code)).toEqual(["· softError"]);
    expect(end.connection.state).toBe("ESTABLISHED");
  });

  test.each([
    [3, 2],
    [3, 3],
    [3, 4],
  ])("type %d code %d ends the connection", (type, code) => {
    expect(icmp(End.established(), type, code)).toEqual(["· unreachable"]);
  });

  test("Source Quench is dropped without a word", () => {
    const end = End.established();
    const before = end.connection;
    expect(icmp(end, 4, 0)).toEqual([]);
    expect(end.connection).toEqual(before);
  });
});
