import { describe, expect, test } from "vitest";
import type { Duty } from "../../../../shared/device/act.ts";
import type { ActOf } from "../../../kit/hands.ts";
import type { TalkChanges } from "../../../kit/small-talk.ts";
import { Talk } from "../../../kit/talk.ts";

const cards: readonly Duty[] = ["transmit", "retransmit"];

/** A round in which a server is asked for its page, and its cards wait at the desk; errands come one by one. */
function asked(changes: TalkChanges = {}): Talk {
  const talk = new Talk(["server1"], {
    ...{ errandPauseMs: 500_000, held: { server: cards }, ...changes },
  });
  talk.waitFor("server1", "sendCard");
  return talk;
}

const card = (talk: Talk, index: number): ActOf<"sendCard"> => {
  const socket = talk.socket("server1");
  const initial = talk.connection("server1", socket)?.send.initial ?? 0;
  return { kind: "sendCard", socket, sequence: initial + 1 + 10 * index };
};

/** Sends cards by their place in the page. */
const send = (talk: Talk, ...indexes: readonly number[]): void => {
  for (const index of indexes) talk.act("server1", card(talk, index));
  talk.note();
};

/** The cards that are due, by their places in the page. */
const dueCards = (talk: Talk): readonly (readonly [Duty, number])[] =>
  talk
    .dues("server1")
    .flatMap(({ duty, proposal }) =>
      proposal.kind === "sendCard"
        ? [[duty, (proposal.sequence - card(talk, 0).sequence) / 10] as const]
        : [],
    );

const judged = (talk: Talk) => talk.evidence("server1").map(({ reason }) => reason);

/** Loses everything on the server's line while this is done. */
function losing(talk: Talk, deed: () => void): void {
  talk.setLine("router1-server1", false);
  deed();
  talk.setLine("router1-server1", true);
}

describe("new cards", () => {
  test("are due as far as the window takes them, and the next one with the first ACK", () => {
    const talk = asked();
    const four = [0, 1, 2, 3].map((index) => ["transmit", index]);
    expect(dueCards(talk)).toEqual(four);
    send(talk, 0, 1, 2, 3);
    expect(dueCards(talk)).toEqual([]);
    talk.play([], () => talk.dues("server1").length > 0);
    expect(dueCards(talk)).toEqual([["transmit", 4]]);
    send(talk, 4);
    talk.playToAnswer();
    expect(judged(talk)).toEqual(Array(5).fill("sentNextRight"));
  });

  test("can leave in another order, and the page is whole all the same", () => {
    const talk = asked();
    send(talk, 3, 1, 0, 2);
    expect(judged(talk)).toEqual([
      "sentOutOfTurn",
      "sentOutOfTurn",
      "sentNextRight",
      "sentNextRight",
    ]);
    talk.playToAnswer(["server1"]);
    expect(talk.coached("server1")).toEqual(["sentOutOfTurn", "sentOutOfTurn"]);
  });

  test("can leave behind an ACK in the middle of a card", () => {
    const held: TalkChanges["held"] = { server: cards, client: ["acknowledge"] };
    const talk = new Talk(["server1", "client1"], { errandPauseMs: 500_000, held });
    talk.waitFor("server1", "sendCard");
    send(talk, 0);
    const { proposal } = talk.waitFor("client1", "sendSegment");
    const acknowledgment = proposal.acknowledgment - 1;
    talk.act("client1", { ...proposal, acknowledgment });
    talk.play([], () => talk.connections("server1")[0]?.send.unacknowledged === acknowledgment);
    send(talk, 1, 2, 3);
    expect(dueCards(talk)).toEqual([]);
  });

  test("beyond the window may find room when they come; then their ACK counts", () => {
    const held: TalkChanges["held"] = { server: cards, client: ["acknowledge"] };
    const talk = new Talk(["server1", "client1"], { errandPauseMs: 500_000, held });
    talk.waitFor("server1", "sendCard");
    const { sequence: end } = card(talk, 5);
    send(talk, 0, 1, 4, 2, 3);
    const { proposal } = talk.waitFor("client1", "sendSegment");
    talk.play([], () => talk.connections("client1")[0]?.receive.next === end);
    talk.act("client1", { ...proposal, acknowledgment: end });
    talk.play([], () => talk.connections("server1")[0]?.send.unacknowledged === end);
  });

  test("beyond the window leave in vain: whoever gets them has no room", () => {
    const talk = asked();
    send(talk, 0, 4);
    expect(judged(talk)).toEqual(["sentNextRight", "sentBeyondWindow"]);
    talk.play([], () => talk.coached("server1").length > 0);
    expect(talk.linesOf("server1").at(-1)).toMatch(/eet #1/);
    send(talk, 1, 2, 3);
    talk.play([], () => talk.dues("server1").length > 0);
    expect(dueCards(talk)).toEqual([["transmit", 4]]);
    talk.playToAnswer(["server1"]);
  });

  test("that have left already go again too early, and are thrown away where they come twice", () => {
    const talk = asked();
    send(talk, 0, 0);
    expect(judged(talk)).toEqual(["sentNextRight", "resentTooEarly"]);
    expect(dueCards(talk)).toEqual([1, 2, 3].map((index) => ["transmit", index]));
    talk.playToAnswer(["server1"]);
    expect(talk.coached("server1")).toEqual(["resentTooEarly"]);
  });
});

describe("a lost card", () => {
  test("is due again with the third ACK that says nothing new", () => {
    const talk = asked();
    losing(talk, () => send(talk, 0));
    send(talk, 1, 2);
    const duplicates = () => talk.connections("server1")[0]?.congestion.duplicates;
    talk.play([], () => duplicates() === 2);
    expect(dueCards(talk)).toEqual([["transmit", 3]]);
    send(talk, 3);
    talk.play([], () => duplicates() === 3);
    expect(dueCards(talk)).toEqual([["retransmit", 0]]);
    send(talk, 0);
    expect(judged(talk).at(-1)).toBe("resentLostRight");
    talk.playToAnswer(["server1"]);
  });

  test("is due again as soon behind a card that was acknowledged: every ACK says the same window", () => {
    const talk = asked();
    send(talk, 0);
    talk.play([], () => dueCards(talk).length === 4);
    losing(talk, () => send(talk, 1));
    send(talk, 2, 3, 4);
    talk.play([], () => talk.connections("server1")[0]?.congestion.duplicates === 3);
    expect(dueCards(talk)).toEqual([["retransmit", 1]]);
  });

  test("is due again when its time is over, counted from when it left", () => {
    const talk = asked();
    talk.wait(30_000);
    losing(talk, () => send(talk, 0, 1, 2, 3));
    const left = talk.match.now;
    const { since, duty } = talk.waitFor("server1", "sendCard");
    expect([duty, since - left]).toEqual(["retransmit", 20_000]);
    expect(dueCards(talk)).toEqual([["retransmit", 0]]);
  });

  test("is due once more if it is lost once more, after twice the time", () => {
    const talk = asked();
    losing(talk, () => {
      send(talk, 0, 1, 2, 3);
      talk.waitFor("server1", "sendCard");
      send(talk, 0);
    });
    const left = talk.match.now;
    expect(talk.waitFor("server1", "sendCard").since - left).toBe(40_000);
  });

  test("is still due after another one went in its place", () => {
    const talk = asked();
    losing(talk, () => {
      send(talk, 0, 1, 2, 3);
      talk.waitFor("server1", "sendCard");
    });
    send(talk, 2);
    expect(judged(talk).at(-1)).toBe("resentWrongCard");
    expect(dueCards(talk)).toEqual([]);
    talk.waitFor("server1", "sendCard");
    expect(dueCards(talk)).toEqual([["retransmit", 0]]);
    talk.playToAnswer(["server1"]);
    expect(talk.coached("server1")).toEqual(["resentWrongCard"]);
  });

  test("needs not go again once it was acknowledged after all", () => {
    const talk = new Talk(["server1", "client1"], {
      held: { client: ["acknowledge"], server: cards },
    });
    talk.play([], () => dueCards(talk).length === 4);
    send(talk, 0, 1, 2, 3);
    talk.play([], () => dueCards(talk).length > 0);
    expect(dueCards(talk)).toEqual([["retransmit", 0]]);
    talk.play(["client1"], () => dueCards(talk).every(([duty]) => duty === "transmit"));
    expect(dueCards(talk)).toEqual([["transmit", 4]]);
  });
});

describe("where everything goes again after a gap", () => {
  const goesBack: TalkChanges = { tcp: { goBackN: true } };

  test("all four cards are due when time is over, and no ACK in between says so", () => {
    const talk = asked(goesBack);
    losing(talk, () => send(talk, 0));
    send(talk, 1, 2, 3);
    talk.waitFor("server1", "sendCard");
    expect(dueCards(talk)).toEqual([0, 1, 2, 3].map((index) => ["retransmit", index]));
    expect(talk.connections("server1")[0]?.congestion.duplicates).toBe(0);
    send(talk, 0, 1, 2, 3);
    expect(judged(talk).slice(-4)).toEqual(Array(4).fill("resentLostRight"));
    talk.playToAnswer(["server1"]);
  });

  test("each of them once", () => {
    const talk = asked(goesBack);
    losing(talk, () => send(talk, 0, 1, 2, 3));
    talk.waitFor("server1", "sendCard");
    send(talk, 1);
    expect(dueCards(talk)).toEqual([0, 2, 3].map((index) => ["retransmit", index]));
  });
});
