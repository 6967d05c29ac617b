import { describe, expect, test } from "vitest";
import type { MissionEvent } from "../../../../shared/contract/mission.ts";
import type { Duty } from "../../../../shared/device/act.ts";
import { tcpOf } from "../../../../shared/device/host.ts";
import { halfOpenOf } from "../../../../shared/device/tcp/listening.ts";
import type { ActOf } from "../../../kit/hands.ts";
import type { TalkChanges } from "../../../kit/small-talk.ts";
import { Talk } from "../../../kit/talk.ts";

const handshake: readonly Duty[] = ["handshake"];

/** So many SYNs of client1's that nobody there has sent, one a second. */
const knocks = (count: number, from = 1_000): readonly MissionEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ at: from + 1_000 * index, kind: "strayKnock", from: "client1", service: "poem" },
  }));

const halfOpen = (talk: Talk): readonly string[] => halfOpenOf(talk.host("server1"));

describe("an old SYN that wanders in", () => {
  test("is answered, and the SYN+ACK is turned away where it was never asked for", () => {
    const talk = new Talk([], { events: knocks(1), openErrands: [1, 1] });
    talk.play([], () => talk.linesOf("client1").some((line) => line.startsWith("rst")));
    const [answer] = talk.linesOf("server1").filter((line) => line.endsWith("51"));
    expect(answer).toMatch(/^syn ack \d+:\d51$/);
    talk.play([], () => talk.match.answered === 1);
    expect(halfOpen(talk)).toEqual([]);
  });

  test("lays its answer before the client, who resets it with the number it was told", () => {
    const talk = new Talk(["client1"], { events: knocks(1), held: { client: handshake } });
    const { proposal } = talk.waitFor("client1", "sendSegment", ({ flags }) =>
      flags.includes("rst"),
    );
    expect(halfOpen(talk)).toHaveLength(1);
    const { body } = talk.host("client1").belt.letters[0]?.packet ?? {};
    expect(body).toMatchObject({ flags: ["syn", "ack"], acknowledgment: proposal.sequence });
    talk.act("client1", proposal);
    expect(talk.evidence("client1").map(({ reason }) => reason)).toEqual(["resetStrangerRight"]);
    expect(talk.host("client1").belt.letters).toEqual([]);
    talk.play([], () => halfOpen(talk).length === 0);
  });

  test("is opened by whoever answers it with an ACK: then there is no connection that would know", () => {
    const talk = new Talk(["client1"], { events: knocks(1), held: { client: handshake } });
    const { proposal } = talk.waitFor("client1", "sendSegment", ({ flags }) =>
      flags.includes("rst"),
    );
    const { body } = talk.host("client1").belt.letters[0]?.packet ?? {};
    const server = body?.protocol === "tcp" ? body.sequence : 0;
    const act = { ...proposal, flags: ["ack"], acknowledgment: server + 1 } as const;
    talk.act("client1", act);
    expect(talk.evidence("client1").map(({ reason }) => reason)).toEqual(["acceptedStranger"]);
    talk.play([], () => talk.served("server1") === 1);
    expect(talk.host("client1").tcp?.talks[proposal.socket]).toBeUndefined();
  });
});

describe("where strangers get no answer", () => {
  const deaf: TalkChanges = { covered: "thirdStep", retryMs: 10_000, mostSends: 2 };

  test("a strange SYN+ACK is swallowed, and the desk is told of it", () => {
    const talk = new Talk(["client1"], { ...deaf, events: knocks(1) });
    talk.play([], () => talk.told("client1", "strangeAnswer").length > 0);
    expect(talk.linesOf("client1").filter((line) => line.startsWith("rst"))).toEqual([]);
  });

  test("ghosts fill the slots, a friend's SYN is lost, and comes again when they have gone", () => {
    const talk = new Talk(["client1", "server1"], {
      ...{ ...deaf, events: knocks(3, 1), held: { client: handshake }, mostSends: 2 },
    });
    talk.play([], () => halfOpen(talk).length === 3);
    talk.play(["client1"], () => talk.told("server1", "slotsFull").length > 0);
    expect(talk.served("server1")).toBe(0);
    talk.playToAnswer(["client1"]);
    expect(talk.told("server1", "slotsFull").length).toBeGreaterThan(0);
  });
});

describe("where nobody says what has arrived", () => {
  test("no ACK travels alone, and the page goes again and again", () => {
    const talk = new Talk([], { covered: "acknowledgments", retryMs: 10_000, mostSends: 3 });
    talk.play(
      [],
      () => talk.told("client1", "connectionReset").length > 0 || talk.match.now > 200_000,
    );
    const alone = ["client1", "server1"].flatMap((box) =>
      talk.sentBy(box).filter(({ flags, payload }) => payload === "" && flags.join() === "ack"),
    );
    expect(alone).toEqual([]);
    const first = talk.linesOf("server1").filter((line) => line.includes("Roses are"));
    expect(first.length).toBeGreaterThan(1);
    expect(talk.match.answered).toBe(0);
  });
});

describe("a server whose slots are full", () => {
  /** Nobody answers its SYN+ACKs: the client's desk lies idle. */
  const crowded = (boxes: readonly string[], changes: TalkChanges = {}): Talk =>
    new Talk(["client1", ...boxes], {
      ...{ events: knocks(3, 1), retryMs: 40_000, openErrands: [1, 1], ...changes },
      held: { client: handshake, ...changes.held },
    });

  /** Sends client1's own SYN, which is the last one to knock. */
  function knockToo(talk: Talk): void {
    talk.play([], () => halfOpen(talk).length === 3);
    const { proposal } = talk.waitFor("client1", "sendSegment", ({ flags }) => flags[0] === "syn");
    talk.act("client1", proposal);
    talk.note();
  }

  test("loses a SYN, and says so to its desk", () => {
    const talk = crowded(["server1"]);
    knockToo(talk);
    talk.play([], () => talk.told("server1", "slotsFull").length > 0);
    expect(halfOpen(talk)).toHaveLength(3);
    expect(talk.host("server1").belt.letters).toEqual([]);
  });

  test("lets whoever has been half-open longest go where its plan says so", () => {
    const talk = crowded(["server1"], { tcp: { recycles: true } });
    talk.play([], () => halfOpen(talk).length === 3);
    const [oldest] = halfOpen(talk);
    knockToo(talk);
    talk.play([], () => !halfOpen(talk).includes(oldest ?? ""));
    expect(halfOpen(talk)).toHaveLength(3);
    expect(talk.told("server1", "slotsFull")).toEqual([]);
  });

  describe("and whose desk decides", () => {
    const deciding = (): Talk =>
      crowded(["server1"], { tcp: { recycles: true }, held: { server: handshake } });

    /** Answers the SYNs that have come; another one knocks. */
    function fill(talk: Talk): void {
      talk.play(
        ["server1"],
        () => halfOpen(talk).length === 3 && talk.dues("server1").length === 0,
      );
      knockToo(talk);
      talk.play([], () => tcpOf(talk.host("server1")).knocking.length === 1);
    }

    test("the SYN waits, and nobody is proposed to go before a round trip is over", () => {
      const talk = deciding();
      fill(talk);
      const [oldest = ""] = halfOpen(talk);
      const [sent] = talk.connection("server1", oldest)?.send.flying ?? [];
      expect(talk.dues("server1")).toEqual([]);
      const due = talk.waitFor("server1", "letGo");
      expect(due.proposal.socket).toBe(oldest);
      expect(due.since).toBe((sent?.sentAt ?? 0) + 10_000);
    });

    test("whoever is let go hears a reset, and who knocked has the slot", () => {
      const talk = deciding();
      fill(talk);
      const { proposal } = talk.waitFor("server1", "letGo");
      talk.act("server1", proposal);
      talk.note();
      expect(talk.linesOf("server1").at(-1)).toMatch(/^rst/);
      expect(halfOpen(talk)).not.toContain(proposal.socket);
      expect(tcpOf(talk.host("server1")).knocking).toEqual([]);
      expect(talk.dues("server1")).toMatchObject([{ proposal: { flags: ["syn", "ack"] } }]);
      expect(talk.evidence("server1").at(-1)?.reason).toBe("letGoRight");
      talk.play(["server1"], () => talk.dues("client1").length === 4);
    });

    test("whoever is let go too soon may have been a friend", () => {
      const talk = deciding();
      fill(talk);
      const youngest = halfOpen(talk).at(-1) ?? "";
      talk.act("server1", { kind: "letGo", socket: youngest });
      expect(talk.coached("server1")).toEqual(["letGoFriend"]);
      expect(tcpOf(talk.host("server1")).knocking).toEqual([]);
    });

    test("a slot that becomes free by itself is for whoever knocks", () => {
      const talk = deciding();
      fill(talk);
      talk.waitFor("server1", "letGo");
      const reset = talk.waitFor("client1", "sendSegment", ({ flags }) => flags.includes("rst"));
      talk.act("client1", reset.proposal);
      talk.play([], () => tcpOf(talk.host("server1")).knocking.length === 0);
      expect(talk.dues("server1")).toMatchObject([{ proposal: { flags: ["syn", "ack"] } }]);
    });
  });
});

describe("a server whose trays are full", () => {
  test("loses a SYN, which comes again, and takes it once somebody has gone", () => {
    const talk = new Talk(["server1", "client1"], {
      ...{ tcp: { trays: 1 }, held: { client: ["close"] }, openErrands: [2, 2], retryMs: 10_000 },
    });
    talk.play([], () => talk.told("server1", "traysFull").length > 0);
    expect(talk.served("server1")).toBe(1);
    talk.playToAnswer(["client1"], 2);
  });
});

describe("a due over TCP", () => {
  test("goes when its letter has become pointless", () => {
    const talk = new Talk(["server1"], { held: { server: handshake }, patienceMs: 30_000 });
    talk.waitFor("server1", "sendSegment");
    expect(talk.host("server1").belt.letters).toHaveLength(1);
    const [{ socket = "" } = {}] = talk
      .dues("server1")
      .map(({ proposal }) => proposal as ActOf<"sendSegment">);
    talk.act("server1", { kind: "letGo", socket });
    expect(talk.dues("server1")).toEqual([]);
    expect(talk.host("server1").belt.letters).toEqual([]);
  });
});
