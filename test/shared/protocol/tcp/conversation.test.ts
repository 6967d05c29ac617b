import { describe, expect, test } from "vitest";
import type { EndpointInput } from "../../../../shared/protocol/tcp/endpoint.ts";
import { has, type Segment } from "../../../../shared/protocol/tcp/segment.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { type Heard, segmentOf } from "./end.ts";
import {
  connect,
  connectInput,
  connectionOf,
  listen,
  otherSide,
  Pair,
  type PairOptions,
  type Side,
  sockets,
} from "./pair.ts";
import { Transcript } from "./transcript.ts";

/** Numbers to be added in the head: cards of 10 octets, and no ACK that waits. */
const small = { maximumSegmentSize: 10, receiveBuffer: 400, delayedAck: 0, msl: 1_000 };

/** A conversation that is written down as it goes. */
class Scene {
  readonly #transcript: Transcript;
  readonly #name: string;
  readonly pair: Pair;

  constructor(name: string, remark: string, options: PairOptions = {}) {
    this.#name = name;
    this.#transcript = new Transcript(remark);
    const { watch } = this.#transcript;
    this.pair = new Pair({ ...options, settings: { ...small, ...options.settings }, watch });
  }

  /** Both ends ESTABLISHED, with nothing under way. */
  connected(): this {
    connect(this.pair);
    return this.until(400);
  }

  until(ms: number): this {
    this.pair.run(ms);
    return this;
  }

  does(side: Side, input: EndpointInput): this {
    this.pair.step(side, input);
    return this;
  }

  sends(side: Side, text: string): this {
    return this.does(side, { kind: "send", socket: connectionOf(side), text });
  }

  fetches(side: Side, most: number): this {
    return this.does(side, { kind: "receive", socket: connectionOf(side), most });
  }

  closes(side: Side): this {
    return this.does(side, { kind: "close", socket: connectionOf(side) });
  }

  aborts(side: Side): this {
    return this.does(side, { kind: "abort", socket: connectionOf(side) });
  }

  /** A host starts anew and knows of nothing. */
  forgets(side: Side): this {
    this.pair.forget(side);
    return this;
  }

  /** A segment comes in from the other side that the other side has never sent, or sent long ago. */
  hears(side: Side, heard: Heard, initialSequence = 900): this {
    return this.does(side, {
      kind: "segment",
      from: sockets[otherSide(side)],
      to: sockets[side],
      segment: segmentOf(heard),
      initialSequence: sequenceNumber(initialSequence),
    });
  }

  /** Compares what happened with the file of that name. */
  async isAsWritten(): Promise<void> {
    this.pair.run();
    await expect(this.#transcript.text()).toMatchFileSnapshot(`golden/${this.#name}.txt`);
  }
}

const cards = (first: number, last: number): string =>
  Array.from(
    { length: last - first + 1 },
    (_, n) => `card ${String(first + n).padStart(4, "0")} `,
  ).join("");

/** Loses the first copy of the cards with these numbers. */
function losing(...numbers: readonly number[]): (segment: Segment) => boolean {
  const left = new Set(numbers.map((number) => cards(number, number)));
  return (segment) => left.delete(segment.text);
}

describe("opening", () => {
  test("three steps, and text that waited rides on the third", async () => {
    const scene = new Scene("open", "Three steps. RFC 9293 §3.5, figure 6");
    connect(scene.pair);
    scene.sends("A", cards(1, 1));
    await scene.until(400).aborts("A").isAsWritten();
  });

  test("both ends open at once", async () => {
    const scene = new Scene("simultaneous-open", "Simultaneous open. RFC 9293 §3.5, figure 7");
    scene.does("A", connectInput("A", 100)).until(50).does("B", connectInput("B", 300));
    await scene.until(400).aborts("A").isAsWritten();
  });

  test("an old duplicate SYN is found out by the third step", async () => {
    const remark = "A's own SYN is late, and an old one comes first. RFC 9293 §3.5, figure 8";
    const scene = new Scene("old-duplicate-syn", remark, {
      lose: (_, from, nth) => from === "A" && nth === 1,
    });
    listen(scene.pair);
    // B numbers its second answer anew, for to B it is another connection.
    scene
      .hears("B", { seq: 90, flags: ["syn"] }, 300)
      .until(50)
      .does("A", connectInput("A", 100));
    await scene.until(1_500).aborts("A").isAsWritten();
  });

  test("a peer that forgot everything is told by a reset", async () => {
    const scene = new Scene(
      "half-open",
      "A reboots, and opens again. RFC 9293 §3.5.1, figures 9 and 10",
    );
    scene.connected().forgets("A");
    scene.does("A", connectInput("A", 400));
    await scene.until(5_000).isAsWritten();
  });

  test("nobody answers a SYN, until it is given up", async () => {
    const scene = new Scene(
      "syn-given-up",
      "A SYN goes eight times. RFC 9293 §3.8.3, RFC 6298 §5",
      {
        lose: () => true,
      },
    );
    await scene.does("A", connectInput("A", 100)).isAsWritten();
  });

  test("nobody listens", async () => {
    const scene = new Scene("closed-port", "A SYN to a closed port. RFC 9293 §3.10.7.1");
    await scene.does("A", connectInput("A", 100)).isAsWritten();
  });
});

describe("loss", () => {
  const story = (name: string, remark: string, options: PairOptions): Scene =>
    new Scene(name, remark, options).connected().sends("A", cards(1, 1)).until(700);

  test("three duplicate ACKs bring a lost segment back before its time-out", async () => {
    const scene = story("fast-retransmit", "Card 2 is lost. RFC 5681 §3.2", { lose: losing(2) });
    await scene.sends("A", cards(2, 6)).until(1_500).aborts("A").isAsWritten();
  });

  test("a partial ACK brings the second lost segment back as well", async () => {
    const remark = "Cards 3 and 5 are lost. RFC 6582 §3.2";
    const scene = story("partial-acknowledgment", remark, { lose: losing(3, 5) });
    await scene.sends("A", cards(2, 8)).until(2_500).aborts("A").isAsWritten();
  });

  test("each time-out waits twice as long as the one before", async () => {
    const remark =
      "From card 2 on nothing arrives: five tries, then the connection is given up. RFC 6298 §5";
    const scene = story("time-out", remark, {
      settings: { maxRetransmits: 4 },
      lose: (segment) => segment.text !== "" && segment.text !== cards(1, 1),
    });
    await scene.sends("A", cards(2, 3)).until(60_000).aborts("B").isAsWritten();
  });

  test("Go-Back-N throws away what came too early, and sends everything again", async () => {
    const remark = "Card 2 is lost, as in fast-retransmit; now eleven cards go instead of seven";
    const scene = story("go-back-n", remark, { settings: { goBackN: true }, lose: losing(2) });
    await scene.sends("A", cards(2, 6)).until(2_500).aborts("A").isAsWritten();
  });

  test("numbers go on past the last one", async () => {
    const remark = "Numbers end at 4294967295 and go on with 0. RFC 9293 §3.4";
    const initialSequence = { A: 2 ** 32 - 6, B: 2 ** 32 - 1 };
    const scene = new Scene("wrap-around", remark, { initialSequence, lose: losing(1) });
    connect(scene.pair, initialSequence.A);
    await scene.until(400).sends("A", cards(1, 4)).until(1_000).aborts("A").isAsWritten();
  });
});

describe("windows", () => {
  test("a closed window is probed, and its opening is told", async () => {
    const remark = "B has room for two cards and its program sleeps. RFC 9293 §3.8.6.1";
    const scene = new Scene("zero-window", remark, { settingsOfB: { receiveBuffer: 20 } });
    scene.connected().sends("A", cards(1, 4)).until(5_000);
    await scene.fetches("B", 20).until(6_000).aborts("A").isAsWritten();
  });

  test("the opening is lost, and a probe finds it out", async () => {
    const remark =
      "The window update is lost: without probes both ends would wait for ever. RFC 9293 §3.8.6.1";
    let isOpening = false;
    const scene = new Scene("lost-window-update", remark, {
      settingsOfB: { receiveBuffer: 20 },
      lose: (segment, from) => {
        const isUpdate = from === "B" && segment.window === 20 && has(segment, "ack") && isOpening;
        isOpening &&= !isUpdate;
        return isUpdate;
      },
    });
    scene.connected().sends("A", cards(1, 4)).until(2_000);
    isOpening = true;
    await scene.fetches("B", 20).until(5_000).aborts("A").isAsWritten();
  });

  test("probes that cross do not make two ends argue for ever", async () => {
    const remark = "Both windows open while a probe is under way to each. RFC 9293 appendix A.2";
    const scene = new Scene("crossing-probes", remark, { settings: { receiveBuffer: 10 } });
    scene.connected().sends("A", cards(1, 2)).sends("B", cards(1, 2)).until(1_650);
    await scene.fetches("A", 10).fetches("B", 10).until(5_000).aborts("A").isAsWritten();
  });
});

describe("closing", () => {
  test("four segments", async () => {
    const scene = new Scene("close", "Normal close. RFC 9293 §3.6, figure 12");
    await scene.connected().closes("A").until(700).closes("B").isAsWritten();
  });

  test("both ends close at once", async () => {
    const scene = new Scene("simultaneous-close", "Simultaneous close. RFC 9293 §3.6, figure 13");
    await scene.connected().closes("A").closes("B").isAsWritten();
  });

  test("one end closes, and the other one goes on sending", async () => {
    const scene = new Scene("half-close", "Half-close. RFC 9293 §3.6.1");
    scene.connected().sends("A", "what else?").closes("A").until(700).fetches("B", 10);
    scene.sends("B", cards(1, 3)).until(1_200).fetches("A", 30).closes("B");
    await scene.isAsWritten();
  });

  test("the last ACK is lost, and TIME-WAIT is there to say it again", async () => {
    const scene = new Scene("lost-last-ack", "TIME-WAIT starts again. RFC 9293 §3.10.7.4", {
      lose: (segment, from, nth) => from === "A" && nth === 4 && segment.text === "",
    });
    await scene.connected().closes("A").until(700).closes("B").isAsWritten();
  });
});

describe("resets", () => {
  test("a connection is aborted", async () => {
    const scene = new Scene("abort", "ABORT. RFC 9293 §3.10.5");
    await scene.connected().aborts("A").isAsWritten();
  });

  test("a reset has to hit the window's edge", async () => {
    const remark = "Outside: silence. Inside: challenged. At the edge: obeyed. RFC 5961 §3";
    const scene = new Scene("challenge-reset", remark).connected();
    for (const seq of [2_000, 105, 101])
      scene.hears("B", { seq, flags: ["rst"] }).until(scene.pair.now + 1_000);
    await scene.isAsWritten();
  });

  test("a challenged reset that is meant comes again with the right number", async () => {
    const remark = "Card 1 is lost, so the reset behind it is not exact. RFC 5961 §3";
    const scene = new Scene("challenge-answered", remark, { lose: losing(1) }).connected();
    await scene.sends("A", cards(1, 1)).aborts("A").isAsWritten();
  });

  test("a SYN on a live connection is challenged", async () => {
    const scene = new Scene("challenge-syn", "RFC 5961 §4").connected();
    await scene
      .hears("B", { seq: 150, flags: ["syn"] })
      .until(1_000)
      .aborts("A")
      .isAsWritten();
  });

  test("without RFC 5961, any reset in the window counts, and so does a SYN", async () => {
    const remark = "RFC 793, with the switch rfc5961Rst off";
    const scene = new Scene("rfc-793-resets", remark, { settings: { rfc5961Rst: false } });
    scene.connected().hears("B", { seq: 105, flags: ["rst"] });
    await scene.hears("A", { seq: 950, flags: ["syn"] }).isAsWritten();
  });
});
