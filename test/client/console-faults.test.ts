import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import {
  isDead,
  lineState,
  nameTarget,
  presentActiveFaults,
  presentLines,
  presentServers,
} from "../../client/present/console-faults.ts";
import type { Fault } from "../../shared/contract/intent.ts";
import { toldRoom } from "./told-room.ts";

const { ko } = texts;

function playing(mission = "address-and-door-1") {
  const room = toldRoom(8);
  room.say("host", { kind: "startRound", mission });
  for (let nth = 1; nth <= 8; nth++) room.say(`p${nth}`, { kind: "ready" });
  const cause = (fault: Fault, network?: string) =>
    room.say("host", { kind: "fault", fault, ...(network === undefined ? {} : { network }) });
  return { ...room, cause };
}

test("the first line offered runs between routers, where a way round may be left", () => {
  const lines = presentLines(playing().seenByHost(), undefined, ko);
  expect(lines[0]).toEqual({ id: "router1-router2", name: "라우터 1 – 라우터 2" });
  expect(lines).toHaveLength(9);
});

test.each(Object.keys(missions))("every line of %s has a name of its own", (mission) => {
  const names = presentLines(playing(mission).seenByHost(), undefined, ko).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("a cut line, a loss, a delay and a dead server show, each until it is undone", () => {
  const { cause, seenByHost } = playing();
  const line = "router1-router2";
  const [server] = presentServers(seenByHost(), undefined, ko);
  const box = server?.id ?? "";
  cause({ kind: "cutLink", link: line });
  cause({ kind: "setLoss", link: line, percent: 30 });
  cause({ kind: "setDelay", link: line, times: 3 });
  cause({ kind: "killBox", box });
  expect(lineState(seenByHost(), undefined, line)).toEqual({ isUp: false, loss: 30, slow: 3 });
  expect(isDead(seenByHost(), "n2", box)).toBe(true);
  const faults = presentActiveFaults(seenByHost());
  expect(faults.map(({ kind, networks }) => [kind, networks])).toEqual([
    ["cutLink", ["n1", "n2"]],
    ["setLoss", ["n1", "n2"]],
    ["setDelay", ["n1", "n2"]],
    ["killBox", ["n1", "n2"]],
  ]);
  for (const { undo } of faults) expect(cause(undo)).toEqual({ kind: "accepted" });
  expect(presentActiveFaults(seenByHost())).toEqual([]);
  expect(lineState(seenByHost(), undefined, line)).toEqual({ isUp: true, loss: 0, slow: 1 });
});

test("what is undone in one network goes on in the other", () => {
  const { cause, seenByHost } = playing();
  cause({ kind: "cutLink", link: "router1-router2" });
  cause({ kind: "mendLink", link: "router1-router2" }, "n1");
  expect(presentActiveFaults(seenByHost())).toMatchObject([{ kind: "cutLink", networks: ["n2"] }]);
  expect(lineState(seenByHost(), "n1", "router1-router2").isUp).toBe(true);
});

test("undoing a loss leaves a line as its mission has it", () => {
  const { cause, seenByHost } = playing("best-effort-0");
  const line = "router1-router2";
  const usual = lineState(seenByHost(), undefined, line).loss;
  expect(usual).toBeGreaterThan(0);
  cause({ kind: "setLoss", link: line, percent: 0 });
  const [fault] = presentActiveFaults(seenByHost());
  if (fault !== undefined) cause(fault.undo);
  expect(lineState(seenByHost(), undefined, line).loss).toBe(usual);
  expect(presentActiveFaults(seenByHost())).toEqual([]);
});

test("a target is called by its machines, in either language", () => {
  const view = playing().seenByHost();
  expect(nameTarget(view, "n1", "router3-server", ko)).toBe("라우터 3 – 서버");
  expect(nameTarget(view, "n1", "server", texts.en)).toBe("Server");
});
