import { expect, test } from "vitest";
import { watchOf } from "../../../../shared/match/consequence.ts";
import { icmpErrorAbout } from "../../../../shared/protocol/icmp/icmp-error.ts";
import type { IcmpError, Packet, PacketId } from "../../../../shared/wire/packet.ts";
import { flightsOf, tellBox } from "../../../../shared/world/world.ts";
import type { TalkChanges } from "../../../kit/small-talk.ts";
import { Talk } from "../../../kit/talk.ts";

/** A client whose SYN has just left. */
function opened(changes: TalkChanges = {}): { readonly talk: Talk; readonly syn: Packet } {
  const talk = new Talk(["client1"], { held: { client: ["handshake"] }, ...changes });
  talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
  const [flight] = flightsOf(talk.match.world);
  if (flight === undefined) throw new Error("no SYN is under way");
  return { talk, syn: flight.packet };
}

/** An error about the letter arrives at its sender. */
function hears(talk: Talk, error: IcmpError, letter: Packet): void {
  const body = icmpErrorAbout(letter, error);
  if (body === undefined) throw new Error("nothing may be said about this letter");
  const ip = { source: 1 as never, destination: letter.ip.source, ttl: 5, identification: 77 };
  const packet = { id: 777 as PacketId, ip, body };
  const link = talk.host("client1").link;
  tellBox(talk.match.world, "client1", { kind: "arrived", packet, link }, watchOf(talk.match));
}

test.each<IcmpError>(["netUnreachable", "timeExceeded"])(
  "%s may pass by itself: the connection goes on trying",
  (error) => {
    const { talk, syn } = opened();
    hears(talk, error, syn);
    expect(talk.states("client1")).toEqual(["SYN-SENT"]);
    expect(talk.host("client1").errands).toMatchObject([{ sends: 1 }]);
    talk.playToAnswer(["client1"]);
  },
);

test("a closed port means that there is no way: the errand tries another connection", () => {
  const { talk, syn } = opened();
  hears(talk, "portUnreachable", syn);
  expect(talk.host("client1").errands).toMatchObject([{ sends: 2, news: "noRoute" }]);
  expect(talk.told("client1", "noRoute")).toHaveLength(1);
  talk.playToAnswer(["client1"]);
});

test("an error about a connection that nobody has changes nothing", () => {
  const { talk, syn } = opened();
  const { body } = syn;
  if (body.protocol !== "tcp") throw new Error("no SYN");
  hears(talk, "portUnreachable", { ...syn, body: { ...body, sourcePort: 9 as never } });
  expect(talk.states("client1")).toEqual(["SYN-SENT"]);
  expect(talk.host("client1").errands).toMatchObject([{ sends: 1 }]);
});

test("a router that sends a SYN back hears of it, and the client tries again when its time is over", () => {
  const talk = new Talk(["client1", "router1"], {
    held: { client: ["handshake"], router: ["forward"] },
    boxes: new Talk([]).match.mission.boxes.map(({ automatic: _, ...box }) => box),
    seats: ["client1", "router1"],
    patienceMs: 200_000,
  });
  talk.act("client1", talk.waitFor("client1", "sendSegment").proposal);
  const { proposal } = talk.waitFor("router1", "forward");
  talk.act("router1", { kind: "reject", packet: proposal.packet });
  expect(talk.evidence("router1").map(({ reason }) => reason)).toEqual(["rejectedRoutable"]);
  const left = talk.match.now;
  const again = talk.waitFor("client1", "sendSegment");
  expect(again.proposal.flags).toEqual(["syn"]);
  expect(again.since).toBeGreaterThan(left + 10_000);
  talk.playToAnswer(["client1", "router1"]);
});
