import { describe, expect, test } from "vitest";
import type { Act } from "../../../../shared/device/act.ts";
import { refuseAct } from "../../../../shared/device/refuse-act.ts";
import type { PacketId } from "../../../../shared/wire/packet.ts";
import type { ActOf } from "../../../kit/hands.ts";
import { aClient, port } from "../../../kit/one-box.ts";
import { tcpDuties } from "../../../kit/small-talk.ts";
import { Talk } from "../../../kit/talk.ts";

type Line = readonly [what: string, act: Act, refusal: string | undefined];

const everything = { client: tcpDuties, server: tcpDuties };

describe("with a SYN on the belt", () => {
  const talk = new Talk(["server1"], { held: everything });
  const { proposal } = talk.waitFor("server1", "sendSegment");
  const packet = proposal.answers as PacketId;
  const { socket } = proposal;
  const { answers: _, ...unasked } = proposal;

  test.each<Line>([
    ["its answer", proposal, undefined],
    ["a wrong answer", { ...proposal, flags: ["rst"], acknowledgment: 3 }, undefined],
    ["an answer to another letter", { ...proposal, answers: 99 as PacketId }, "notYourLetter"],
    ["an answer on another connection", { ...proposal, socket: "elsewhere" }, "noSuchConnection"],
    ["a segment of its own accord", unasked, undefined],
    ["a segment of no connection", { ...unasked, socket: "elsewhere" }, "noSuchConnection"],
    ["letting it go", { kind: "letGo", socket }, undefined],
    ["letting somebody else go", { kind: "letGo", socket: "elsewhere" }, "noSuchConnection"],
    ["a card where there is no page", { kind: "sendCard", socket, sequence: 1 }, "noSuchCard"],
    ["a card of nobody's", { kind: "sendCard", socket: "x", sequence: 1 }, "noSuchConnection"],
    ["placing it", { kind: "place", packet, sequence: 1 }, "notYourLetter"],
    ["throwing it away", { kind: "discard", packet }, "notYourLetter"],
    ["bringing it to a door", { kind: "deliver", packet, door: port(80) }, "notYourTool"],
    ["sending it back", { kind: "reject", packet }, "notYourTool"],
  ])("%s", (_, act, refusal) => {
    expect(refuseAct(talk.host("server1"), act)).toBe(refusal);
  });
});

describe("with a page to send", () => {
  const talk = new Talk(["server1"], { held: { server: ["transmit"] } });
  const { proposal } = talk.waitFor("server1", "sendCard");

  test.each([
    [0, undefined],
    [40, undefined],
    [50, "noSuchCard"],
    [-10, "noSuchCard"],
    [5, "noSuchCard"],
  ])("the card at %i", (offset, refusal) => {
    const act = { ...proposal, sequence: proposal.sequence + offset };
    expect(refuseAct(talk.host("server1"), act)).toBe(refusal);
  });

  test("a connection that is open cannot be let go", () => {
    const act = { kind: "letGo", socket: proposal.socket } as const;
    expect(refuseAct(talk.host("server1"), act)).toBe("noSuchConnection");
  });
});

describe("with cards on the belt", () => {
  const talk = new Talk(["client1"], { held: { client: ["order"] } });
  talk.play([], () => talk.dues("client1").length === 4);
  const card = talk.dues("client1")[0]?.proposal as ActOf<"place">;

  test.each<Line>([
    ["a card in its place", card, undefined],
    ["a card anywhere", { ...card, sequence: 7 }, undefined],
    ["a card into the bin", { kind: "discard", packet: card.packet }, undefined],
    ["a card that is not there", { ...card, packet: 9_999 as PacketId }, "notYourLetter"],
  ])("%s", (_, act, refusal) => {
    expect(refuseAct(talk.host("client1"), act)).toBe(refusal);
  });

  test("an errand's question leaves over its connection, and not beside it", () => {
    const [errand] = talk.host("client1").errands;
    const { address: destination } = talk.host("server1");
    const ports = { destinationPort: port(7_400), sourcePort: port(50_000) };
    const act = {
      kind: "sendDatagram",
      errand: errand?.id as never,
      destination,
      ...ports,
    } as const;
    expect(refuseAct(talk.host("client1"), act)).toBe("notYourTool");
    expect(refuseAct(talk.host("client1"), { kind: "giveUp", errand: act.errand })).toBe(
      "notYourTool",
    );
  });
});

test.each<Act>([
  { kind: "sendSegment", socket: "x", flags: ["syn"], sequence: 1, acknowledgment: 0 },
  { kind: "sendCard", socket: "x", sequence: 1 },
  { kind: "place", packet: 1 as PacketId, sequence: 1 },
  { kind: "discard", packet: 1 as PacketId },
  { kind: "letGo", socket: "x" },
])("a host without TCP has no tool for $kind", (act) => {
  expect(refuseAct(aClient(), act)).toBe("notYourTool");
});
