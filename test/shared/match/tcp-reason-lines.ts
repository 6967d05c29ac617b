import type { MissionEvent } from "../../../shared/contract/mission.ts";
import type { Act, Duty } from "../../../shared/device/act.ts";
import { tcpOf } from "../../../shared/device/host.ts";
import { halfOpenOf } from "../../../shared/device/tcp/listening.ts";
import type { Connection } from "../../../shared/protocol/tcp/connection/connection.ts";
import type { ActOf, Hands } from "../../kit/hands.ts";
import { smallTalk } from "../../kit/small-talk.ts";
import type { ReasonLine } from "./reason-line.ts";

const talk: readonly Duty[] = ["handshake", "close"];
/** Connections are opened and closed by hand; one errand at a time, and long after the last. */
const byHand = smallTalk({ held: { client: talk, server: talk }, errandPauseMs: 400_000 });
const atClient = smallTalk({ held: { client: talk }, errandPauseMs: 400_000 });
/** Cards are sent and received by hand, over connections that open by themselves. */
const pages = smallTalk({
  held: { client: ["order", "acknowledge"], server: ["transmit", "retransmit"] },
  errandPauseMs: 400_000,
});

/** SYNs that nobody has sent, so many of them. */
const knocks = (count: number): readonly MissionEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ at: 1 + 100 * index, kind: "strayKnock", from: "client1", service: "poem" },
  }));

type SegmentAct = ActOf<"sendSegment">;
type Segments = (proposal: SegmentAct) => Partial<SegmentAct>;

/** Does the segment that is due, with something changed about it. */
const writes =
  (
    box: string,
    change: Segments = () => ({}),
    isMeant: (act: SegmentAct) => boolean = () => true,
  ) =>
  (hands: Hands): void => {
    const { proposal } = hands.waitFor(box, "sendSegment", isMeant);
    hands.act(box, { ...proposal, ...change(proposal) });
  };

/** Opens a connection at the client, and then takes the third step with something changed about it. */
const thirdStep =
  (change: Segments = () => ({})) =>
  (hands: Hands): void => {
    writes("client1")(hands);
    writes("client1", change)(hands);
  };

const resets = ({ flags }: SegmentAct): boolean => flags.includes("rst");
const finishes = ({ flags }: SegmentAct): boolean => flags.includes("fin");

/** The oldest connection of a host, with its name. */
function connectionOf(hands: Hands, box: string): readonly [string, Connection] {
  const [found] = Object.entries(tcpOf(hands.host(box)).endpoint.connections);
  if (found === undefined) throw new Error(`no connection at ${box}`);
  return [found[0], found[1].connection];
}

/** A segment that nobody has asked for. */
const unasked =
  (flags: SegmentAct["flags"]) =>
  (hands: Hands): void => {
    const [socket, { send, receive }] = connectionOf(hands, "client1");
    const [sequence, acknowledgment] = [send.next, receive.next];
    hands.act("client1", { kind: "sendSegment", socket, flags, sequence, acknowledgment });
  };

/** Has the server's desk fill its slots, while one more knocks. */
function crowd(hands: Hands): void {
  const server = hands.host("server1");
  hands.obeyUntil(
    "server1",
    () => tcpOf(server).knocking.length > 0 && server.gate.dues.length === 0,
  );
}

/** Sends cards of the server's page by their places in it. */
const sends =
  (...indexes: readonly number[]) =>
  (hands: Hands): void => {
    hands.waitFor("server1", "sendCard");
    for (const index of indexes) {
      const [socket, { send }] = connectionOf(hands, "server1");
      hands.act("server1", { kind: "sendCard", socket, sequence: send.initial + 1 + 10 * index });
    }
  };

/** Sends the first four cards into a line that loses them, until the first is due again. */
function losesFour(hands: Hands): void {
  const line = hands.match.world.links["router1-server1"];
  if (line === undefined) throw new Error("the server has no line");
  hands.waitFor("server1", "sendCard");
  line.up = false;
  sends(0, 1, 2, 3)(hands);
  hands.waitFor("server1", "sendCard");
  line.up = true;
}

/** The cards that lie before the client, once there are so many. */
function dealt(hands: Hands, count = 4): readonly ActOf<"place">[] {
  const cards = () =>
    hands.dues("client1").flatMap(({ proposal }) => (proposal.kind === "place" ? [proposal] : []));
  hands.classroom.playUntil(() => cards().length >= count);
  return cards();
}

/** Places the cards at these positions on the belt as they should be, and does something about the last ACK due. */
const placesThen =
  (indexes: readonly number[], act: (last: SegmentAct) => Act) =>
  (hands: Hands): void => {
    const cards = dealt(hands);
    for (const index of indexes) hands.act("client1", cards[index] as Act);
    const last = hands.dues("client1").findLast(({ duty }) => duty === "acknowledge");
    hands.act("client1", act(last?.proposal as SegmentAct));
  };

/** A way to provoke each reason that needs TCP. */
export const tcpReasonLines: readonly ReasonLine[] = [
  {
    reason: "openedRight",
    how: "sends a SYN with its first number",
    at: "client1",
    on: byHand,
    provoke: writes("client1"),
    explained: "by itself",
  },
  {
    reason: "answeredSynRight",
    how: "answers a SYN",
    at: "server1",
    on: byHand,
    provoke: writes("server1"),
    explained: "by itself",
  },
  {
    reason: "thirdStepRight",
    how: "takes the third step",
    at: "client1",
    on: byHand,
    provoke: thirdStep(),
    explained: "by itself",
  },
  {
    reason: "resetStrangerRight",
    how: "resets what it never asked for",
    at: "client1",
    on: byHand,
    mission: { events: knocks(1) },
    provoke: writes("client1", () => ({}), resets),
    explained: "by itself",
  },
  {
    reason: "acceptedStranger",
    how: "takes the third step of a connection that it never opened",
    at: "client1",
    on: byHand,
    mission: { events: knocks(1) },
    provoke: (hands) => {
      hands.waitFor("client1", "sendSegment", resets);
      const [letter] = hands.host("client1").belt.letters;
      const answered = letter?.packet.body.protocol === "tcp" ? letter.packet.body.sequence : 0;
      writes("client1", () => ({ flags: ["ack"], acknowledgment: answered + 1 }), resets)(hands);
    },
    explained: "in the debrief",
  },
  {
    reason: "resetFriend",
    how: "turns away a SYN that it has room for",
    at: "server1",
    on: byHand,
    provoke: writes("server1", () => ({ flags: ["rst", "ack"], sequence: 0 })),
    explained: "when it comes home",
  },
  {
    reason: "wrongFlags",
    how: "opens with an ACK",
    at: "client1",
    on: byHand,
    provoke: writes("client1", () => ({ flags: ["ack"] })),
    explained: "when it comes home",
  },
  {
    reason: "wrongInitialSequence",
    how: "opens with another first number",
    at: "client1",
    on: byHand,
    provoke: writes("client1", ({ sequence }) => ({ sequence: sequence + 50 })),
    explained: "when it comes home",
  },
  {
    reason: "wrongSequence",
    how: "asks its question with a number that is far too high",
    at: "client1",
    on: byHand,
    provoke: thirdStep(({ sequence }) => ({ sequence: sequence + 100 })),
    explained: "when it comes home",
  },
  {
    reason: "acknowledgedTooLittle",
    how: "does not count the SYN",
    at: "client1",
    on: byHand,
    provoke: thirdStep(({ acknowledgment }) => ({ acknowledgment: acknowledgment - 1 })),
    explained: "when it comes home",
  },
  {
    reason: "acknowledgesUnsentData",
    how: "expects a number that nobody has come to yet",
    at: "server1",
    on: byHand,
    provoke: writes("server1", ({ acknowledgment }) => ({ acknowledgment: acknowledgment + 10 })),
    explained: "when it comes home",
  },
  {
    reason: "openedAgain",
    how: "sends another SYN while it is connected",
    at: "client1",
    on: byHand,
    provoke: (hands) => {
      thirdStep()(hands);
      unasked(["syn"])(hands);
    },
    explained: "when it comes home",
  },
  {
    reason: "letGoRight",
    how: "lets go whoever has been silent for a round trip",
    at: "server1",
    hands: ["client1"],
    on: { ...byHand, tcp: { ...byHand.tcp, recycles: true } as never },
    mission: { events: knocks(4) },
    provoke: (hands) => {
      crowd(hands);
      hands.act("server1", hands.waitFor("server1", "letGo").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "letGoFriend",
    how: "lets go whom it has answered just now",
    at: "server1",
    hands: ["client1"],
    on: { ...byHand, tcp: { ...byHand.tcp, recycles: true } as never },
    mission: { events: knocks(4) },
    provoke: (hands) => {
      crowd(hands);
      const socket = halfOpenOf(hands.host("server1")).at(-1) ?? "";
      hands.act("server1", { kind: "letGo", socket });
    },
    explained: "at once",
  },
  {
    reason: "closedRight",
    how: "ends a conversation that has brought its page",
    at: "client1",
    on: smallTalk({ held: { client: ["close"] }, errandPauseMs: 400_000 }),
    provoke: writes("client1", () => ({}), finishes),
    explained: "by itself",
  },
  {
    reason: "answeredFinRight",
    how: "answers a FIN with an ACK",
    at: "server1",
    on: smallTalk({ held: { server: ["close"] }, errandPauseMs: 400_000 }),
    provoke: writes("server1"),
    explained: "by itself",
  },
  {
    reason: "closedTooEarly",
    how: "ends a conversation before its page has come",
    at: "client1",
    on: atClient,
    provoke: (hands) => {
      thirdStep()(hands);
      unasked(["fin", "ack"])(hands);
    },
    explained: "when it comes home",
  },
  {
    reason: "sentNextRight",
    how: "sends the next card",
    at: "server1",
    on: pages,
    provoke: sends(0),
    explained: "by itself",
  },
  {
    reason: "sentOutOfTurn",
    how: "sends the second card first",
    at: "server1",
    on: pages,
    provoke: sends(1),
    explained: "when it comes home",
  },
  {
    reason: "sentBeyondWindow",
    how: "sends a fifth card",
    at: "server1",
    on: pages,
    provoke: sends(4),
    explained: "when it comes home",
  },
  {
    reason: "resentLostRight",
    how: "sends a card again whose time is over",
    at: "server1",
    on: pages,
    provoke: (hands) => {
      losesFour(hands);
      sends(0)(hands);
    },
    explained: "by itself",
  },
  {
    reason: "resentWrongCard",
    how: "sends another card again than the one that is missing",
    at: "server1",
    on: pages,
    provoke: (hands) => {
      losesFour(hands);
      sends(2)(hands);
    },
    explained: "when it comes home",
  },
  {
    reason: "resentTooEarly",
    how: "sends a card twice",
    at: "server1",
    on: pages,
    provoke: sends(0, 0),
    explained: "when it comes home",
  },
  {
    reason: "placedRight",
    how: "places a card where its number says",
    at: "client1",
    on: pages,
    provoke: (hands) => hands.act("client1", dealt(hands)[0] as Act),
    explained: "by itself",
  },
  {
    reason: "placedWrong",
    how: "places a card behind its place",
    at: "client1",
    on: pages,
    provoke: (hands) => {
      const [card] = dealt(hands);
      hands.act("client1", { ...card, sequence: (card?.sequence ?? 0) + 10 } as Act);
    },
    explained: "when it comes home",
  },
  {
    reason: "placedTwice",
    how: "places a card that it has placed before",
    at: "client1",
    on: pages,
    mission: { retryMs: 8_000 },
    provoke: (hands) => {
      const cards = dealt(hands, 5);
      hands.act("client1", cards[0] as Act);
      hands.act(
        "client1",
        cards.findLast(({ sequence }) => sequence === cards[0]?.sequence) as Act,
      );
    },
    explained: "at once",
  },
  {
    reason: "discardedRight",
    how: "throws away a card that it has placed before",
    at: "client1",
    on: pages,
    mission: { retryMs: 8_000 },
    provoke: (hands) => {
      hands.act("client1", dealt(hands, 5)[0] as Act);
      hands.act("client1", hands.waitFor("client1", "discard").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "discardedNeeded",
    how: "throws away a card that it has not placed",
    at: "client1",
    on: pages,
    provoke: (hands) => {
      const [card] = dealt(hands);
      hands.act("client1", { kind: "discard", packet: card?.packet } as Act);
    },
    explained: "at once",
  },
  {
    reason: "acknowledgedRight",
    how: "acknowledges what it has read",
    at: "client1",
    on: pages,
    provoke: placesThen([0], (ack) => ack),
    explained: "by itself",
  },
  {
    reason: "duplicateRight",
    how: "says the same again when a card comes above a gap",
    at: "client1",
    on: pages,
    provoke: placesThen([1], (ack) => ack),
    explained: "by itself",
  },
  {
    reason: "acknowledgedGap",
    how: "acknowledges a card above a gap",
    at: "client1",
    on: pages,
    provoke: placesThen([1], (ack) => ({ ...ack, acknowledgment: ack.acknowledgment + 20 }) as Act),
    explained: "when it comes home",
  },
  {
    reason: "acknowledgedUnseen",
    how: "acknowledges a card that it has not looked at",
    at: "client1",
    on: pages,
    provoke: placesThen([0], (ack) => ({ ...ack, acknowledgment: ack.acknowledgment + 10 }) as Act),
    explained: "when it comes home",
  },
  {
    reason: "acknowledgedOld",
    how: "acknowledges less than has come",
    at: "client1",
    on: pages,
    provoke: placesThen([0], (ack) => ({ ...ack, acknowledgment: ack.acknowledgment - 10 }) as Act),
    explained: "in the debrief",
  },
  {
    reason: "acknowledgedAgain",
    how: "says again what it has just said",
    at: "client1",
    on: pages,
    provoke: (hands) => {
      placesThen([0], (ack) => ack)(hands);
      unasked(["ack"])(hands);
    },
    explained: "when it comes home",
  },
];
