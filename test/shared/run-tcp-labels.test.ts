import { describe, expect, test } from "vitest";
import { instant } from "../../shared/lib/instant.ts";
import type { Why } from "../../shared/protocol/tcp/connection/turn.ts";
import type { Flag, Segment } from "../../shared/protocol/tcp/segment.ts";
import { sequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import { bothAgreements, compareLabels, isAgreed, noAgreement } from "../run/tcp-agreement.ts";
import type { TcpLabel } from "../run/tcp-label.ts";
import { labelsOf } from "../run/tcp-labels.ts";
import type { ToldFrame, ToldSegment } from "../run/told-segment.ts";

type Said = {
  readonly seq: number;
  readonly ack: number;
  readonly flags?: readonly Flag[];
  readonly text?: string;
  readonly window?: number;
};

const segmentOf = ({ seq, ack, flags = ["ack"], text = "", window = 400 }: Said): Segment => ({
  ...{ sequence: sequenceNumber(seq), acknowledgment: sequenceNumber(ack) },
  ...{ flags, window, urgentPointer: 0, text },
});

const frame = (from: "us" | "them", at: number, why: Why, said: Said): ToldFrame => ({
  ...{ at: instant(at), octets: new Uint8Array() },
  told: {
    ...{ segment: segmentOf(said), why, from, to: from === "us" ? "them" : "us" },
    ...{ connection: "talk", isAtSender: from === "us" },
  },
});

const ours = (at: number, why: Why, said: Partial<Said> = {}) =>
  frame("us", at, why, { seq: 101, ack: 901, ...said });
const theirs = (at: number, why: Why, said: Partial<Said> = {}) =>
  frame("them", at, why, { seq: 901, ack: 101, ...said });

/** A handshake with a round trip of 500 ms, and four segments of ten octets. */
const begun: readonly ToldFrame[] = [
  ours(1_000, "open", { seq: 100, ack: 0, flags: ["syn"] }),
  theirs(1_490, "open", { seq: 900, flags: ["syn", "ack"] }),
  ours(1_500, "acknowledge"),
  ...[101, 111, 121, 131].map((seq) => ours(1_500, "text", { seq, text: "tenoctets." })),
];
const duplicates = [2_000, 2_010, 2_020].map((at) =>
  theirs(at, at === 2_000 ? "acknowledge" : "duplicate", { ack: 111 }),
);
const again = (at: number, why: Why = "retransmit", said: Partial<Said> = {}) =>
  ours(at, why, { seq: 111, text: "tenoctets.", ...said });

const lastLabels = (...frames: readonly ToldFrame[]) => labelsOf([...begun, ...frames]).at(-1);

test("of the repetition of what left before it looked, Wireshark should say nothing but that the peer knows it", () => {
  expect(labelsOf([again(3_000)])).toEqual([[]]);
  const known = theirs(2_000, "text", { ack: 121, text: "tenoctets." });
  expect(labelsOf([known, again(3_000)]).at(-1)).toEqual(["spurious_retransmission"]);
});

describe("what Wireshark should say of a repetition", () => {
  test.each<readonly [string, TcpLabel, readonly ToldFrame[]]>([
    ["that nobody asked for", "retransmission", [again(3_000)]],
    ["that duplicates asked for", "fast_retransmission", [...duplicates, again(2_500)]],
    [
      "by the third duplicate",
      "fast_retransmission",
      [...duplicates, again(2_030, "fastRetransmit")],
    ],
    ["20 s after it was asked for", "retransmission", [...duplicates, again(22_020)]],
    ["less than a round trip after the newest text", "out_of_order", [again(1_999)]],
    ["of the newest text", "retransmission", [again(1_999, "retransmit", { seq: 131 })]],
    [
      "that the peer had acknowledged",
      "spurious_retransmission",
      [theirs(2_000, "acknowledge", { ack: 121 }), again(2_005)],
    ],
    [
      "of a last single octet",
      "keep_alive",
      [
        ours(2_400, "text", { seq: 141, text: "!" }),
        again(4_000, "retransmit", { seq: 141, text: "!" }),
      ],
    ],
  ])("%s: %s", (_, label, frames) => {
    expect(lastLabels(...frames)).toEqual([label]);
  });
});

describe("what Wireshark should say of an ACK", () => {
  test.each<readonly [string, readonly TcpLabel[], Partial<Said>]>([
    ["with nothing new", ["duplicate_ack"], {}],
    ["with another window", ["window_update"], { window: 300 }],
    ["without a window", ["zero_window"], { window: 0 }],
    ["with news", [], { ack: 911 }],
  ])("a duplicate %s", (_, labels, said) => {
    const heard = theirs(1_990, "text", { text: "tenoctets." });
    expect(lastLabels(heard, ours(2_000, "duplicate", { seq: 141, ...said }))).toEqual(labels);
  });

  test("a probe of a closed window is one, and its refusal is the answer to it", () => {
    const closed = theirs(2_000, "acknowledge", { ack: 141, window: 0 });
    const probe = ours(4_000, "probe", { seq: 141, text: "!" });
    expect(lastLabels(closed, probe)).toEqual(["zero_window_probe"]);
    expect(lastLabels(closed, probe, theirs(4_500, "duplicate", { ack: 141, window: 0 }))).toEqual([
      "zero_window",
      "zero_window_probe_ack",
    ]);
  });
});

describe("agreement", () => {
  const frames = [...begun, ...duplicates, again(2_500)];
  const expected = labelsOf(frames).map((labels) => labels ?? []);

  test("is counted for the segments of the one whose link it is", () => {
    const sent = frames.filter(({ told }) => told?.from === "us");
    const agreement = compareLabels("a link", frames, expected);
    expect(agreement).toMatchObject({ segments: sent.length, segmentsAgreed: sent.length });
    expect(agreement).toMatchObject({ repairs: 1, repairsAgreed: 1, disagreements: [] });
    expect(isAgreed(agreement)).toBe(true);
  });

  test("says in which frame something else was read, and one in a hundred repairs may", () => {
    const read = expected.map((labels, at) => (at === frames.length - 1 ? [] : labels));
    const wrong = compareLabels("a link", frames, read);
    expect(wrong.disagreements).toEqual([
      "a link frame 11: retransmit should be fast_retransmission and was read as nothing",
    ]);
    expect(isAgreed(wrong)).toBe(false);
    const right = compareLabels("a link", frames, expected);
    const many = Array.from({ length: 999 }, () => right).reduce(bothAgreements, noAgreement);
    expect(isAgreed(bothAgreements(many, wrong))).toBe(true);
  });

  test("a repetition that the engine does not know of counts as a repair as well", () => {
    const read = expected.map((labels, at) => (at === 3 ? ["retransmission" as const] : labels));
    expect(compareLabels("a link", frames, read)).toMatchObject({ repairs: 2, repairsAgreed: 1 });
  });

  test("nobody is asked about what somebody wrote against the machine, nor about what follows", () => {
    const wrong = ours(1_600, "text", { seq: 500, text: "tenoctets." });
    const { why: _, ...unexplained } = wrong.told ?? {};
    const byHand = [
      ...begun,
      { ...wrong, told: unexplained as ToldSegment },
      ...duplicates,
      again(2_500),
    ];
    const agreement = compareLabels("a link", byHand, []);
    expect(agreement).toMatchObject({ segments: 6, unexplained: 2 });
  });
});
