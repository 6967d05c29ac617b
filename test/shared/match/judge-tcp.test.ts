import { describe, expect, test } from "vitest";
import type { Reason } from "../../../shared/contract/reasons.ts";
import type { Act } from "../../../shared/device/act.ts";
import { judge } from "../../../shared/match/judge.ts";
import { judgeOverTcp } from "../../../shared/match/judge-tcp.ts";
import type { ActOf } from "../../kit/hands.ts";
import { tcpDuties } from "../../kit/small-talk.ts";
import { Talk } from "../../kit/talk.ts";

type SegmentAct = ActOf<"sendSegment">;
type Change = (proposal: SegmentAct) => Partial<SegmentAct>;
type Row = readonly [what: string, change: Change, reason: Reason];

const byHand = { client: tcpDuties, server: tcpDuties };

/** Judges what would be done now instead of the segment that is due. */
function judged(talk: Talk, box: string, proposal: SegmentAct, change: Change): Reason | undefined {
  return judgeOverTcp(talk.host(box), { ...proposal, ...change(proposal) }, talk.match.now);
}

const flags =
  (...bits: SegmentAct["flags"]): Change =>
  () => ({ flags: bits });
const sequence =
  (off: number): Change =>
  (own) => ({ sequence: own.sequence + off });
const acknowledgment =
  (off: number): Change =>
  (own) => ({ acknowledgment: own.acknowledgment + off });
const asItIs: Change = () => ({});

/** A segment of which these fields are judged. */
type Segment = {
  readonly name: string;
  readonly box: string;
  readonly isMeant: (act: SegmentAct) => boolean;
  readonly rows: readonly Row[];
};

const bits =
  (...wanted: SegmentAct["flags"]) =>
  (act: SegmentAct) =>
    act.flags.join() === wanted.join();

const segments: readonly Segment[] = [
  {
    name: "a SYN",
    box: "client1",
    isMeant: bits("syn"),
    rows: [
      ["as it is", asItIs, "openedRight"],
      ["another number", sequence(50), "wrongInitialSequence"],
      ["any number beside no ACK", acknowledgment(7), "openedRight"],
      ["with an ACK", flags("syn", "ack"), "wrongFlags"],
      ["without SYN", flags("ack"), "wrongFlags"],
      ["a FIN instead", flags("fin", "ack"), "closedTooEarly"],
      ["a RST instead", flags("rst"), "resetFriend"],
      ["nothing at all", flags(), "wrongFlags"],
    ],
  },
  {
    name: "a SYN+ACK",
    box: "server1",
    isMeant: bits("syn", "ack"),
    rows: [
      ["as it is", asItIs, "answeredSynRight"],
      ["its bits the other way round", flags("ack", "syn"), "answeredSynRight"],
      ["another first number", sequence(1), "wrongInitialSequence"],
      ["one too many", acknowledgment(1), "acknowledgesUnsentData"],
      ["one too few", acknowledgment(-1), "acknowledgedTooLittle"],
      ["without SYN", flags("ack"), "wrongFlags"],
      ["without ACK", flags("syn"), "wrongFlags"],
      ["a RST instead", flags("rst", "ack"), "resetFriend"],
    ],
  },
  {
    name: "the third step",
    box: "client1",
    isMeant: bits("ack"),
    rows: [
      ["as it is", asItIs, "thirdStepRight"],
      ["another number of its own", sequence(1), "wrongSequence"],
      ["one too many", acknowledgment(1), "acknowledgesUnsentData"],
      ["one too few", acknowledgment(-1), "acknowledgedTooLittle"],
      ["with another SYN", flags("syn", "ack"), "wrongFlags"],
      ["a FIN at once", flags("fin", "ack"), "wrongFlags"],
      ["a RST instead", flags("rst"), "resetFriend"],
      [
        "bits before numbers",
        (own) => ({ flags: ["syn"], sequence: own.sequence + 1 }),
        "wrongFlags",
      ],
    ],
  },
  {
    name: "the FIN of a client",
    box: "client1",
    isMeant: bits("fin", "ack"),
    rows: [
      ["as it is", asItIs, "closedRight"],
      ["another number", sequence(10), "wrongSequence"],
      ["less than has come", acknowledgment(-10), "acknowledgedTooLittle"],
      ["more than has come", acknowledgment(10), "acknowledgesUnsentData"],
      ["without ACK", flags("fin"), "wrongFlags"],
      ["a RST instead", flags("rst"), "resetFriend"],
    ],
  },
];

describe.each(segments)("$name", ({ box, isMeant, rows }) => {
  const talk = new Talk([box], { held: byHand, errandPauseMs: 400_000 });
  const isDue = () =>
    talk.dues(box).some(({ proposal }) => proposal.kind === "sendSegment" && isMeant(proposal));
  talk.play([box], isDue);
  const { proposal } = talk.waitFor(box, "sendSegment", isMeant);

  test.each(rows)("%s", (_, change, reason) => {
    expect(judged(talk, box, proposal, change)).toBe(reason);
    expect(judge(talk.match.world, box, { ...proposal, ...change(proposal) })).toBe(reason);
  });
});

describe("the answer to a stranger", () => {
  const events = [{ at: 1, kind: "strayKnock", from: "client1", service: "poem" }] as const;
  const talk = new Talk(["client1"], { held: { client: ["handshake"] }, events });
  const { proposal } = talk.waitFor("client1", "sendSegment", bits("rst"));

  test.each<Row>([
    ["a reset", asItIs, "resetStrangerRight"],
    ["a reset that acknowledges, too", flags("rst", "ack"), "resetStrangerRight"],
    ["a reset with any number to acknowledge", acknowledgment(77), "resetStrangerRight"],
    ["a reset with a number that proves nothing", sequence(1), "wrongSequence"],
    ["a third step", flags("ack"), "acceptedStranger"],
    ["another SYN", flags("syn"), "acceptedStranger"],
  ])("%s", (_, change, reason) => {
    expect(judged(talk, "client1", proposal, change)).toBe(reason);
  });
});

describe("the answers to a FIN", () => {
  const talk = new Talk(["server1"], { held: { server: ["close"] }, errandPauseMs: 400_000 });
  const { proposal: ack } = talk.waitFor("server1", "sendSegment");

  test.each<Row>([
    ["an ACK of it", asItIs, "answeredFinRight"],
    ["a FIN of our own at once", flags("fin", "ack"), "closedRight"],
    ["an ACK that does not count the FIN", acknowledgment(-1), "acknowledgedTooLittle"],
    ["a reset", flags("rst"), "resetFriend"],
  ])("%s", (_, change, reason) => {
    expect(judged(talk, "server1", ack, change)).toBe(reason);
  });
});

describe("an ACK of cards", () => {
  /** The first and the third of four cards have been placed, and two ACKs are due. */
  const talk = new Talk(["client1"], {
    held: { client: ["order", "acknowledge"] },
    errandPauseMs: 400_000,
  });
  talk.play([], () => talk.dues("client1").length === 4);
  const cards = talk.dues("client1").map(({ proposal }) => proposal);
  for (const index of [0, 2]) talk.act("client1", cards[index] as Act);
  const [first, second] = talk
    .dues("client1")
    .flatMap(({ proposal }) => (proposal.kind === "sendSegment" ? [proposal] : [])) as [
    SegmentAct,
    SegmentAct,
  ];

  test("is due twice with the same number", () => {
    expect([first, second].map(({ acknowledgment: number }) => number)).toEqual([811, 811]);
  });

  test.each<Row>([
    ["what is missing", asItIs, "duplicateRight"],
    ["the number of before", acknowledgment(-10), "acknowledgedOld"],
    ["half a card", acknowledgment(5), "acknowledgedGap"],
    ["the card that is missing", acknowledgment(10), "acknowledgedGap"],
    ["all that lies there", acknowledgment(20), "acknowledgedGap"],
    ["a card that was not looked at", acknowledgment(30), "acknowledgedUnseen"],
    ["with another number of its own", sequence(1), "wrongSequence"],
    ["without ACK", flags(), "wrongFlags"],
    ["with another bit", flags("syn", "ack"), "wrongFlags"],
    ["a FIN", flags("fin", "ack"), "closedTooEarly"],
    ["a RST", flags("rst"), "resetFriend"],
  ])("%s", (_, change, reason) => {
    expect(judged(talk, "client1", second, change)).toBe(reason);
  });

  test("once nothing is due, the same again is a waste, and more is wrong", () => {
    for (const act of [first, second]) talk.act("client1", act);
    const again = (off: number) => judged(talk, "client1", first, acknowledgment(off));
    expect([0, -10, 10, 30].map(again)).toEqual([
      "acknowledgedAgain",
      "acknowledgedOld",
      "acknowledgedGap",
      "acknowledgedUnseen",
    ]);
  });
});

test("what is no act over TCP, or at no host of TCP, is not judged here", () => {
  const talk = new Talk(["server1"], { held: byHand });
  const { proposal } = talk.waitFor("server1", "sendSegment");
  const flag = { kind: "raiseFlag", flag: "full" } as const;
  expect(judgeOverTcp(talk.host("server1"), flag, talk.match.now)).toBeUndefined();
  const { tcp: _, ...deaf } = talk.host("server1");
  expect(judgeOverTcp(deaf, proposal, talk.match.now)).toBeUndefined();
});

test.each<Act>([
  { kind: "sendCard", socket: "nowhere", sequence: 1 },
  { kind: "letGo", socket: "nowhere" },
  { kind: "discard", packet: 9_999 as never },
])("what names nothing is not judged: $kind", (act) => {
  const talk = new Talk([], { held: byHand });
  expect(judgeOverTcp(talk.host("server1"), act, talk.match.now)).toBeUndefined();
});
