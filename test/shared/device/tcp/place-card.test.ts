import { describe, expect, test } from "vitest";
import type { Act } from "../../../../shared/device/act.ts";
import { tcpOf } from "../../../../shared/device/host.ts";
import type { ActOf } from "../../../kit/hands.ts";
import { poem, type TalkChanges } from "../../../kit/small-talk.ts";
import { Talk } from "../../../kit/talk.ts";

/** A round in which four cards lie before the client, who is to put them in order; errands come one by one. */
function dealt(changes: TalkChanges = {}): Talk {
  const talk = new Talk(["client1"], {
    ...{ errandPauseMs: 500_000, retryMs: 60_000, ...changes },
    held: { client: ["order"], ...changes.held },
  });
  talk.play([], () => talk.dues("client1").length === 4);
  return talk;
}

const placing = (talk: Talk): readonly Act[] =>
  talk.dues("client1").map(({ proposal }) => proposal);

const cardAt = (talk: Talk, index: number): ActOf<"place"> => {
  const act = placing(talk)[index];
  if (act?.kind !== "place") throw new Error(`no card ${index} to place`);
  return act;
};

const shelf = (talk: Talk): readonly string[] =>
  (talk.connections("client1")[0]?.receive.held ?? []).map(({ text }) => text);

const read = (talk: Talk): string | undefined =>
  tcpOf(talk.host("client1")).talks[talk.socket("client1")]?.read;

const judged = (talk: Talk) => talk.evidence("client1").map(({ reason }) => reason);

describe("cards that came", () => {
  test("are read as they are placed, and each is acknowledged then", () => {
    const talk = dealt();
    expect(read(talk)).toBe("");
    talk.act("client1", cardAt(talk, 0));
    talk.note();
    expect(read(talk)).toBe(poem.slice(0, 10));
    expect(talk.linesOf("client1").at(-1)).toMatch(/:811$/);
    talk.playToAnswer(["client1"]);
    expect(judged(talk)).toEqual(Array(5).fill("placedRight"));
  });

  test("wait on the shelf above a gap, until it is closed", () => {
    const talk = dealt();
    const [first, second, , fourth] = [0, 1, 2, 3].map((index) => cardAt(talk, index)) as [
      ActOf<"place">,
      ActOf<"place">,
      ActOf<"place">,
      ActOf<"place">,
    ];
    talk.act("client1", fourth);
    talk.act("client1", second);
    expect(shelf(talk)).toEqual([poem.slice(10, 20), poem.slice(30, 40)]);
    expect(read(talk)).toBe("");
    talk.act("client1", first);
    expect(read(talk)).toBe(poem.slice(0, 20));
    expect(shelf(talk)).toEqual([poem.slice(30, 40)]);
    talk.playToAnswer(["client1"]);
    expect(new Set(judged(talk))).toEqual(new Set(["placedRight"]));
  });

  test("in one another's places make a page that no program understands: it is asked for once more", () => {
    const talk = dealt();
    const [first, second] = [cardAt(talk, 0), cardAt(talk, 1)];
    talk.act("client1", { ...first, sequence: second.sequence });
    talk.act("client1", { ...second, sequence: first.sequence });
    expect(judged(talk)).toEqual(["placedWrong", "placedWrong"]);
    talk.play(["client1"], () => talk.host("client1").errands[0]?.news === "nonsenseAnswer");
    expect(talk.coached("client1")).toEqual(["placedWrong", "placedWrong"]);
    expect(talk.sentBy("client1").filter(({ flags }) => flags.includes("rst"))).toHaveLength(1);
    talk.playToAnswer(["client1"]);
  });

  test("where there is no room are lost, and come again", () => {
    const talk = dealt({ retryMs: 20_000 });
    talk.act("client1", { ...cardAt(talk, 0), sequence: 801 + 40 });
    expect(judged(talk)).toEqual(["placedWrong"]);
    expect([read(talk), shelf(talk)]).toEqual(["", []]);
    talk.playToAnswer(["client1"]);
  });

  test("that are thrown away come again, and their desk hears at once that they were needed", () => {
    const talk = dealt({ retryMs: 20_000 });
    talk.act("client1", { kind: "discard", packet: cardAt(talk, 0).packet });
    expect(talk.coached("client1")).toEqual(["discardedNeeded"]);
    talk.playToAnswer(["client1"]);
  });
});

test("where a gap throws all away, a card above one is to be thrown away, and the one before is asked for again", () => {
  const talk = dealt({ tcp: { goBackN: true } });
  const kinds = () => placing(talk).map(({ kind }) => kind);
  expect(kinds()).toEqual(["place", "discard", "discard", "discard"]);
  const [first, second] = placing(talk) as [Act, Act];
  talk.act("client1", second);
  talk.note();
  expect(judged(talk)).toEqual(["discardedRight"]);
  expect(talk.linesOf("client1").at(-1)).toMatch(/:801$/);
  talk.act("client1", first);
  expect(kinds()).toEqual(["discard", "discard"]);
  talk.playToAnswer(["client1"]);
});

describe("a card that comes twice", () => {
  /** The first card goes again while it still lies before the client. */
  function twice(): Talk {
    const talk = dealt({ retryMs: 10_000 });
    talk.play([], () => talk.dues("client1").length > 4);
    return talk;
  }

  test("is to be thrown away once it was placed, and is acknowledged all the same", () => {
    const talk = twice();
    const again = () => placing(talk).at(-1);
    expect(again()).toMatchObject({ kind: "place", sequence: 801 });
    talk.act("client1", cardAt(talk, 0));
    expect(again()).toMatchObject({ kind: "discard" });
    talk.act("client1", again() as Act);
    talk.note();
    expect(judged(talk)).toEqual(["placedRight", "discardedRight"]);
    expect(
      talk
        .linesOf("client1")
        .slice(-2)
        .map((line) => line.slice(-3)),
    ).toEqual(["811", "811"]);
    talk.playToAnswer(["client1"]);
  });

  test("does no harm where it is placed twice, but shows at once", () => {
    const talk = twice();
    const copy = placing(talk).at(-1);
    if (copy?.kind !== "place") throw new Error("no card");
    talk.act("client1", cardAt(talk, 0));
    talk.act("client1", copy);
    expect(judged(talk)).toEqual(["placedRight", "placedTwice"]);
    expect(talk.coached("client1")).toEqual(["placedTwice"]);
    expect(read(talk)).toBe(poem.slice(0, 10));
    talk.playToAnswer(["client1"]);
  });
});

describe("a card for nobody", () => {
  test("is to be thrown away, and its sender hears that nobody is there any more", () => {
    const talk = dealt({ patienceMs: 40_000, retryMs: 60_000, held: { server: ["transmit"] } });
    talk.play([], () => talk.told("client1", "errandFailed").length > 0);
    const kinds = placing(talk).map(({ kind }) => kind);
    expect(kinds).toEqual(Array(4).fill("discard"));
    talk.act("client1", placing(talk)[0] as Act);
    talk.note();
    expect(judged(talk)).toEqual(["discardedRight"]);
    expect(talk.linesOf("client1").at(-1)).toMatch(/^rst/);
  });

  test("lays the reset before the desk where it is written by hand", () => {
    const talk = new Talk(["client1"], {
      ...{ patienceMs: 40_000, retryMs: 60_000, held: { client: ["order", "handshake"] } },
    });
    talk.play(["client1"], () => talk.dues("client1").length === 4);
    const socket = talk.socket("client1");
    talk.play([], () => talk.told("client1", "errandFailed").length > 0);
    talk.act("client1", placing(talk)[0] as Act);
    const { proposal } = talk.waitFor("client1", "sendSegment");
    expect(proposal).toMatchObject({ socket, flags: ["rst"], sequence: 611 });
    expect(talk.act("client1", proposal)).toEqual({ kind: "accepted" });
    expect(talk.evidence("client1").at(-1)?.reason).toBe("resetStrangerRight");
  });
});
