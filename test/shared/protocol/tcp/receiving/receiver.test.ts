import { describe, expect, test } from "vitest";
import { End, type Heard, ours, theirs } from "../end.ts";

/** A segment of the peer with text from its octet `at` on, the first one being 0. */
const text = (at: number, octets: string, heard: Heard = {}): Heard => ({
  seq: theirs + 1 + at,
  ack: ours + 1,
  text: octets,
  ...heard,
});

const fetched = (end: End): string =>
  end
    .raw({ kind: "receive", most: 1_000 })
    .map((output) => (output.kind === "deliver" ? output.text : ""))
    .join("");

const windowOf = (end: End): number => end.connection.receive.edge - end.connection.receive.next;

describe("order", () => {
  test("text above a gap is held, and answered at once with the number that is missing", () => {
    const end = End.established({ delayedAck: 200 });
    const again = "→ <SEQ=101><ACK=901><CTL=ACK><WND=400> duplicate";
    expect(end.hear(text(10, "bbbbbbbbbb"))).toEqual([again]);
    expect(end.hear(text(20, "cccccccccc"))).toEqual([again]);
    expect(end.connection.receive.held).toHaveLength(2);
    expect(end.hear(text(0, "aaaaaaaaaa"))).toEqual([
      "· readable 30",
      "→ <SEQ=101><ACK=931><CTL=ACK><WND=370> acknowledge",
    ]);
    expect(fetched(end)).toBe("aaaaaaaaaabbbbbbbbbbcccccccccc");
  });

  test("an ACK above a gap that also says something new is no duplicate", () => {
    const end = End.established({ delayedAck: 200 });
    expect(end.hear(text(0, "aaaaaaaaaa"))).toEqual(["· readable 10"]);
    const seen = "<SEQ=101><ACK=911><CTL=ACK><WND=390>";
    expect(end.hear(text(20, "cccccccccc"))).toEqual([`→ ${seen} acknowledge`]);
    expect(end.hear(text(30, "dddddddddd"))).toEqual([`→ ${seen} duplicate`]);
  });

  test("a program that reads at once has the text before it is acknowledged, and its window stays as it is", () => {
    const end = End.established({ readsAtOnce: true });
    expect(end.hear(text(10, "bbbbbbbbbb"))).toContain(
      "→ <SEQ=101><ACK=901><CTL=ACK><WND=400> duplicate",
    );
    expect(end.hear(text(0, "aaaaaaaaaa"))).toEqual([
      '· fetched "aaaaaaaaaabbbbbbbbbb"',
      "→ <SEQ=101><ACK=921><CTL=ACK><WND=400> acknowledge",
    ]);
  });

  test("a segment that fills part of a gap is acknowledged at once", () => {
    const end = End.established({ delayedAck: 200 });
    end.hear(text(20, "cccccccccc"));
    expect(end.hear(text(0, "aaaaaaaaaa"))).toContain(
      "→ <SEQ=101><ACK=911><CTL=ACK><WND=390> acknowledge",
    );
    expect(end.connection.receive.held).toHaveLength(1);
  });

  test.each([
    ["old and new", "aaaabb", [text(0, "aaaa"), text(2, "XXbb")]],
    ["new around held", "aaaabbcc", [text(4, "bb"), text(0, "aaaaXXcc")]],
    ["held, on both sides", "aaaabbcc", [text(3, "abb"), text(5, "Xcc"), text(0, "aaaX")]],
    ["the same twice", "aaaabb", [text(4, "bb"), text(4, "XX"), text(0, "aaaa"), text(0, "XXXX")]],
    ["one across two", "aaaabbcc", [text(2, "aa"), text(6, "cc"), text(0, "aaXXbbXX")]],
  ])("overlaps are trimmed, and what came first stays: %s", (_, expected, segments) => {
    const end = End.established();
    for (const segment of segments) end.hear(segment);
    expect(fetched(end)).toBe(expected);
    expect(end.connection.receive.held).toEqual([]);
  });

  test("a FIN above a gap ends the text when the gap is filled, and not before", () => {
    const end = End.established();
    end.hear(text(4, "bb", { flags: ["fin"] }));
    expect(end.connection.state).toBe("ESTABLISHED");
    expect(end.hear(text(0, "aaaa"))).toEqual([
      "· readable 6",
      "· peerClosed",
      "→ <SEQ=101><ACK=908><CTL=ACK><WND=393> acknowledge",
    ]);
    expect(end.connection.state).toBe("CLOSE-WAIT");
  });

  test("a FIN below held text ends the text there", () => {
    const end = End.established();
    end.hear(text(4, "bbbb"));
    end.hear(text(6, "", { flags: ["fin"] }));
    end.hear(text(0, "aaaa"));
    expect(fetched(end)).toBe("aaaabb");
    expect(end.connection.state).toBe("CLOSE-WAIT");
  });

  test("text behind a FIN that came first is not taken", () => {
    const end = End.established();
    end.hear(text(6, "", { flags: ["fin"] }));
    end.hear(text(4, "bbXX"));
    end.hear(text(0, "aaaa"));
    expect(fetched(end)).toBe("aaaabb");
    expect(end.connection.state).toBe("CLOSE-WAIT");
  });

  test("text and FIN together get one ACK", () => {
    const end = End.established();
    const answers = end.hear(text(0, "aaaa", { flags: ["fin"] }));
    expect(answers.filter((line) => line.startsWith("→"))).toHaveLength(1);
  });

  test("text that came with the SYN waits for the handshake", () => {
    const end = End.asked({}, { text: "early" });
    expect(end.connection.receive.unread).toBe("");
    expect(end.hear({ ack: ours + 1 })).toEqual([
      "· established",
      "· readable 5",
      "→ <SEQ=101><ACK=906><CTL=ACK><WND=395> acknowledge",
    ]);
    expect(fetched(end)).toBe("early");
  });
});

describe("delayed ACK", () => {
  test("the ACK of one segment waits for company, less than half a second", () => {
    const end = End.established({ delayedAck: 200 });
    expect(end.hear(text(0, "aaaa"))).toEqual(["· readable 4"]);
    expect(end.wait(199)).toEqual([]);
    expect(end.wait(1)).toEqual(["200 ms → <SEQ=101><ACK=905><CTL=ACK><WND=396> acknowledge"]);
  });

  test("every second segment is acknowledged at once", () => {
    const end = End.established({ delayedAck: 200 });
    expect(end.hear(text(0, "aaaa"))).toHaveLength(1);
    expect(end.hear(text(4, "bbbb"))).toHaveLength(2);
    expect(end.hear(text(8, "cccc"))).toHaveLength(1);
  });

  test("an ACK rides on text that goes out anyway", () => {
    const end = End.established({ delayedAck: 200 });
    end.hear(text(0, "aaaa"));
    expect(end.send("answer")).toEqual([
      '→ <SEQ=101><ACK=905><CTL=PSH,ACK><WND=396><DATA=6 "answer"> text',
    ]);
    expect(end.wait(500)).toEqual([]);
  });

  test("by default an ACK waits 200 ms", () => {
    const end = End.established({ delayedAck: 200 });
    end.hear(text(0, "aaaa"));
    expect(end.connection.timers.acknowledge).toBe(200);
  });
});

describe("window", () => {
  test("what is not fetched takes room, and nothing beyond the window is taken", () => {
    const end = End.established({ receiveBuffer: 20 });
    end.hear(text(0, "aaaaaaaaaa"));
    expect(windowOf(end)).toBe(10);
    end.hear(text(10, "bbbbbbbbbbXXXXX"));
    expect(windowOf(end)).toBe(0);
    expect(fetched(end)).toBe("aaaaaaaaaabbbbbbbbbb");
  });

  test("text at a closed window is refused, its ACK still counts", () => {
    const end = End.established({ receiveBuffer: 10 });
    end.send("ours");
    end.hear(text(0, "aaaaaaaaaa"));
    expect(end.hear(text(10, "X", { ack: ours + 5 }))).toEqual([
      "· acknowledged 4",
      "· dropped, because windowClosed",
      "→ <SEQ=105><ACK=911><CTL=ACK><WND=0> duplicate",
    ]);
  });

  test("a reset is heeded though the window is closed, with or without text", () => {
    for (const octets of ["", "because I say so"]) {
      const end = End.established({ receiveBuffer: 10 });
      end.hear(text(0, "aaaaaaaaaa"));
      expect(end.hear({ seq: theirs + 11, flags: ["rst"], text: octets })).toEqual(["· reset"]);
    }
  });

  test("its edge never moves back, and forward only in steps worth filling", () => {
    const end = End.established({ receiveBuffer: 40 });
    end.hear(text(0, "aaaaaaaaaabbbbbbbbbb"));
    expect(windowOf(end)).toBe(20);
    end.do({ kind: "receive", most: 9 });
    expect(end.hear(text(20, "c"))).toContain("→ <SEQ=101><ACK=922><CTL=ACK><WND=19> acknowledge");
    end.do({ kind: "receive", most: 1 });
    expect(end.hear(text(21, "d"))).toContain("→ <SEQ=101><ACK=923><CTL=ACK><WND=28> acknowledge");
  });

  test("a peer that cannot send hears of the room as soon as it is worth it", () => {
    const end = End.established({ receiveBuffer: 40 });
    end.hear(text(0, "a".repeat(40)));
    expect(end.do({ kind: "receive", most: 9 })).toEqual([`· fetched "${"a".repeat(9)}"`]);
    expect(end.do({ kind: "receive", most: 1 })).toEqual([
      '· fetched "a"',
      "→ <SEQ=101><ACK=941><CTL=ACK><WND=10> windowUpdate",
    ]);
  });

  test("a peer that has closed needs to hear of no room", () => {
    const end = End.established({ receiveBuffer: 11 });
    end.hear(text(0, "aaaaaaaaaa", { flags: ["fin"] }));
    expect(end.do({ kind: "receive", most: 10 })).toEqual(['· fetched "aaaaaaaaaa"']);
  });

  test("it may stay closed for as long as the program likes", () => {
    const end = End.established({ receiveBuffer: 10 });
    end.hear(text(0, "aaaaaaaaaa"));
    for (let minutes = 0; minutes < 60; minutes++) {
      end.wait(60_000);
      expect(end.hear(text(10, "X"))).toContain("→ <SEQ=101><ACK=911><CTL=ACK><WND=0> duplicate");
    }
    expect(end.connection.state).toBe("ESTABLISHED");
  });

  test("windows of the header are never negative", () => {
    const end = End.established({}, { window: 65_535 });
    expect(end.connection.send.window).toBe(65_535);
  });
});

describe("urgent", () => {
  const urgent = (at: number, octets: string, up: number): Heard =>
    text(at, octets, { flags: ["urg"], up });

  test("the program is told when urgent octets lie ahead, and when there are more", () => {
    const end = End.established();
    expect(end.hear(urgent(0, "aaaa", 6))).toContain("· urgent 6");
    expect(end.hear(urgent(4, "bb", 2))).not.toContain("· urgent 6");
    expect(end.hear(urgent(6, "cc", 2))).toContain("· urgent 8");
  });

  test("how much of it is left to fetch stands in the connection", () => {
    const end = End.established();
    end.hear(urgent(0, "aaaabb", 4));
    expect(end.connection.receive.urgentTo).toBe(theirs + 5);
    end.do({ kind: "receive", most: 3 });
    expect(end.connection.receive.urgentTo).toBe(theirs + 5);
    end.do({ kind: "receive", most: 1 });
    expect(end.connection.receive.urgentTo).toBeUndefined();
  });

  test("an urgent pointer is heeded though the window is closed", () => {
    const end = End.established({ receiveBuffer: 10 });
    end.hear(text(0, "aaaaaaaaaa"));
    expect(end.hear(urgent(10, "X", 1))).toContain("· urgent 11");
  });
});

test("Go-Back-N throws away what comes too early", () => {
  const end = End.established({ goBackN: true });
  expect(end.hear(text(10, "bbbbbbbbbb"))).toEqual([
    "· dropped, because outOfOrder",
    "→ <SEQ=101><ACK=901><CTL=ACK><WND=400> duplicate",
  ]);
  expect(end.connection.receive.held).toEqual([]);
});

test("two ends that disagree about their numbers do not answer each other for ever", () => {
  const end = End.established();
  const stray: Heard = { seq: 5_000, ack: ours + 1 };
  expect(end.hear(stray)).toHaveLength(2);
  expect(end.hear(stray)).toEqual(["· dropped, because beyondWindow"]);
  end.wait(500);
  expect(end.hear(stray)).toHaveLength(2);
});
