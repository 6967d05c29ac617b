import { describe, expect, test } from "vitest";
import { addressAndDoor2 } from "../../../assets/missions/address-and-door-2.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import type { Mission, MissionEvent, Sight } from "../../../shared/contract/mission.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";

/** The network in which everybody sits at every desk, and nothing befalls it but these events. */
function everybodyAt(events: readonly MissionEvent[], sight: Sight = "neighbours"): Hands {
  const mission: Mission = { ...calm(bestEffort1), events, sight };
  return new Hands(mission.seats.slice(0, 5), {
    ...{ mission: mission.id, missions: { [mission.id]: mission } },
  });
}

const eventAt = 10_000;
const backbone = "router1-router2";

/** What everybody sees a moment before and right after the event, by player. */
function aroundEvent(hands: Hands, at = eventAt) {
  const look = () =>
    Object.keys(hands.classroom.lesson.players).map((player) => ({
      player,
      view: viewFor(hands.classroom.lesson, { kind: "player", player }),
    }));
  hands.wait(at - 1 - hands.match.now);
  const before = look();
  hands.wait(1);
  return look().map(({ player, view }, index) => ({
    player,
    view,
    changed: JSON.stringify(view) !== JSON.stringify(before[index]?.view),
  }));
}

describe.each<Sight>(["neighbours", "open"])("a line that is cut, where sight is %s", (sight) => {
  const cut = { at: eventAt, kind: "lineCut", link: backbone } as const;

  test("is seen and told at its two ends, and nowhere else", () => {
    const seen = aroundEvent(everybodyAt([cut], sight));
    expect(seen.filter(({ changed }) => changed).map(({ player }) => player)).toEqual([
      "router1",
      "router2",
    ]);
    for (const { player, view } of seen) {
      expect(view.links[backbone]?.up, player).toBe(!["router1", "router2"].includes(player));
    }
  });

  test("is told with the box at its other end", () => {
    const hands = everybodyAt([cut], sight);
    hands.wait(eventAt);
    expect(hands.told("router1", "lineCut")).toMatchObject([
      { at: eventAt, box: "router2", link: backbone },
    ]);
    expect(hands.told("router2", "lineCut")).toMatchObject([{ at: eventAt, box: "router1" }]);
  });

  test("is mended for its two ends alone, too", () => {
    const mended = { at: 20_000, kind: "lineMended", link: backbone } as const;
    const hands = everybodyAt([cut, mended], sight);
    const seen = aroundEvent(hands, 20_000);
    expect(seen.filter(({ changed }) => changed).map(({ player }) => player)).toEqual([
      "router1",
      "router2",
    ]);
    expect(seen.every(({ view }) => view.links[backbone]?.up === true)).toBe(true);
    expect(hands.told("router1", "lineMended")).toMatchObject([{ at: 20_000, box: "router2" }]);
  });
});

test("a client hears that its own line is cut", () => {
  const hands = everybodyAt([{ at: eventAt, kind: "lineCut", link: "client1-router1" }]);
  hands.wait(eventAt);
  expect(hands.told("client1", "lineCut")).toMatchObject([{ box: "router1" }]);
  expect(hands.told("client2", "lineCut")).toEqual([]);
});

describe("a box that dies", () => {
  const dies = { at: eventAt, kind: "boxDies", box: "server2" } as const;

  test("is noticed by nobody", () => {
    const seen = aroundEvent(everybodyAt([dies]));
    expect(seen.filter(({ changed }) => changed)).toEqual([]);
  });

  test("is known to its askers by silence alone: no news but that there was no answer", () => {
    const hands = everybodyAt([{ ...dies, at: 0 }]);
    const desks = ["router1", "router2", "router3"];
    hands.obeyUntil(desks, () => hands.told("client1", "noAnswer").length > 2);
    const heard = hands.seat("client1").happenings.filter(({ service }) => service === "score");
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set(["noAnswer"]));
    expect(hands.told("client1", "errandAnswered").map(({ service }) => service)).not.toContain(
      "score",
    );
  });

  test("answers again once it lives again", () => {
    const revives = { at: 20_000, kind: "boxRevives", box: "server2" } as const;
    const hands = everybodyAt([{ ...dies, at: 0 }, revives]);
    const desks = ["client1", "client2", "router1", "router2", "router3"];
    const answered = () =>
      hands.told("client1", "errandAnswered").some(({ service }) => service === "score");
    hands.obeyUntil(desks, answered);
    expect(hands.match.now).toBeGreaterThan(20_000);
  });

  test("is given up rightly after one resend, by whoever has heard that there is nobody", () => {
    const hands = everybodyAt([{ ...dies, at: 0 }]);
    const isDead = (errand: number) =>
      hands.host("client1").errands.find(({ id }) => id === errand)?.service === "score";
    const desks = ["router1", "router2", "router3"];
    const find = () =>
      hands.dues("client1").find(({ proposal }) => "errand" in proposal && isDead(proposal.errand))
        ?.proposal;
    hands.obeyUntil(desks, () => find() !== undefined);
    const letter = find();
    if (letter?.kind !== "sendDatagram") throw new Error("nothing is to be sent again");
    hands.act("client1", letter);
    hands.act("client1", { kind: "giveUp", errand: letter.errand });
    expect(hands.evidence("client1").map(({ reason }) => reason)).toEqual([
      "resentRight",
      "gaveUpRight",
    ]);
  });
});

describe("programs that swap their doors", () => {
  const swap = { at: 30_000, kind: "programsSwap", services: ["time", "quote"] } as const;
  const mission: Mission = { ...calm(addressAndDoor2), events: [swap] };
  const options = { mission: mission.id, missions: { [mission.id]: mission } };

  /** A client that knows the door of `time` from before the swap, and has a letter to write to it. */
  function withOldNumber() {
    const hands = new Hands(["client1"], options);
    const old = hands.host("client1").book["time"]?.port;
    hands.obeyUntil("client1", () => hands.match.now >= swap.at + 5_000);
    expect(hands.host("server").programs["quote"]?.port).toBe(old);
    const isForTime = () =>
      hands
        .dues("client1")
        .find(
          ({ proposal }) =>
            proposal.kind === "sendDatagram" &&
            hands.host("client1").errands.find(({ id }) => id === proposal.errand)?.service ===
              "time",
        )?.proposal;
    return { hands, old, isForTime };
  }

  test("a letter with the old number meets the other program; the writer could not know, and is told of a strange answer", () => {
    const { hands, isForTime } = withOldNumber();
    if (hands.host("client1").book["time"]?.port === undefined) throw new Error("already asked");
    hands.obeyUntil("client1", () => isForTime() !== undefined);
    const letter = isForTime();
    if (letter?.kind !== "sendDatagram") throw new Error("no letter");
    hands.act("client1", letter);
    expect(hands.evidence("client1").at(-1)?.reason).toBe("addressedRight");
    hands.obeyUntil("client1", () => hands.told("client1", "nonsenseAnswer").length > 0);
    expect(hands.told("client1", "nonsenseAnswer")[0]).toMatchObject({ errand: letter.errand });
    expect(hands.coached("client1")).toEqual([]);
  });

  test("after the strange answer the machine asks for the door, and whoever writes the old number again is coached", () => {
    const { hands, old, isForTime } = withOldNumber();
    hands.obeyUntil("client1", () => isForTime() !== undefined);
    const letter = isForTime();
    if (letter?.kind !== "sendDatagram") throw new Error("no letter");
    hands.act("client1", letter);
    hands.obeyUntil("client1", () => hands.told("client1", "nonsenseAnswer").length > 0);
    expect(hands.host("client1").book["time"]).not.toHaveProperty("port");
    const asks = hands.dues("client1").map(({ proposal }) => proposal);
    expect(asks).toContainEqual({ kind: "askDoor", service: "time" });
    hands.act("client1", { ...letter, destinationPort: old ?? letter.destinationPort });
    expect(hands.evidence("client1").at(-1)?.reason).toBe("wrongPort");
    hands.obeyUntil("client1", () => hands.coached("client1").length > 0);
    expect(hands.coached("client1")).toEqual(["wrongPort"]);
  });

  test("everybody gets through in the end", () => {
    const hands = new Hands([], options);
    hands.classroom.runUntil(instant(mission.roundMs));
    expect(hands.match.answered).toBeGreaterThan(20);
    expect(hands.match.failed).toBe(0);
  });
});
