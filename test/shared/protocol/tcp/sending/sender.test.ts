import { describe, expect, test } from "vitest";
import { sequenceNumber } from "../../../../../shared/protocol/tcp/sequence-number.ts";
import { End, type Heard, ours, theirs } from "../end.ts";

const ack = (octets: number, heard: Heard = {}): Heard => ({ ack: ours + 1 + octets, ...heard });

/** How long the text of each segment is that went out. */
const sizes = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((line) => {
    const size = /DATA=(\d+)/.exec(line)?.[1];
    return size === undefined ? [] : [Number(size)];
  });

const tens = (count: number): string => "0123456789".repeat(count);

describe("segment size", () => {
  test.each([
    ["as the peer says", 10, 1_460, 10],
    ["as our own network carries", 1_460, 20, 20],
    ["536 for a peer that says nothing", undefined, 1_460, 536],
    ["536 for a peer that says zero", 0, 1_460, 536],
  ])("a segment is %s", (_, offered, own, expected) => {
    const settings = { maximumSegmentSize: own };
    const synAck = { window: 65_535, ...(offered !== undefined && { mss: offered }) };
    const end = new End(settings);
    end.do({ kind: "connect", initialSequence: sequenceNumber(ours) });
    end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"], ...synAck });
    expect(sizes(end.send("x".repeat(2_000)))[0]).toBe(expected);
  });

  test("text goes in segments as large as they may be, PSH on the last", () => {
    const end = End.established();
    expect(end.send(tens(3))).toEqual([
      '→ <SEQ=101><ACK=901><CTL=ACK><WND=400><DATA=10 "0123456789"> text',
      '→ <SEQ=111><ACK=901><CTL=ACK><WND=400><DATA=10 "0123456789"> text',
      '→ <SEQ=121><ACK=901><CTL=PSH,ACK><WND=400><DATA=10 "0123456789"> text',
    ]);
  });

  test("several writes share a segment, and one PSH", () => {
    const end = End.established();
    end.send("first");
    end.send("abc");
    end.send("def");
    expect(end.hear(ack(5))).toEqual([
      "· acknowledged 5",
      '→ <SEQ=106><ACK=901><CTL=PSH,ACK><WND=400><DATA=6 "abcdef"> text',
    ]);
  });
});

describe("the congestion window", () => {
  const cardsAfterTimeOut = (congestionControl: boolean): number => {
    const end = End.established({ congestionControl });
    end.send(tens(4));
    end.wait(1_000);
    return sizes(end.send(tens(4))).length;
  };

  test("lets nothing new go after a time-out", () => {
    expect(cardsAfterTimeOut(true)).toBe(0);
  });

  test("can be done without: then only the peer's window counts", () => {
    expect(cardsAfterTimeOut(false)).toBe(4);
  });
});

describe("Nagle", () => {
  test("a small write waits while something is unacknowledged, a full segment does not", () => {
    const end = End.established();
    end.send("small");
    expect(end.send("tiny")).toEqual([]);
    expect(sizes(end.send("now it is full"))).toEqual([10]);
  });

  test("a program can do without, connection by connection", () => {
    const end = End.established({ nagle: false });
    expect(sizes(end.send("small"))).toEqual([5]);
    expect(sizes(end.send("tiny"))).toEqual([4]);
  });

  test("a FIN takes along what waited", () => {
    const end = End.established();
    end.send("small");
    end.send("tiny");
    expect(end.do({ kind: "close" })).toEqual([
      '→ <SEQ=106><ACK=901><CTL=FIN,PSH,ACK><WND=400><DATA=4 "tiny"> text',
    ]);
  });
});

describe("windows", () => {
  test("no more is under way than the peer has room for", () => {
    const end = End.established({}, { window: 25 });
    expect(sizes(end.send(tens(5)))).toEqual([10, 10]);
  });

  test("no more is under way than the congestion window allows", () => {
    const end = End.established();
    expect(sizes(end.send(tens(9)))).toEqual([10, 10, 10, 10]);
    expect(sizes(end.hear(ack(10)))).toEqual([10, 10]);
  });

  test("after a silence the congestion window starts small again", () => {
    const end = End.established();
    for (let n = 0; n < 4; n++) {
      end.send(tens(4));
      end.hear(ack(40 * n + 20));
      end.hear(ack(40 * n + 40));
    }
    expect(end.connection.congestion.window).toBeGreaterThan(100);
    end.wait(10_000);
    expect(sizes(end.send(tens(9)))).toEqual([10, 10, 10, 10]);
  });

  test("a silly window is not filled, unless it is half of the largest one", () => {
    const end = End.established({ maximumSegmentSize: 30 }, { window: 40, mss: 30 });
    end.send("x".repeat(60));
    expect(sizes(end.hear(ack(30, { window: 19 })))).toEqual([]);
    expect(sizes(end.hear(ack(30, { window: 20 })))).toEqual([20]);
  });

  test("a silly window is filled after a second, so that nobody waits for ever", () => {
    const slow = { maximumSegmentSize: 30, minRto: 5_000 };
    const end = End.established(slow, { window: 40, mss: 30 });
    end.send("x".repeat(60));
    end.hear(ack(30, { window: 5 }));
    expect(end.wait(999)).toEqual([]);
    expect(sizes(end.wait(1))).toEqual([5]);
  });

  test("only newer segments change the window", () => {
    const end = End.established({}, { window: 100 });
    end.hear({ seq: theirs + 11, ack: ours + 1, text: "newer", window: 50 });
    end.hear({ seq: theirs + 1, ack: ours + 1, window: 10 });
    expect(end.connection.send.window).toBe(50);
  });

  test("a window that is pulled back stops new text, not the repair of old", () => {
    const end = End.established({}, { window: 40 });
    end.send(tens(8));
    end.hear(ack(10, { window: 10 }));
    expect(end.connection.send.window).toBe(10);
    expect(end.send("more")).toEqual([]);
    expect(sizes(end.wait(1_000))).toEqual([10]);
    expect(sizes(end.hear(ack(40, { window: 40 })))).not.toEqual([]);
  });

  test("a window that is pulled back to nothing is asked for, and the connection stays", () => {
    const end = End.established({ maxRetransmits: 3 }, { window: 40 });
    end.send(tens(4));
    end.hear(ack(10, { window: 0 }));
    for (let tries = 0; tries < 20; tries++) {
      const lines = end.wait((end.connection.timers.retransmit ?? 0) - end.now);
      expect(lines.join()).toContain("<SEQ=111>");
      end.hear(ack(10, { window: 0 }));
    }
    expect(end.connection.state).toBe("ESTABLISHED");
  });
});

describe("closing", () => {
  test("CLOSE sends what waits, then the FIN", () => {
    const end = End.established({}, { window: 20 });
    end.send(tens(3));
    expect(end.do({ kind: "close" })).toEqual([]);
    expect(end.connection.state).toBe("FIN-WAIT-1");
    expect(end.hear(ack(20, { window: 20 }))).toContain(
      '→ <SEQ=121><ACK=901><CTL=FIN,PSH,ACK><WND=400><DATA=10 "0123456789"> text',
    );
  });

  test("a FIN needs room in the window as well", () => {
    const end = End.established({}, { window: 10 });
    end.send(tens(1));
    expect(end.do({ kind: "close" })).toEqual([]);
    expect(end.hear(ack(10, { window: 0 }))).toEqual(["· acknowledged 10"]);
    expect(end.wait(1_000)).toEqual(["1000 ms → <SEQ=111><ACK=901><CTL=FIN,ACK><WND=400> probe"]);
    end.hear(ack(11, { window: 0 }));
    expect(end.connection.state).toBe("FIN-WAIT-2");
  });

  test("text and FIN go on after the peer has closed as well", () => {
    const end = End.established({}, { window: 10 });
    end.send(tens(2));
    end.do({ kind: "close" });
    end.hear(ack(0, { flags: ["fin"], window: 10 }));
    expect(end.connection.state).toBe("CLOSING");
    expect(sizes(end.hear({ seq: theirs + 2, ...ack(10, { window: 20 }) }))).toEqual([10]);
    end.hear({ seq: theirs + 2, ...ack(21) });
    expect(end.connection.state).toBe("TIME-WAIT");
  });

  test("a peer that resets is told apart from one that closes", () => {
    const closed = End.established().hear(ack(0, { flags: ["fin"] }));
    const broken = End.established().hear({ flags: ["rst"] });
    expect(closed).toContain("· peerClosed");
    expect(broken).toEqual(["· reset"]);
  });

  test("nothing is lost that waited for the program when both ends have closed", () => {
    const end = End.established();
    end.hear(ack(0, { text: "unread", flags: ["fin"] }));
    end.do({ kind: "close" });
    expect(end.hear({ seq: theirs + 8, ...ack(1) })).toEqual(['· fetched "unread"', "· finished"]);
  });
});

test("a send buffer that is full takes nothing, and empties only by an ACK", () => {
  const end = End.established({ sendBuffer: 30 });
  end.send(tens(3));
  expect(end.send("x")).toEqual(["· send refused, because sendBufferFull"]);
  end.hear(ack(10));
  expect(sizes(end.send("0123456789"))).toEqual([10]);
});

test("urgent text carries a pointer to the octet behind it until it is acknowledged", () => {
  const end = End.established();
  expect(end.do({ kind: "send", text: "hurry!", isUrgent: true })).toEqual([
    '→ <SEQ=101><ACK=901><CTL=PSH,URG,ACK><WND=400><UP=6><DATA=6 "hurry!"> text',
  ]);
  end.hear(ack(6));
  expect(end.send("slowly")[0]).not.toContain("URG");
});

test("urgent text may be as long as it likes", () => {
  const end = End.established({}, { window: 65_535 });
  const lines = end.do({ kind: "send", text: tens(60), isUrgent: true });
  expect(lines[0]).toContain("<UP=600>");
  expect(lines[3]).toContain("<UP=570>");
});
