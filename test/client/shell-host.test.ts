import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { playlistOf, presentHost } from "../../client/present/shell-host.ts";
import type { Intent } from "../../shared/contract/intent.ts";
import { toldRoom } from "./told-room.ts";

test("the host sees who sits where, who waits, and which seats run by themselves", () => {
  const { say, seenByHost } = toldRoom(8);
  expect(presentHost(seenByHost())).toMatchObject({ networks: [], online: 8 });
  expect(presentHost(seenByHost()).unseated).toHaveLength(8);
  say("host", { kind: "startRound" });
  say("shell", { kind: "lineCut", player: "p8" });
  const { networks, unseated, online, automatic } = presentHost(seenByHost());
  expect([online, automatic, unseated.length]).toEqual([7, 2, 0]);
  expect(networks.map(({ order, seats }) => [order, seats.length])).toEqual([
    [1, 9],
    [2, 9],
  ]);
  for (const { seats } of networks) {
    const roles = seats.map(({ role }) => role).sort();
    expect(roles).toEqual([
      ...["client", "client", "client", "client"],
      ...["router", "router", "router"],
      ...["server", "server"],
    ]);
    expect(seats.filter(({ person }) => person === undefined)).toHaveLength(5);
  }
});

test("a seat tells a person from somebody who is away, and both from a cut line", () => {
  const { say, play, wait, seenByHost } = toldRoom(4);
  play();
  say("shell", { kind: "lineCut", player: "p1" });
  wait(46_000);
  say("p3", { kind: "takeBack" });
  const hands = presentHost(seenByHost())
    .networks.flatMap(({ seats }) => seats)
    .map(({ hand, person }) => [person?.player ?? "nobody", hand]);
  expect(Object.fromEntries(hands)).toEqual({
    ...{ p1: "offline", p2: "away", p3: "person", p4: "away" },
    nobody: "automatic",
  });
});

test("a machine that no mission lets anybody hold is no seat to move to", () => {
  const { say, seenByHost } = toldRoom(2);
  say("host", { kind: "startRound", mission: "three-handshakes-1" });
  const seats = presentHost(seenByHost()).networks.flatMap((network) => network.seats);
  const unplayed = seats.filter(({ isPlayed }) => !isPlayed).map(({ box }) => box);
  for (const box of unplayed) {
    expect(say("host", { kind: "moveSeat", player: "p1", network: "n1", box })).toMatchObject({
      kind: "refused",
    });
  }
  expect(unplayed).toContain("router2");
});

test.each([
  [[], ["startRound"]],
  [["startRound"], ["extend", "endRound"]],
  [
    ["startRound", "ready"],
    ["pause", "extend", "endSoon", "endRound"],
  ],
  [
    ["startRound", "ready", "pause"],
    ["resume", "extend", "endSoon", "endRound"],
  ],
  [
    ["startRound", "endRound"],
    ["debrief", "startRound"],
  ],
] as const)("after %j the host is offered %j, and none of it is refused", (done, offered) => {
  for (const move of offered) {
    const { say, seenByHost } = toldRoom(1);
    for (const kind of done) say(kind === "ready" ? "p1" : "host", { kind });
    expect(presentHost(seenByHost()).moves).toEqual(offered);
    const intent: Intent = move === "debrief" ? { kind: move, step: "guess" } : { kind: move };
    expect(say("host", intent)).toEqual({ kind: "accepted" });
  }
});

test("the next round plays the list, then what follows in the journey", () => {
  const { say, seenByHost } = toldRoom(1);
  const next = () => presentHost(seenByHost()).nextMission;
  expect(next()).toBe("address-and-door-1");
  say("host", { kind: "setPlaylist", missions: ["best-effort-0", "best-effort-2"] });
  expect(next()).toBe("best-effort-0");
  say("host", { kind: "startRound", mission: next() });
  say("host", { kind: "endRound" });
  expect(playlistOf(seenByHost().lesson["now"])).toEqual(["best-effort-2"]);
  say("host", { kind: "startRound", mission: next() });
  say("host", { kind: "endRound" });
  const ids = Object.keys(missions);
  expect(next()).toBe(ids[ids.indexOf("best-effort-2") + 1]);
});
