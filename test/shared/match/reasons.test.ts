import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import { languages, texts } from "../../../assets/text/text.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { reasonNames, reasons } from "../../../shared/contract/reasons.ts";
import type { ErrandId } from "../../../shared/device/act.ts";
import { errandOf, letterFor } from "../../../shared/device/errand.ts";
import type { Errand } from "../../../shared/device/host.ts";
import { watchOf } from "../../../shared/match/consequence.ts";
import { tallyOf } from "../../../shared/match/result.ts";
import { setLine } from "../../../shared/world/world.ts";
import { calm } from "../../kit/calm-mission.ts";
import { type ActOf, Hands } from "../../kit/hands.ts";
import { port } from "../../kit/one-box.ts";
import { still } from "../../kit/still-mission.ts";
import type { ReasonLine } from "./reason-line.ts";
import { tcpReasonLines } from "./tcp-reason-lines.ts";

/** The way from router1 to the server. */
const crossing = "router1-router3";

/** A mission with two ways to every server, over lines that lose nothing until a test cuts them. */
const twoWays = still(calm(bestEffort1));

/** The same, and everybody wants something from one server. */
const toOneServer = {
  ...twoWays,
  services: twoWays.services.filter(({ box }) => box === "server1"),
};

/** Lets the client's line lose everything until the client is to do this about it; then it is mended. */
function afterSilence<K extends "sendDatagram" | "giveUp">(hands: Hands, kind: K): ActOf<K> {
  const line = hands.match.world.links["client1-router1"];
  if (line === undefined) throw new Error("the client has no line");
  line.up = false;
  const { proposal } = hands.waitFor("client1", kind);
  line.up = true;
  return proposal;
}

/** The letter of an errand, as the machine would write it once more. */
function onceMore(hands: Hands, id: ErrandId): ActOf<"sendDatagram"> {
  const host = hands.host("client1");
  const letter = letterFor(host, errandOf(host, id) as Errand);
  if (letter === undefined) throw new Error("the door is not known");
  return letter;
}

/** The row of a router's table with this number of the zone's boxes behind it. */
function rowFor(hands: Hands, router: string, zone: string): number {
  const device = hands.device(router);
  const prefix = hands.match.addresses.zones[zone];
  const table = device.kind === "router" ? device.table : [];
  return table.findIndex((route) => route.prefix.address === prefix?.address);
}

const pins =
  (router: string, zone: string, exit: string) =>
  (hands: Hands): void => {
    hands.act(router, { kind: "pin", row: rowFor(hands, router, zone), exit });
  };

/** Writes the client's first letter with something changed. */
const writes =
  (change: (hands: Hands, proposal: ActOf<"sendDatagram">) => Partial<ActOf<"sendDatagram">>) =>
  (hands: Hands): void => {
    const { proposal } = hands.waitFor("client1", "sendDatagram");
    hands.act("client1", { ...proposal, ...change(hands, proposal) });
  };

/** Another door of the same host than this one. */
const otherDoor = (hands: Hands, box: string, door: number) =>
  hands.host(box).ports.bindings.find((binding) => binding.port !== door)?.port ?? port(0);

/** Sends client1's letter to a door of the server that is closed, until the server holds it. */
function knockAtClosedDoor(hands: Hands): ActOf<"reject"> {
  writes(() => ({ destinationPort: port(80) }))(hands);
  return hands.waitFor("server", "reject").proposal;
}

/** A line dies, and the router at its end sees the lamp go out. */
function cut(hands: Hands, router: string, link: string): void {
  const { match } = hands;
  setLine(match.world, link, false, watchOf(match));
  const device = hands.device(router);
  expect(device.kind === "router" && device.down).toEqual([link]);
}

const lines: readonly ReasonLine[] = [
  ...tcpReasonLines,
  {
    reason: "addressedRight",
    how: "writes host, door and its own socket",
    at: "client1",
    provoke: writes(() => ({})),
    explained: "by itself",
  },
  {
    reason: "wrongAddress",
    how: "writes to the other client",
    at: "client1",
    provoke: writes((hands) => ({
      destination: Object.values(hands.host("client1").neighbours)[0] as never,
    })),
    explained: "when it comes home",
  },
  {
    reason: "wrongPort",
    how: "writes to a door where nobody listens",
    at: "client1",
    provoke: writes(() => ({ destinationPort: port(80) })),
    explained: "when it comes home",
  },
  {
    reason: "sourcePortOfAnotherErrand",
    how: "has the answer sent to its other errand",
    at: "client1",
    provoke: writes((hands, { sourcePort }) => ({
      sourcePort: otherDoor(hands, "client1", sourcePort),
    })),
    explained: "when it comes home",
  },
  {
    reason: "sourcePortNobodyOpened",
    how: "has the answer sent to a closed door",
    at: "client1",
    provoke: writes(() => ({ sourcePort: port(80) })),
    explained: "when it comes home",
  },
  {
    reason: "sentBeforeTimeout",
    how: "sends a letter again while the first is on its way",
    at: "client1",
    provoke: (hands) => {
      const { id } =
        hands.host("client1").errands.find(({ state }) => state === "sent") ?? ({} as never);
      hands.act("client1", onceMore(hands, id));
    },
    explained: "when it comes home",
  },
  {
    reason: "askedRight",
    how: "asks for a door that it does not know",
    at: "client1",
    provoke: (hands) => {
      hands.obeyUntil("client1", () => hands.dues("client1")[0]?.proposal.kind === "askDoor");
      hands.act("client1", hands.waitFor("client1", "askDoor").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "askedAgain",
    how: "asks for a door that stands in its book",
    at: "client1",
    provoke: (hands) => hands.act("client1", { kind: "askDoor", service: "time" }),
    explained: "at once",
  },
  {
    reason: "forwardedRight",
    how: "takes the exit of the longest prefix",
    at: "router1",
    provoke: (hands) => hands.act("router1", hands.waitFor("router1", "forward").proposal),
    explained: "by itself",
  },
  {
    reason: "shorterPrefix",
    how: "sends a neighbour's letter out to the wide world",
    at: "router1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("router1", "forward", ({ exit }) => exit !== crossing);
      hands.act("router1", { ...proposal, exit: crossing });
    },
    explained: "when it comes home",
  },
  {
    reason: "forwardedDetour",
    how: "sends a letter the long way round while the nearest exit is up",
    at: "router1",
    on: toOneServer,
    provoke: (hands) => {
      const isForServer = ({ exit }: { readonly exit: string }) => exit === "router1-router2";
      const { proposal } = hands.waitFor("router1", "forward", isForServer);
      hands.act("router1", { ...proposal, exit: "router1-router3" });
    },
    explained: "when it comes home",
  },
  {
    reason: "forwardedDeadLine",
    how: "sends a letter into a line that is cut",
    at: "router1",
    on: toOneServer,
    provoke: (hands) => {
      const isForServer = ({ exit }: { readonly exit: string }) => exit === "router1-router2";
      const { proposal } = hands.waitFor("router1", "forward", isForServer);
      cut(hands, "router1", "router1-router2");
      hands.act("router1", { ...proposal, exit: "router1-router2" });
    },
    explained: "in the debrief",
  },
  {
    reason: "noMatchingPrefix",
    how: "sends the server's letter to a client, who throws it away",
    at: "router1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("router1", "forward", ({ exit }) => exit === crossing);
      hands.act("router1", { ...proposal, exit: "client7-router1" });
    },
    explained: "in the debrief",
  },
  {
    reason: "rejectedRoutable",
    how: "sends back a letter that it has a row for",
    at: "router1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("router1", "forward", ({ exit }) => exit === crossing);
      hands.act("router1", { kind: "reject", packet: proposal.packet });
    },
    explained: "when it comes home",
  },
  {
    reason: "deliveredRight",
    how: "brings a question to the door with its number",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.dues("server")[0]?.proposal.kind === "deliver");
      hands.act("server", hands.waitFor("server", "deliver").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "wrongDoor",
    how: "brings a question to another program",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.host("server").ports.bindings.length > 1);
      const { packet, door } = hands.waitFor("server", "deliver").proposal;
      hands.act("server", { kind: "deliver", packet, door: otherDoor(hands, "server", door) });
    },
    explained: "at once",
  },
  {
    reason: "wrongDoor",
    how: "brings an answer to its other errand",
    at: "client1",
    provoke: (hands) => {
      const { packet, door } = hands.waitFor("client1", "deliver").proposal;
      hands.act("client1", { kind: "deliver", packet, door: otherDoor(hands, "client1", door) });
    },
    explained: "at once",
  },
  {
    reason: "deliveredToNobody",
    how: "brings a letter for a closed door to a program that does not want it",
    at: "server",
    hands: ["client1"],
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.host("server").ports.bindings.length > 1);
      const { packet } = knockAtClosedDoor(hands);
      const door = hands.host("server").programs["score"]?.port ?? port(0);
      hands.act("server", { kind: "deliver", packet, door });
    },
    explained: "at once",
  },
  {
    reason: "rejectedRight",
    how: "sends back a letter for a closed door",
    at: "server",
    hands: ["client1"],
    provoke: (hands) => hands.act("server", knockAtClosedDoor(hands)),
    explained: "by itself",
  },
  {
    reason: "rejectedOpenDoor",
    how: "sends back a question for an open door",
    at: "server",
    provoke: (hands) => {
      const { packet } = hands.waitFor("server", "deliver").proposal;
      hands.act("server", { kind: "reject", packet });
    },
    explained: "when it comes home",
  },
  {
    reason: "rejectedOpenDoor",
    how: "sends back the answer to its own question",
    at: "client1",
    provoke: (hands) => {
      const { packet } = hands.waitFor("client1", "deliver").proposal;
      hands.act("client1", { kind: "reject", packet });
    },
    explained: "when it comes home",
  },
  {
    reason: "boundRight",
    how: "opens a free door",
    at: "server",
    provoke: (hands) => hands.act("server", hands.waitFor("server", "bindPort").proposal),
    explained: "by itself",
  },
  {
    reason: "portInUse",
    how: "wants to open a door that is taken",
    at: "server",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("server", "bindPort");
      const taken = hands.host("server").programs["time"]?.port ?? port(0);
      hands.act("server", { ...proposal, port: taken });
    },
    explained: "at once",
  },
  {
    reason: "systemPortTaken",
    how: "opens a door that is kept for well-known programs",
    at: "server",
    provoke: (hands) => {
      hands.act("server", { ...hands.waitFor("server", "bindPort").proposal, port: port(80) });
    },
    explained: "at once",
  },
  {
    reason: "toldRight",
    how: "tells the door that is open",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.dues("server")[0]?.proposal.kind === "tellDoor");
      hands.act("server", hands.waitFor("server", "tellDoor").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "toldWrongPort",
    how: "tells a door that is closed",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.dues("server")[0]?.proposal.kind === "tellDoor");
      hands.act("server", { ...hands.waitFor("server", "tellDoor").proposal, port: port(80) });
    },
    explained: "when it comes home",
  },
  {
    reason: "resentRight",
    how: "sends its letter again when the timer has run out",
    at: "client1",
    on: twoWays,
    provoke: (hands) => hands.act("client1", afterSilence(hands, "sendDatagram")),
    explained: "by itself",
  },
  {
    reason: "sentBeforeTimeout",
    how: "sends its letter again although the first is still on its way",
    at: "client1",
    on: twoWays,
    provoke: (hands) => {
      hands.classroom.playUntil(() => hands.host("client1").errands.length > 0);
      const [{ id } = {} as never] = hands.host("client1").errands;
      hands.act("client1", onceMore(hands, id));
    },
    explained: "when it comes home",
  },
  {
    reason: "keptKnocking",
    how: "sends another letter after the last try",
    at: "client1",
    on: twoWays,
    mission: { mostSends: 1 },
    provoke: (hands) => {
      const { errand } = afterSilence(hands, "giveUp");
      hands.act("client1", onceMore(hands, errand));
    },
    explained: "when it comes home",
  },
  {
    reason: "gaveUpRight",
    how: "gives up after the last try",
    at: "client1",
    on: twoWays,
    mission: { mostSends: 1 },
    provoke: (hands) => hands.act("client1", afterSilence(hands, "giveUp")),
    explained: "by itself",
  },
  {
    reason: "gaveUpTooSoon",
    how: "gives up after the first silence",
    at: "client1",
    on: twoWays,
    provoke: (hands) => {
      const { errand } = afterSilence(hands, "sendDatagram");
      hands.act("client1", { kind: "giveUp", errand });
    },
    explained: "at once",
  },
  {
    reason: "gaveUpTooSoon",
    how: "gives up while its last letter is still on its way",
    at: "client1",
    on: twoWays,
    mission: { mostSends: 1 },
    provoke: (hands) => {
      hands.classroom.playUntil(() => hands.host("client1").errands.length > 0);
      const [{ id } = {} as never] = hands.host("client1").errands;
      hands.act("client1", { kind: "giveUp", errand: id });
    },
    explained: "at once",
  },
  {
    reason: "pinnedRight",
    how: "pins a prefix to the nearest exit",
    at: "router1",
    on: twoWays,
    provoke: pins("router1", "serverRoom", "router1-router2"),
    explained: "by itself",
  },
  {
    reason: "pinnedRight",
    how: "pins a prefix to the detour while the nearest exit is cut",
    at: "router1",
    on: twoWays,
    provoke: (hands) => {
      cut(hands, "router1", "router1-router2");
      pins("router1", "serverRoom", "router1-router3")(hands);
    },
    explained: "by itself",
  },
  {
    reason: "pinnedDetour",
    how: "pins a prefix to the detour while the nearest exit is up",
    at: "router1",
    on: twoWays,
    provoke: pins("router1", "serverRoom", "router1-router3"),
    explained: "when it comes home",
  },
  {
    reason: "pinnedDeadLine",
    how: "pins a prefix to a line that is cut",
    at: "router1",
    on: twoWays,
    provoke: (hands) => {
      cut(hands, "router1", "router1-router2");
      pins("router1", "serverRoom", "router1-router2")(hands);
    },
    explained: "in the debrief",
  },
  {
    reason: "pinnedAstray",
    how: "pins a house beside it to the wide world, from where its letters come back until their TTL ends",
    at: "router2",
    on: twoWays,
    provoke: pins("router2", "serverRoom", "router1-router2"),
    explained: "when it comes home",
  },
  {
    reason: "pinnedAstray",
    how: "pins a server to a client, who throws its letters away",
    at: "router1",
    on: twoWays,
    provoke: pins("router1", "serverRoom", "client7-router1"),
    explained: "in the debrief",
  },
  {
    reason: "letBeltOverflow",
    how: "lets letters lie until one falls off",
    at: "router1",
    mission: { beltSlots: 2 },
    provoke: (hands) =>
      hands.classroom.playUntil(() => hands.told("router1", "letterFellOff").length > 0),
    explained: "at once",
  },
];

test("every reason of the judge is provoked", () => {
  expect(new Set(lines.map(({ reason }) => reason))).toEqual(new Set(reasonNames));
});

function play({
  at,
  hands = [],
  on = still(addressAndDoor1),
  mission,
  provoke,
}: ReasonLine): Hands {
  const changed: Mission = { ...on, ...mission };
  const missions = { [changed.id]: changed };
  const round = new Hands([at, ...hands], { missions, mission: changed.id });
  provoke(round);
  return round;
}

/** What the desk's own table says about the reason: how often, and how often still unexplained. */
const tally = (hands: Hands, { at, reason }: ReasonLine) => tallyOf(hands.match, at)[reason];

/** A desk remembers the latest forty words, and where nothing fails there are many good ones. */
const watchUntil = ({ on }: ReasonLine, { match }: Hands): number =>
  on === undefined ? 120_000 : match.now + 30_000;

describe.each(lines)("$reason: $at $how", (line) => {
  const { at, reason, explained } = line;
  const words = () => (reason === "letBeltOverflow" ? "letterFellOff" : "coach");
  const said = (hands: Hands): number =>
    hands.told(at, words()).filter((told) => words() !== "coach" || told.reason === reason).length;

  test("is judged so, once", () => {
    const hands = play(line);
    const [evidence, ...more] = hands.evidence(at, reason);
    expect(evidence).toMatchObject({ seat: at, player: at, concept: reasons[reason].concept });
    expect(more).toEqual([]);
    expect(tally(hands, line)?.count).toBe(1);
  });

  test.each(languages)("has words for it in %s", (language) => {
    expect(texts[language].coach.reasons[reason]).not.toBe("");
  });

  test(`is explained ${explained}, and once`, () => {
    const hands = play(line);
    if (explained === "at once") {
      expect(said(hands)).toBe(1);
      expect(hands.evidence(at, reason)[0]?.shownAt).toBe(hands.match.now);
    } else {
      expect(said(hands)).toBe(0);
      expect(tally(hands, line)?.hidden).toBe(1);
    }
    if (explained === "when it comes home") {
      hands.obeyUntil(at, () => said(hands) > 0);
      expect(hands.evidence(at, reason)[0]?.shownAt).toBe(hands.match.now);
    }
    const isSaid = explained === "at once" || explained === "when it comes home";
    expect(said(hands)).toBe(isSaid ? 1 : 0);
    if (reason === "letBeltOverflow") return;
    const until = watchUntil(line, hands);
    hands.obeyUntil(at, () => hands.match.now >= until);
    expect(said(hands)).toBe(isSaid ? 1 : 0);
    if (isSaid) expect(tally(hands, line)?.hidden).toBe(0);
    if (explained === "in the debrief") expect(tally(hands, line)?.hidden).toBe(1);
  });
});

test("writing a letter again before its time is no waste if the one that left was wrong", () => {
  const hands = new Hands(["client1"]);
  const { proposal } = hands.waitFor("client1", "sendDatagram");
  hands.act("client1", { ...proposal, destinationPort: port(80) });
  hands.act("client1", proposal);
  hands.act("client1", proposal);
  expect(hands.evidence("client1").map(({ reason }) => reason)).toEqual([
    "wrongPort",
    "addressedRight",
    "sentBeforeTimeout",
  ]);
});

test("telling a door that nobody asks for is no act of anybody's round: it is not judged", () => {
  const hands = new Hands(["server"]);
  const door = hands.host("server").programs["time"]?.port ?? port(0);
  for (const told of [door, port(80)]) {
    hands.act("server", { kind: "tellDoor", service: "time", port: told });
  }
  expect(hands.evidence("server")).toEqual([]);
  expect(hands.match.flags["server"]).toMatchObject({ flag: "myDoor", port: 80 });
});
