import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { reasons } from "../../../shared/contract/reasons.ts";
import type { Evidence, Match, Seat } from "../../../shared/match/match.ts";
import type { Ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { type Flight, flightsOf } from "../../../shared/world/world.ts";
import { Hands } from "../../kit/hands.ts";
import { HomeComings, lineageOf } from "../../kit/home-comings.ts";
import { port } from "../../kit/one-box.ts";
import {
  aClassPlan,
  type ClassPlan,
  hurriedMissions,
  liveThrough,
} from "../../kit/random-class.ts";
import { still } from "../../kit/still-mission.ts";

/** The way from router1 to the server. */
const crossing = "router1-router3";
const between = "router1-router2";

/** Nobody comes by. */
const mission = still(addressAndDoor1);
const quiet = { missions: { [mission.id]: mission } };

/** The number of the act that the last move became. */
const lastAct = (hands: Hands): number => hands.match.acts.length;

/** The letter under way that the last act sent. */
const sentJustNow = (hands: Hands): Flight | undefined =>
  flightsOf(hands.match.world).find(({ packet }) => packet.cause === lastAct(hands));

/** A client's first letter to the played server; others are written as they come. */
function letterToServer(hands: Hands) {
  const { address } = hands.host("server");
  const isToServer = ({ destination }: { readonly destination: Ipv4Address }) =>
    destination === address;
  hands.obeyUntil("client1", () =>
    hands
      .dues("client1")
      .some(({ proposal }) => proposal.kind === "sendDatagram" && isToServer(proposal)),
  );
  return hands.waitFor("client1", "sendDatagram", isToServer).proposal;
}

describe("what descends from an act", () => {
  test("is its letter, through every router on the way", () => {
    const hands = new Hands(["client1", "router1", "server"]);
    hands.act("client1", letterToServer(hands));
    const written = lastAct(hands);
    for (const box of ["router1", "server"]) {
      const isIt = ({ packet }: { readonly packet: PacketId }) =>
        hands
          .device(box)
          .belt.letters.some(
            (letter) =>
              letter.packet.id === packet &&
              lineageOf(hands.match, letter.packet.cause ?? 0).includes(written),
          );
      const kind = box === "server" ? "deliver" : "forward";
      hands.obeyUntil(box, () => hands.dues(box).some((due) => isIt(due.proposal as never)));
      hands.act(box, hands.waitFor(box, kind, isIt).proposal);
      expect(lineageOf(hands.match, lastAct(hands)), box).toContain(written);
    }
  });

  test("is the ICMP error about its letter", () => {
    const hands = new Hands(["client1", "server"]);
    hands.act("client1", { ...letterToServer(hands), destinationPort: port(80) });
    const written = lastAct(hands);
    hands.act("server", hands.waitFor("server", "reject").proposal);
    expect(sentJustNow(hands)?.packet.body).toMatchObject({ error: "portUnreachable" });
    expect(lineageOf(hands.match, lastAct(hands))).toContain(written);
  });

  test("is the nonsense that a program answers to it", () => {
    const hands = new Hands(["server"]);
    hands.obeyUntil("server", () => hands.host("server").ports.bindings.length > 1);
    const { packet, door } = hands.waitFor("server", "deliver").proposal;
    const other = hands.host("server").ports.bindings.find((binding) => binding.port !== door);
    hands.act("server", { kind: "deliver", packet, door: other?.port ?? port(0) });
    expect(sentJustNow(hands)?.packet.body).toMatchObject({
      payload: expect.stringContaining("what? "),
    });
  });

  test("is every letter written to the port that it told", () => {
    const hands = new Hands(["server", "client1"]);
    hands.obeyUntil(["server", "client1"], () =>
      hands.dues("server").some(({ proposal }) => proposal.kind === "tellDoor"),
    );
    hands.act("server", { ...hands.waitFor("server", "tellDoor").proposal, port: port(80) });
    const told = lastAct(hands);
    expect(hands.told("client1", "doorTold").at(-1)).toMatchObject({ port: 80 });
    const due = hands.waitFor("client1", "sendDatagram", (act) => act.destinationPort === 80);
    hands.act("client1", due.proposal);
    expect(lineageOf(hands.match, lastAct(hands))).toContain(told);
  });

  test("is the letter that is written again because of bad news about it", () => {
    const hands = new Hands(["router1", "client1"], quiet);
    hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
    const { packet } = hands.waitFor(
      "router1",
      "forward",
      ({ exit }) => exit === crossing,
    ).proposal;
    hands.act("router1", { kind: "reject", packet });
    const rejected = lastAct(hands);
    hands.classroom.playUntil(() => hands.told("client1", "noRoute").length > 0);
    const { errand } = hands.told("client1", "noRoute")[0] ?? {};
    const again = hands.waitFor("client1", "sendDatagram", (act) => act.errand === errand);
    hands.act("client1", again.proposal);
    expect(lineageOf(hands.match, lastAct(hands))).toContain(rejected);
  });

  test("is not the letter that is written again because nothing was heard", () => {
    const hands = new Hands(["router1", "client1"], quiet);
    hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
    const { packet } = hands.waitFor(
      "router1",
      "forward",
      ({ exit }) => exit === crossing,
    ).proposal;
    hands.act("router1", { kind: "forward", packet, exit: "client7-router1" });
    hands.obeyUntil("router1", () => hands.told("client1", "noAnswer").length > 0);
    const { errand } = hands.told("client1", "noAnswer")[0] ?? {};
    const again = hands.waitFor("client1", "sendDatagram", (act) => act.errand === errand);
    hands.act("client1", again.proposal);
    expect(lineageOf(hands.match, lastAct(hands))).toEqual([lastAct(hands)]);
  });
});

test("a letter that is sent to and fro between two routers ends with its TTL, and its sender hears of it", () => {
  const hands = new Hands(["router1", "router2", "client1"], quiet);
  hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
  const { packet } = hands.waitFor("router1", "forward", ({ exit }) => exit === crossing).proposal;
  const ttls: (number | undefined)[] = [];
  const letterAt = (box: string) =>
    hands.device(box).belt.letters.find((one) => one.packet.id === packet);
  for (let round = 1; round <= 3; round++) {
    hands.obeyUntil("router1", () => letterAt("router1") !== undefined);
    ttls.push(letterAt("router1")?.packet.ip.ttl);
    hands.act("router1", { kind: "forward", packet, exit: between });
    hands.obeyUntil("router2", () => letterAt("router2") !== undefined);
    hands.act("router2", { kind: "forward", packet, exit: between });
  }
  expect(ttls).toEqual([7, 5, 3]);
  const wrong = "noMatchingPrefix";
  expect(hands.coached("router1")).toEqual([wrong, wrong]);
  hands.obeyUntil("router1", () => hands.told("client1", "ttlEnded").length > 0);
  expect(letterAt("router1")).toBeUndefined();
  expect(hands.coached("router1")).toEqual([wrong, wrong, wrong]);
});

test("whoever asks again for a door is heard once, and the due does not start to wait anew", () => {
  const hands = new Hands(["server", "client1"]);
  const ofClient1 = () => hands.match.asks.filter(({ box }) => box === "client1");
  hands.obeyUntil(["server", "client1"], () => ofClient1().length > 0);
  const [ask] = ofClient1();
  if (ask === undefined) throw new Error("nobody asks");
  const { since } = hands.waitFor("server", "tellDoor", ({ service }) => service === ask.service);
  const heard = () =>
    hands.told("server", "doorAsked").filter(({ box }) => box === "client1").length;
  const before = heard();
  hands.wait(3_000);
  hands.act("client1", { kind: "askDoor", service: ask.service });
  const { since: later } = hands.waitFor(
    "server",
    "tellDoor",
    ({ service }) => service === ask.service,
  );
  expect(ofClient1().filter(({ service }) => service === ask.service)).toEqual([ask]);
  expect(heard()).toBe(before);
  expect(later).toBe(since);
});

test("bad news that is a desk's own doing is told by the coach alone, other bad news by its name", () => {
  const own = new Hands(["client1"]);
  own.act("client1", {
    ...own.waitFor("client1", "sendDatagram").proposal,
    destinationPort: port(80),
  });
  own.classroom.playUntil(() => own.coached("client1").length > 0);
  expect(own.told("client1", "doorClosed")).toEqual([]);

  const others = new Hands(["client2", "server"]);
  const { packet } = others.waitFor("server", "deliver").proposal;
  others.act("server", { kind: "reject", packet });
  others.classroom.playUntil(() => others.told("client2", "doorClosed").length > 0);
  expect(others.coached("client2")).toEqual([]);
});

test("silence about a letter that a client wrote wrong is explained when its timer runs out", () => {
  const hands = new Hands(["client1", "client2"]);
  const { proposal } = hands.waitFor("client1", "sendDatagram");
  const [neighbour] = Object.values(hands.host("client1").neighbours);
  hands.act("client1", { ...proposal, destination: neighbour ?? proposal.destination });
  hands.classroom.playUntil(() => hands.coached("client1").length > 0);
  expect(hands.match.now).toBe(hands.match.mission.retryMs);
  expect(hands.coached("client1")).toEqual(["wrongAddress"]);
});

/** A class lived through, with everything that was told and when every act came home. */
function overTheShoulder(plan: ClassPlan) {
  const homes = new HomeComings();
  const told = new Map<string, string>();
  const note = ({ box, happenings }: Seat): void => {
    for (const { n, kind, reason } of happenings) told.set(`${box} ${n}`, reason ?? kind);
  };
  const { lesson } = liveThrough(plan, { missions: hurriedMissions }, (classroom) => {
    const match = classroom.lesson.networks["n1"]?.match;
    if (match === undefined) return;
    homes.note(match);
    for (const seat of Object.values(match.seats)) note(seat);
  });
  const match = lesson.networks["n1"]?.match;
  if (match === undefined) throw new Error("no network");
  return { homes, told: [...told.values()], match };
}

const isWrong = ({ reason }: Evidence): boolean => reasons[reason].verdict !== "right";

/** Evidence about acts; a letter that fell off was none. */
const actsIn = (match: Match): readonly Evidence[] => match.evidence.filter(({ act }) => act > 0);

describe("in any class", () => {
  const everyClass = (law: (seen: ReturnType<typeof overTheShoulder>) => void): void =>
    fc.assert(
      fc.property(aClassPlan(90_000, Object.keys(missions)), (plan) =>
        law(overTheShoulder({ ...plan, events: [] })),
      ),
      { numRuns: 50 },
    );

  test("a router is told what it did when a descendant comes back to it, and never otherwise", () => {
    everyClass(({ homes, match }) => {
      for (const evidence of actsIn(match)) {
        if (reasons[evidence.reason].duty !== "forward") continue;
        const home = homes.of(evidence, match.now);
        expect(evidence.shownAt, evidence.reason).toBe(home);
      }
    });
  });

  test("a host is told what it did when a descendant comes home at the latest", () => {
    everyClass(({ homes, match }) => {
      for (const evidence of actsIn(match)) {
        const home = homes.of(evidence, match.now);
        const shownAt = evidence.shownAt ?? Number.POSITIVE_INFINITY;
        expect(shownAt, evidence.reason).toBeLessThanOrEqual(home ?? Number.POSITIVE_INFINITY);
      }
    });
  });

  test("every act that was not right is told of once, if its consequence was shown at all", () => {
    everyClass(({ told, match }) => {
      const shown = actsIn(match)
        .filter((evidence) => isWrong(evidence) && evidence.shownAt !== undefined)
        .map(({ reason }) => reason);
      const coached = told.filter((words) => Object.hasOwn(reasons, words));
      expect([...coached].sort()).toEqual([...shown].sort());
    });
  });
});
