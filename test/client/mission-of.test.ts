import { expect, test } from "vitest";
import { missionOf } from "../../client/present/mission-of.ts";
import { presentHost } from "../../client/present/shell-host.ts";
import { toldRoom } from "./told-room.ts";

/** A room of thirteen: seven play in two districts, six in one. */
function playing() {
  const room = toldRoom(13);
  room.say("host", { kind: "setSize", size: 12 });
  room.say("host", { kind: "startRound", mission: "address-and-door-1" });
  for (let nth = 1; nth <= 13; nth++) room.say(`p${nth}`, { kind: "ready" });
  return room;
}

test("a mission is what the network's map shows of it: one district or two", () => {
  const view = playing().seenByHost();
  const boxes = (network: string) => missionOf(view, network)?.boxes.length;
  expect([boxes("n1"), boxes("n2")]).toEqual([20, 10]);
});

test("every seat that can be played is known, in both kinds of network", () => {
  const { networks } = presentHost(playing().seenByHost());
  const played = networks.map(({ seats }) => seats.filter(({ isPlayed }) => isPlayed).length);
  expect(played).toEqual([10, 6]);
});
