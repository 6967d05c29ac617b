import { describe, expect, test } from "vitest";
import { tcpOf } from "../../../../shared/device/host.ts";
import { has } from "../../../../shared/protocol/tcp/segment.ts";
import type { ActOf } from "../../../kit/hands.ts";
import { playing, sends } from "../../../kit/talk.ts";

const isFin = ({ flags }: ActOf<"sendSegment">): boolean => flags.includes("fin");

describe("closing by hand", () => {
  test("a FIN is answered with an ACK and with a FIN of our own, one after the other", () => {
    const talk = playing(["server1"], ["close"]);
    const { proposal } = talk.waitFor("server1", "sendSegment");
    expect(proposal.flags).toEqual(["ack"]);
    const [ack, fin] = talk.dues("server1").map((due) => due.proposal);
    expect(fin).toMatchObject({ flags: ["fin", "ack"], answers: proposal.answers });
    talk.act("server1", ack as ActOf<"sendSegment">);
    expect(talk.host("server1").belt.letters).toHaveLength(1);
    talk.act("server1", fin as ActOf<"sendSegment">);
    expect(talk.host("server1").belt.letters).toEqual([]);
    expect(talk.evidence("server1").map(({ reason }) => reason)).toEqual([
      "answeredFinRight",
      "closedRight",
    ]);
    talk.play([], () => talk.connection("server1", proposal.socket) === undefined);
  });

  test("a FIN of our own at once says both", () => {
    const talk = playing(["server1"], ["close"]);
    const { proposal } = talk.waitFor("server1", "sendSegment");
    sends(talk, "server1", talk.dues("server1")[1]?.proposal as ActOf<"sendSegment">);
    expect(talk.evidence("server1").map(({ reason }) => reason)).toEqual(["closedRight"]);
    expect(talk.dues("server1")).toEqual([]);
    expect(talk.host("server1").belt.letters).toEqual([]);
    talk.play([], () => talk.connection("server1", proposal.socket) === undefined);
  });

  test("a tray is taken until both have said their FIN", () => {
    const talk = playing(["client1"], ["close"], { errandPauseMs: 500_000 });
    talk.waitFor("client1", "sendSegment", isFin);
    talk.wait(60_000);
    expect(talk.served("server1")).toBe(1);
    talk.play(["client1"], () => talk.states("server1").length === 0);
    expect(talk.served("server1")).toBe(0);
  });

  test("a FIN before the page has come is the client's last word, which the page cannot follow", () => {
    const talk = playing(["client1"], ["close"], { patienceMs: 60_000 });
    talk.play([], () => talk.states("client1")[0] === "ESTABLISHED");
    const [connection] = talk.connections("client1");
    talk.act("client1", {
      ...{ kind: "sendSegment", socket: talk.socket("client1"), flags: ["fin", "ack"] },
      sequence: connection?.send.next ?? 0,
      acknowledgment: connection?.receive.next ?? 0,
    });
    expect(talk.evidence("client1").map(({ reason }) => reason)).toEqual(["closedTooEarly"]);
    talk.play(["client1"], () => talk.coached("client1").length > 0);
    expect(talk.coached("client1")).toEqual(["closedTooEarly"]);
  });

  test("a server's FIN before its page makes the client come again", () => {
    const talk = playing(["server1"], ["close", "transmit"]);
    talk.waitFor("server1", "sendCard");
    const [connection] = talk.connections("server1");
    talk.act("server1", {
      ...{ kind: "sendSegment", socket: talk.socket("server1"), flags: ["fin", "ack"] },
      sequence: connection?.send.unacknowledged ?? 0,
      acknowledgment: connection?.receive.next ?? 0,
    });
    talk.play([], () => talk.host("client1").errands[0]?.sends === 2);
    expect(talk.told("client1", "connectionReset")).toHaveLength(1);
    talk.play(["server1"], () => talk.coached("server1").length > 0);
    expect(talk.coached("server1")).toEqual(["closedTooEarly"]);
    talk.playToAnswer(["server1"]);
  });
});

describe("patience", () => {
  test("an errand that waits too long ends its connection, and the peer hears a reset", () => {
    const talk = playing(["server1"], ["transmit"], { patienceMs: 40_000 });
    talk.waitFor("server1", "sendCard");
    expect(talk.dues("server1")).toHaveLength(4);
    talk.play([], () => talk.told("client1", "errandFailed").length > 0);
    expect(talk.states("client1")).toEqual([]);
    talk.play([], () => talk.states("server1").length === 0);
    expect(talk.linesOf("client1").some((line) => line.startsWith("rst"))).toBe(true);
    expect(talk.dues("server1")).toEqual([]);
    expect(tcpOf(talk.host("server1")).waiting).toEqual([]);
  });

  test("an errand whose SYN nobody has sent ends without a word", () => {
    const talk = playing(["client1"], ["handshake"], { patienceMs: 40_000 });
    talk.waitFor("client1", "sendSegment");
    talk.play([], () => talk.told("client1", "errandFailed").length > 0);
    expect(talk.linesOf("client1")).toEqual([]);
    expect(talk.dues("client1")).toEqual([]);
  });

  test("what a finished conversation still says is answered with a reset by hand", () => {
    const talk = playing(["client1"], ["handshake"], { patienceMs: 40_000, retryMs: 30_000 });
    talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
    talk.waitFor("client1", "sendSegment");
    talk.play([], () => talk.told("client1", "errandFailed").length > 0);
    const { proposal } = talk.waitFor("client1", "sendSegment", ({ flags }) =>
      flags.includes("rst"),
    );
    talk.act("client1", proposal);
    talk.play([], () => talk.states("server1").length === 0);
    expect(talk.evidence("client1", "resetStrangerRight")).toHaveLength(1);
    expect(
      tcpOf(talk.host("client1")).waiting.filter(({ segment }) => has(segment, "rst")),
    ).toEqual([]);
  });
});
