import { describe, expect, test } from "vitest";
import type { ActOf } from "../../../kit/hands.ts";
import type { Talk } from "../../../kit/talk.ts";
import { playing, sends } from "../../../kit/talk.ts";

describe("a handshake that is written wrong", () => {
  test("a SYN+ACK for a number that was never sent is reset, and its desk hears why", () => {
    const talk = playing(["server1"], ["handshake"]);
    const { proposal } = talk.waitFor("server1", "sendSegment");
    sends(talk, "server1", { acknowledgment: proposal.acknowledgment + 10 });
    talk.play(["server1"], () => talk.coached("server1").length > 0);
    expect(talk.coached("server1")).toEqual(["acknowledgesUnsentData"]);
    expect(talk.linesOf("client1")).toContain(`rst ${proposal.acknowledgment + 10}`);
    talk.playToAnswer(["server1"]);
  });

  test("a SYN+ACK with another first number is refused at the third step, and the errand starts anew", () => {
    const talk = playing(["server1"], ["handshake"]);
    const { proposal } = talk.waitFor("server1", "sendSegment");
    const [{ socket: first } = {} as never] = talk.host("client1").errands;
    sends(talk, "server1", { sequence: proposal.sequence + 1 });
    talk.play(["server1"], () => talk.coached("server1").length > 0);
    expect(talk.coached("server1")).toEqual(["wrongInitialSequence"]);
    expect(talk.sentBy("client1").at(-1)?.acknowledgment).toBe(proposal.sequence + 2);
    talk.play(["server1"], () => talk.host("client1").errands[0]?.news === "connectionReset");
    const [again] = talk.host("client1").errands;
    expect(again?.socket).not.toBe(first);
    expect(again?.sends).toBe(2);
    talk.playToAnswer(["server1"]);
  });

  test("a SYN with another first number is answered to that number, which the client has to turn away", () => {
    const talk = playing(["client1"], ["handshake"]);
    const { sequence } = sends(talk, "client1", { sequence: 950 });
    expect(sequence).not.toBe(950);
    const { proposal } = talk.waitFor("client1", "sendSegment");
    expect(proposal).toMatchObject({ flags: ["rst"], sequence: 951 });
    expect(talk.coached("client1")).toEqual(["wrongInitialSequence"]);
    talk.playToAnswer(["client1"]);
  });

  test("a reset instead of a SYN+ACK turns a friend away, who comes again from another port", () => {
    const talk = playing(["server1"], ["handshake"]);
    const { proposal } = talk.waitFor("server1", "sendSegment");
    sends(talk, "server1", { flags: ["rst", "ack"], sequence: 0 });
    expect(talk.evidence("server1").map(({ reason }) => reason)).toEqual(["resetFriend"]);
    const again = talk.waitFor(
      "server1",
      "sendSegment",
      ({ socket }) => socket !== proposal.socket,
    );
    expect(again.proposal.flags).toEqual(["syn", "ack"]);
    expect(talk.host("client1").errands).toMatchObject([{ sends: 2 }]);
    expect(talk.coached("server1")).toEqual(["resetFriend"]);
    talk.playToAnswer(["server1"]);
  });

  test("a third step with a number too high is reset, and one with a number too low as well", () => {
    for (const off of [1, -1]) {
      const talk = playing(["client1"], ["handshake"]);
      talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
      const { proposal } = talk.waitFor("client1", "sendSegment");
      sends(talk, "client1", { acknowledgment: proposal.acknowledgment + off });
      talk.play(["client1"], () => talk.coached("client1").length > 0);
      expect(talk.coached("client1")).toEqual([
        off > 0 ? "acknowledgesUnsentData" : "acknowledgedTooLittle",
      ]);
      talk.playToAnswer(["client1"]);
    }
  });

  test("a SYN that nobody asked for is challenged, and does no harm", () => {
    const talk = playing(["client1"], ["handshake"]);
    talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
    talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
    const [socket, { send }] = [
      talk.socket("client1"),
      talk.connections("client1")[0] ?? ({} as never),
    ];
    talk.act("client1", {
      ...{ kind: "sendSegment", socket, flags: ["syn"] },
      ...{ sequence: send.initial, acknowledgment: 0 },
    });
    talk.playToAnswer(["client1"]);
    expect(talk.coached("client1")).toEqual(["openedAgain"]);
    expect(talk.host("server1").tcp?.talks).not.toEqual({});
  });
});

describe("the numbers of a segment by hand", () => {
  test("time runs for a SYN from the moment it leaves", () => {
    const talk = playing(["client1"], ["handshake"]);
    talk.waitFor("client1", "sendSegment");
    talk.wait(60_000);
    expect(talk.linesOf("client1")).toEqual([]);
    expect(talk.dues("client1")).toHaveLength(1);
    talk.setLine("client1-router1", false);
    const { sequence } = sends(talk, "client1", {});
    const left = talk.match.now;
    const again = talk.waitFor("client1", "sendSegment");
    expect(again.since - left).toBe(20_000);
    expect(again.proposal.sequence).toBe(sequence);
  });

  test("a round trip is measured from the moment a card leaves", () => {
    const talk = playing(["server1"], ["transmit"]);
    const { proposal } = talk.waitFor("server1", "sendCard");
    talk.wait(15_000);
    talk.act("server1", proposal);
    const left = talk.match.now;
    const sent = talk.connections("server1")[0]?.send.flying[0];
    expect(sent).toMatchObject({ from: proposal.sequence, sentAt: left, isHeld: false });
    const isAcknowledged = () =>
      talk.connections("server1")[0]?.send.unacknowledged !== proposal.sequence;
    talk.play([], isAcknowledged);
    // a SYN's round trip and this one: both of the lines, and no waiting at the desk
    const measured = talk.connections("server1")[0]?.roundTrip.measured;
    expect((measured?.smoothed ?? 0) / 8).toBeLessThan(5_000);
  });

  test("a number too far on leaves the question outside the window, until it goes again", () => {
    const talk = playing(["client1"], ["handshake"]);
    talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
    const { proposal } = talk.waitFor("client1", "sendSegment");
    sends(talk, "client1", { sequence: proposal.sequence + 100 });
    talk.play(["client1"], () => talk.coached("client1").length > 0);
    expect(talk.coached("client1")).toEqual(["wrongSequence"]);
    talk.playToAnswer(["client1"]);
    expect(talk.host("client1").errands).toEqual([]);
  });
});

describe("acknowledging by hand", () => {
  /** The client has four cards, has answered for none of them, and the fifth waits for room. */
  function fourUnanswered(): Talk {
    const talk = playing(["client1"], ["acknowledge"]);
    talk.play([], () => talk.dues("client1").length === 4);
    return talk;
  }

  test("one ACK settles all that ask for less", () => {
    const talk = fourUnanswered();
    const last = talk.dues("client1").at(-1)?.proposal as ActOf<"sendSegment">;
    talk.act("client1", last);
    expect(talk.dues("client1")).toEqual([]);
    expect(talk.evidence("client1").map(({ reason }) => reason)).toEqual(["acknowledgedRight"]);
    talk.play(["client1"], () => talk.match.answered === 1);
    expect(talk.linesOf("client1").filter((line) => line.startsWith("ack 611:"))).toHaveLength(2);
  });

  test("one ACK in the middle leaves those that ask for more", () => {
    const talk = fourUnanswered();
    const [, second, third, fourth] = talk.dues("client1");
    talk.act("client1", second?.proposal as ActOf<"sendSegment">);
    expect(talk.dues("client1")).toEqual([third, fourth]);
  });

  test("an ACK that says what was said already settles one of those that ask for it", () => {
    const talk = fourUnanswered();
    const [first] = talk.dues("client1");
    talk.act("client1", { ...(first?.proposal as ActOf<"sendSegment">), acknowledgment: 801 });
    expect(talk.dues("client1")).toHaveLength(3);
    expect(talk.evidence("client1").map(({ reason }) => reason)).toEqual(["acknowledgedOld"]);
  });

  test("an ACK over a gap tells the sender that all has come, and the page is never whole", () => {
    const talk = playing(["client1"], ["order", "acknowledge"], { patienceMs: 90_000 });
    talk.play([], () => talk.dues("client1").length === 4);
    const [missing, ...others] = talk.dues("client1").map(({ proposal }) => proposal);
    if (missing?.kind !== "place") throw new Error("no card");
    talk.act("client1", { kind: "discard", packet: missing.packet });
    talk.play(["client1"], () => talk.dutiesAt("client1").every((duty) => duty === "acknowledge"));
    expect(others).toHaveLength(3);
    const { proposal } = talk.waitFor("client1", "sendSegment");
    expect(proposal.acknowledgment).toBe(missing.sequence);
    sends(talk, "client1", { acknowledgment: missing.sequence + 40 });
    expect(talk.evidence("client1", "acknowledgedGap")).toHaveLength(1);
    talk.play(["client1"], () => talk.told("client1", "errandFailed").length > 0);
    expect(talk.match.answered).toBe(0);
    expect(talk.coached("client1")).toContain("acknowledgedGap");
  });
});
