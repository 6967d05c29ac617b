import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { sequenceActs } from "../../client/present/sequence-acts.ts";
import { Hands } from "../kit/hands.ts";
import { port } from "../kit/one-box.ts";
import { storyOfHands } from "../kit/told-round.ts";

const text = texts.ko;
const actsOf = (hands: Hands, box: string) =>
  sequenceActs(storyOfHands(hands), box, undefined, text);
const inWords = ({ what }: ReturnType<typeof actsOf>[number]) =>
  what.map(({ words }) => words).join(" ");

describe("an act of mine is told", () => {
  test("with what I wrote and the field that made it wrong", () => {
    const hands = new Hands(["client1"]);
    const { proposal } = hands.waitFor("client1", "sendDatagram");
    hands.act("client1", { ...proposal, destinationPort: port(80) });
    hands.wait(20_000);
    const [act] = actsOf(hands, "client1");
    expect(act).toMatchObject({ n: 1, deed: "wrong", why: text.coach.reasons.wrongPort });
    expect(act?.what.filter(({ field }) => field === act.wrongField)).toEqual([
      { words: ":80", field: "destinationPort" },
    ]);
    expect(act?.outcome).toMatch(/^결과는 \d+초 뒤에 돌아왔어요\.$/);
  });

  test("without more words when it was right", () => {
    const hands = new Hands(["router1"]);
    hands.act("router1", hands.waitFor("router1", "forward").proposal);
    const [act] = actsOf(hands, "router1");
    expect(act).toMatchObject({ deed: "right", outcome: undefined, wrongField: undefined });
    expect(inWords(act as never)).toMatch(/^10\.0\.\d+\.\d+ → (라우터 3|클라이언트 \d)$/);
  });

  test("with its silence when nothing came back", () => {
    const hands = new Hands(["router1"]);
    const { proposal } = hands.waitFor("router1", "forward");
    const wrong = proposal.exit === "client1-router1" ? "client7-router1" : "client1-router1";
    hands.act("router1", { ...proposal, exit: wrong });
    expect(actsOf(hands, "router1")[0]?.outcome).toBe(text.story.sequence.neverCameHome);
  });

  test("also when it was about a door", () => {
    const hands = new Hands(["server"]);
    hands.act("server", hands.waitFor("server", "bindPort").proposal);
    hands.act("server", hands.waitFor("server", "deliver").proposal);
    expect(actsOf(hands, "server").map(inWords)).toEqual([
      expect.stringMatching(/^(점수판|오늘의 한마디) → 문 \d+$/),
      expect.stringMatching(/^:(\d+) → 문 \1$/),
    ]);
  });
});

describe("an act over TCP is told", () => {
  test("as a segment with its control bits and numbers, the wrong one pointed at", () => {
    const hands = new Hands(["client1"], { mission: "three-handshakes-1" });
    const { proposal } = hands.waitFor("client1", "sendSegment", ({ flags }) =>
      flags.includes("syn"),
    );
    hands.act("client1", { ...proposal, sequence: proposal.sequence + 1 });
    const [act] = actsOf(hands, "client1");
    expect(inWords(act as never)).toMatch(/^SYN \d+ → 10\.0\.\d+\.\d+:\d+$/);
    expect(act?.what.find(({ field }) => field === act.wrongField)).toEqual({
      words: String(proposal.sequence + 1),
      field: "sequence",
    });
  });

  test("as the card that was sent", () => {
    const hands = new Hands(["server1"], { mission: "in-order-1" });
    const { proposal } = hands.waitFor("server1", "sendCard");
    hands.act("server1", proposal);
    expect(actsOf(hands, "server1").map(inWords)).toEqual([
      expect.stringMatching(`^카드 ${proposal.sequence} → 10\\.`),
    ]);
  });

  test("as the card that was put somewhere or thrown away", () => {
    const hands = new Hands(["client1"], { mission: "in-order-1" });
    // The card that lies there from the beginning has come by no line.
    hands.obeyUntil("client1", () => hands.match.now > 0 && hands.dues("client1").length === 0);
    const { proposal } = hands.waitFor("client1", "place");
    hands.act("client1", proposal);
    const { packet } = hands.waitFor("client1", "place").proposal;
    hands.act("client1", { kind: "discard", packet });
    const [placed, thrown] = actsOf(hands, "client1").slice(-2).map(inWords);
    expect(placed).toBe(`카드 ${proposal.sequence} → ${proposal.sequence}번 칸`);
    expect(thrown).toMatch(/^카드 \d+ → 버리기$/);
  });
});

test("a letter that fell off my belt was missed", () => {
  const hands = new Hands(["router2"]);
  hands.classroom.finishRound();
  const missed = actsOf(hands, "router2").filter(({ deed }) => deed === "missed");
  expect(missed.length).toBeGreaterThan(0);
  expect(missed[0]).toMatchObject({ what: [], why: text.coach.reasons.letBeltOverflow });
});
