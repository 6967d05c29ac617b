import { describe, expect, test } from "vitest";
import type { Act } from "../../../shared/device/act.ts";
import { tcpOf } from "../../../shared/device/host.ts";
import { viewDesk } from "../../../shared/match/view-desk.ts";
import { viewMap } from "../../../shared/match/view-map.ts";
import type { ActOf } from "../../kit/hands.ts";
import { poem, type TalkChanges, tcpDuties } from "../../kit/small-talk.ts";
import { Talk } from "../../kit/talk.ts";

const desk = (talk: Talk, box: string) => viewDesk(talk.match, box);
const rowsOf = <T>(table: Readonly<Record<string, T>>): readonly T[] => Object.values(table);

/** What the cards of a desk are called, and where they are. */
const places = (talk: Talk, box: string): readonly string[] =>
  rowsOf(desk(talk, box).cards).map(({ sequence, place }) => `${sequence} ${place}`);

describe("letters of a conversation, under way", () => {
  /** Every kind that these eyes see from the first SYN on. */
  const kindsSeen = (seat: string, sight: "open" | "neighbours") => {
    const talk = new Talk([], { sight });
    const kinds = new Set<string>();
    for (let at = 0; at < 20_000; at += 200) {
      talk.wait(200);
      const { letters } = viewMap(talk.match, { seat, seesAll: false }, {});
      for (const { kind } of rowsOf(letters)) kinds.add(kind);
    }
    return [...kinds].toSorted();
  };
  const read = ["ack", "data", "fin", "syn", "synack"];

  test("are told apart by their control bits at both ends", () => {
    expect(kindsSeen("client1", "neighbours")).toEqual(read);
    expect(kindsSeen("server1", "neighbours")).toEqual(read);
  });

  test("are all alike to a router between them", () => {
    expect(kindsSeen("router1", "neighbours")).toEqual(["tcp"]);
  });

  test("are told apart by everybody where sight is open", () => {
    expect(kindsSeen("router1", "open")).toEqual(read);
  });
});

describe("a SYN on a belt", () => {
  const routed: TalkChanges = {
    held: { server: tcpDuties, router: ["forward"] },
    boxes: new Talk([]).match.mission.boxes.map(({ automatic: _, ...box }) => box),
    seats: ["client1", "router1", "server1"],
  };

  test("is read down to its text by a server", () => {
    const talk = new Talk(["server1"], { held: { server: tcpDuties } });
    const { proposal } = talk.waitFor("server1", "sendSegment");
    const [letter] = rowsOf(desk(talk, "server1").belt);
    expect(letter).toMatchObject({
      ...{ kind: "tcp", protocol: "tcp", socket: proposal.socket },
      ...{ flags: "syn", sequence: 600, acknowledgment: 0, octets: 0, text: "" },
    });
  });

  test("is an envelope to a router, which knows of no connection", () => {
    const talk = new Talk(["router1", "server1"], routed);
    talk.waitFor("router1", "forward");
    const { belt, connections, cards } = desk(talk, "router1");
    expect(rowsOf(belt).map((row) => Object.keys(row).sort())).toEqual([
      ["destination", "kind", "link", "protocol", "since", "slot", "source", "ttl"],
    ]);
    expect([connections, cards]).toEqual([{}, {}]);
  });

  test("makes a connection that is half-open, and a due to answer it", () => {
    const talk = new Talk(["server1"], { held: { server: tcpDuties } });
    const { proposal, since } = talk.waitFor("server1", "sendSegment");
    const { belt, connections, dues } = desk(talk, "server1");
    expect(connections).toEqual({
      [proposal.socket]: {
        ...{ state: "SYN-RECEIVED", service: "poem", order: 0, duplicates: 0, since },
        localPort: talk.host("server1").programs["poem"]?.port,
        remoteAddress: expect.stringMatching(/^10\./),
        remotePort: talk.host("client1").errands[0]?.socket,
        ...{ initial: 800, acknowledged: 800, sent: 801, window: 40, peerInitial: 600 },
      },
    });
    expect(rowsOf(dues)).toEqual([
      {
        ...{ kind: "answer", about: proposal.socket, letter: Number(Object.keys(belt)[0]) },
        ...{ since, lit: true, hintFlags: "syn ack" },
        ...{ hintSequence: 800, hintAcknowledgment: 601 },
      },
    ]);
  });
});

test("dues say what they ask for, without saying how until they are lit", () => {
  const talk = new Talk(["client1", "server1"], {
    held: { client: tcpDuties, server: tcpDuties },
    errandPauseMs: 300_000,
  });
  for (const box of ["client1", "server1"]) {
    talk.classroom.move(box, { kind: "setAssistance", assistance: "expert" });
  }
  const seen = new Set<string>();
  talk.play(["client1", "server1"], () => {
    for (const box of ["client1", "server1"]) {
      for (const { lit, kind, ...due } of rowsOf(desk(talk, box).dues)) {
        seen.add(kind);
        expect(lit).toBe(false);
        expect(Object.keys(due).filter((column) => column.startsWith("hint"))).toEqual([]);
      }
    }
    return talk.match.answered === 1 && talk.states("server1").length === 0;
  });
  expect([...seen].sort()).toEqual(["acknowledge", "answer", "card", "close", "open", "place"]);
});

test("a server whose SYN+ACK stayed without an ACK is to say it again, not to open a connection", () => {
  const knock = { at: 500, kind: "strayKnock", from: "client1", service: "poem" } as const;
  const talk = new Talk(["server1", "client1"], {
    events: [knock],
    held: { client: ["handshake"], server: ["handshake"] },
  });
  talk.waitFor("server1", "sendSegment");
  talk.play(["server1"], () => rowsOf(desk(talk, "server1").belt).length === 0);
  talk.waitFor("server1", "sendSegment");
  const [due] = rowsOf(desk(talk, "server1").dues);
  expect(due).toMatchObject({ kind: "answer", hintFlags: "syn ack" });
  expect(due?.letter).toBeUndefined();
});

test("whom to let go is told only where it is lit", () => {
  const events = [1, 2, 3, 4].map((at) => ({
    ...{ at: at * 500, kind: "strayKnock", from: "client1", service: "poem" },
  })) as never;
  const talk = new Talk(["server1", "client1"], {
    ...{ events, tcp: { recycles: true }, retryMs: 40_000 },
    held: { client: ["handshake"], server: ["handshake"] },
  });
  talk.play(["server1"], () => tcpOf(talk.host("server1")).knocking.length === 1);
  const { proposal } = talk.waitFor("server1", "letGo");
  const [due] = rowsOf(desk(talk, "server1").dues);
  expect(due).toMatchObject({ kind: "letGo", lit: true, about: proposal.socket });
  talk.classroom.move("server1", { kind: "setAssistance", assistance: "expert" });
  const [dark] = rowsOf(desk(talk, "server1").dues);
  expect(dark).toMatchObject({ kind: "letGo", lit: false, about: "" });
});

describe("the cards of a page", () => {
  test("at the server are unsent, flying, and gone once they are acknowledged", () => {
    const talk = new Talk(["server1"], {
      held: { client: ["acknowledge"], server: ["transmit", "retransmit"] },
    });
    const { proposal } = talk.waitFor("server1", "sendCard");
    const [first, second] = [proposal.sequence, proposal.sequence + 10];
    expect(places(talk, "server1")).toEqual(
      [0, 10, 20, 30, 40].map((offset) => `${first + offset} unsent`),
    );
    talk.act("server1", proposal);
    expect(desk(talk, "server1").cards[`${proposal.socket}/${first}`]).toEqual({
      ...{ socket: proposal.socket, sequence: first, octets: 10, text: poem.slice(0, 10) },
      ...{ place: "flying", sentAt: talk.match.now },
    });
    talk.play([], () => places(talk, "server1").length === 4);
    expect(places(talk, "server1")[0]).toBe(`${second} unsent`);
  });

  test("that go again say so", () => {
    const talk = new Talk(["server1"], { held: { server: ["transmit", "retransmit"] } });
    const { proposal } = talk.waitFor("server1", "sendCard");
    talk.setLine("router1-server1", false);
    talk.act("server1", proposal);
    talk.waitFor("server1", "sendCard", (_) => talk.dutiesAt("server1").includes("retransmit"));
    const card = desk(talk, "server1").cards[`${proposal.socket}/${proposal.sequence}`];
    expect(card).toMatchObject({ place: "flying", again: true });
    expect(rowsOf(desk(talk, "server1").dues).map(({ kind }) => kind)).toContain("again");
  });

  test("at the client lie on the belt, then on the shelf, and are read in order", () => {
    const talk = new Talk(["client1"], { held: { client: ["order"] }, retryMs: 60_000 });
    talk.play([], () => talk.dues("client1").length === 4);
    const cards = talk.dues("client1").map(({ proposal }) => proposal as ActOf<"place">);
    expect(rowsOf(desk(talk, "client1").belt).map(({ text }) => text)).toEqual(
      [0, 10, 20, 30].map((from) => poem.slice(from, from + 10)),
    );
    expect(places(talk, "client1")).toEqual([]);
    talk.act("client1", cards[1] as Act);
    expect(places(talk, "client1")).toEqual(["811 shelf"]);
    talk.act("client1", cards[0] as Act);
    expect(places(talk, "client1")).toEqual(["801 read", "811 read"]);
    expect(rowsOf(desk(talk, "client1").connections)[0]).toMatchObject({
      ...{ errand: 1, service: "poem", state: "ESTABLISHED", initial: 600 },
    });
  });

  test("stay where they were read when the peer has said its FIN", () => {
    const talk = new Talk(["client1"], { errandPauseMs: 300_000 });
    talk.play([], () => talk.states("client1")[0] === "TIME-WAIT");
    expect(places(talk, "client1")).toEqual(
      [801, 811, 821, 831, 841].map((sequence) => `${sequence} read`),
    );
  });
});
