import { describe, expect, test } from "vitest";
import { sequenceNumber } from "../../../../../shared/protocol/tcp/sequence-number.ts";
import { End, type Heard, ours, theirs } from "../end.ts";

const ack = (octets: number, heard: Heard = {}): Heard => ({ ack: ours + 1 + octets, ...heard });
const at = (octets: number) => sequenceNumber(ours + 1 + octets);
const tens = (count: number): string => "0123456789".repeat(count);

const times = (lines: readonly string[]): readonly number[] =>
  lines.filter((line) => line.includes("→")).map((line) => Number.parseInt(line, 10));

describe("retransmission", () => {
  test("only the oldest segment goes again", () => {
    const end = End.established();
    end.send(tens(3));
    expect(end.wait(1_000)).toEqual([
      '1000 ms → <SEQ=101><ACK=901><CTL=ACK><WND=400><DATA=10 "0123456789"> retransmit',
    ]);
  });

  test("the wait doubles, and stays doubled until something new was acknowledged at once", () => {
    const end = End.established();
    end.send(tens(1));
    expect(times(end.wait(7_500))).toEqual([1_000, 3_000, 7_000]);
    end.hear(ack(10)); // of a segment that went four times: no measurement
    end.send(tens(1));
    expect(times(end.wait(16_000))).toEqual([15_500]);
    end.hear(ack(20));
    end.send(tens(1));
    end.wait(300);
    end.hear(ack(30)); // of one that went once
    expect(end.connection).toMatchObject({ timeOuts: 0, roundTrip: { rto: 1_000 } });
  });

  test("an ACK for something new starts the timer anew", () => {
    const end = End.established();
    end.send(tens(2));
    end.wait(700);
    end.hear(ack(10));
    expect(end.connection.timers.retransmit).toBe(1_700);
    end.hear(ack(20));
    expect(end.connection.timers.retransmit).toBeUndefined();
  });

  test("an ACK that covers a segment sent twice measures nothing", () => {
    const end = End.established();
    end.wait(10_000);
    const before = end.connection.roundTrip;
    end.send(tens(2));
    end.wait(1_200);
    end.hear(ack(20));
    expect(end.connection.roundTrip).toEqual(before);
  });

  test("after a time-out, each partial ACK brings the next missing segment", () => {
    const end = End.established();
    end.send(tens(3));
    end.wait(1_000);
    expect(end.hear(ack(10))).toEqual([
      "· acknowledged 10",
      '→ <SEQ=111><ACK=901><CTL=ACK><WND=400><DATA=10 "0123456789"> retransmit',
    ]);
  });

  test("a fast retransmit gives the segment a whole time-out of its own", () => {
    const end = End.established();
    end.send(tens(4));
    end.wait(900);
    for (let n = 0; n < 3; n++) end.hear(ack(0));
    expect(end.wait(900)).toEqual([]);
    expect(times(end.wait(100))).toEqual([1_900]);
  });

  test("duplicate ACKs with text, or with another window, do not count", () => {
    const end = End.established();
    end.send(tens(4));
    for (let n = 0; n < 5; n++) {
      end.hear(ack(0, { seq: theirs + 1 + n, window: 300 + n }));
      end.hear(ack(0, { seq: theirs + 1 + n, window: 300 + n, text: "x" }));
    }
    expect(end.connection.congestion).toMatchObject({ repair: "none", duplicates: 0 });
  });

  test("with nothing under way, no ACK is a duplicate", () => {
    const end = End.established();
    for (let n = 0; n < 5; n++) end.hear(ack(0));
    expect(end.connection.congestion.duplicates).toBe(0);
  });
});

describe("giving up", () => {
  test("the program is warned at the third try, and hears when it is over", () => {
    const end = End.established();
    end.send(tens(1));
    const lines = end.wait(300_000);
    expect(lines.filter((line) => line.includes("·"))).toEqual([
      "7000 ms · trouble",
      "191000 ms · timedOut",
    ]);
    expect(times(lines)).toEqual([1_000, 3_000, 7_000, 15_000, 31_000, 63_000, 127_000]);
    expect(end.connection.state).toBe("CLOSED");
  });

  test("a SYN is tried for more than three minutes, and the program is warned as well", () => {
    const end = new End();
    end.do({ kind: "connect", initialSequence: sequenceNumber(ours) });
    expect(end.wait(180_000).some((line) => line.includes("trouble"))).toBe(true);
    expect(end.connection.state).toBe("SYN-SENT");
    expect(end.wait(11_000)).toEqual(["191000 ms · timedOut"]);
  });

  test("the limit is the program's choice, connection by connection", () => {
    const end = End.established({ maxRetransmits: 1 });
    end.send(tens(1));
    expect(end.wait(3_000).at(-1)).toBe("3000 ms · timedOut");
  });

  test("an ACK for something new begins the count anew", () => {
    const end = End.established({ maxRetransmits: 2 });
    end.send(tens(2));
    end.wait(3_000);
    expect(end.connection.unanswered).toBe(2);
    end.hear(ack(10));
    expect(end.connection.unanswered).toBe(0);
  });
});

describe("probes", () => {
  const closed = (): End => {
    const end = End.established({ maxRetransmits: 3 }, { window: 10 });
    end.send(tens(2));
    end.hear(ack(10, { window: 0 }));
    return end;
  };

  test("the first probe goes after one time-out, the next ones at growing intervals", () => {
    const end = closed();
    const sent: number[] = [];
    for (let n = 0; n < 9; n++) {
      const wait = (end.connection.timers.probe ?? 0) - end.now;
      sent.push(wait);
      end.wait(wait);
      end.hear(ack(10, { window: 0 }));
    }
    expect(sent).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000, 64_000]);
    expect(end.connection.state).toBe("ESTABLISHED");
  });

  test("a probe is one octet of new text, and is not under way for good", () => {
    const end = closed();
    expect(end.wait(1_000)).toEqual([
      '1000 ms → <SEQ=111><ACK=901><CTL=ACK><WND=400><DATA=1 "0"> probe',
    ]);
    expect(end.connection.send).toMatchObject({ next: at(10), highest: at(11) });
    end.hear(ack(11, { window: 9 }));
    expect(end.connection.send.unacknowledged).toBe(at(11));
  });

  test("a peer that does not answer probes is given up", () => {
    const end = closed();
    expect(end.wait(100_000).at(-1)).toBe("15000 ms · timedOut");
  });

  test("a FIN that a probe has carried goes again, and measures nothing", () => {
    const end = End.established({}, { window: 10 });
    end.send(tens(1));
    end.do({ kind: "close" });
    end.hear(ack(10, { window: 0 }));
    const before = end.connection.roundTrip;
    end.wait(1_000);
    expect(end.hear(ack(10, { window: 10 }))).toEqual([
      "→ <SEQ=111><ACK=901><CTL=FIN,ACK><WND=400> retransmit",
    ]);
    end.wait(400);
    end.hear(ack(11));
    expect(end.connection.roundTrip).toEqual(before);
  });

  test("when the window opens, waiting begins from the start again", () => {
    const end = closed();
    end.wait(3_000);
    end.hear(ack(10, { window: 10 }));
    expect(end.connection).toMatchObject({ timeOuts: 0, timers: { retransmit: 4_000 } });
  });
});

describe("a segment that has not left yet", () => {
  test("no time runs for it until it leaves", () => {
    const end = End.established();
    end.send(tens(1));
    end.do({ kind: "held", sequence: at(0) });
    expect(end.wait(60_000)).toEqual([]);
    end.do({ kind: "left", sequence: at(0) });
    expect(times(end.wait(1_000))).toEqual([61_000]);
  });

  test("its round trip is measured from when it left", () => {
    const end = End.established({ minRto: 1 });
    end.send(tens(1));
    end.do({ kind: "held", sequence: at(0) });
    end.wait(60_000);
    end.do({ kind: "left", sequence: at(0) });
    end.wait(40);
    end.hear(ack(10));
    expect(end.connection.roundTrip.rto).toBeLessThan(200);
  });

  test("while it waits it is not sent again, and time runs only for what is older", () => {
    const end = End.established();
    end.send(tens(4));
    end.do({ kind: "held", sequence: at(10) });
    expect(times(end.wait(1_000))).toEqual([1_000]);
    end.hear(ack(10));
    expect(end.wait(60_000)).toEqual([]);
    end.do({ kind: "left", sequence: at(10) });
    expect(times(end.wait(2_000))).toEqual([63_000]);
  });

  test("duplicate ACKs cannot bring back what has not left", () => {
    const end = End.established();
    end.send(tens(4));
    end.do({ kind: "held", sequence: at(0) });
    for (let n = 0; n < 4; n++) expect(end.hear(ack(0))).toEqual([]);
  });

  test("a segment sent again can be held again", () => {
    const end = End.established();
    end.send(tens(1));
    end.wait(1_000);
    end.do({ kind: "held", sequence: at(0) });
    expect(end.wait(60_000)).toEqual([]);
    end.do({ kind: "left", sequence: at(0) });
    expect(times(end.wait(2_000))).toEqual([63_000]);
  });
});

describe("congestion", () => {
  test("two duplicate ACKs let two more segments go, the third brings the lost one", () => {
    const end = End.established();
    end.send(tens(8));
    const sequences = [0, 1, 2].map(() => /SEQ=(\d+)/.exec(end.hear(ack(0)).join())?.[1]);
    expect(sequences).toEqual(["141", "151", "101"]);
  });

  test("after a time-out one segment is sent for each ACK, slowly growing", () => {
    const end = End.established();
    end.send(tens(9));
    end.wait(1_000);
    expect(end.connection.congestion).toMatchObject({ window: 10, threshold: 20 });
    end.hear(ack(40));
    expect(end.connection.congestion.window).toBe(20);
    expect(end.connection.send.flying).toHaveLength(2);
  });
});
