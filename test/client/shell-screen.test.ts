import { expect, test } from "vitest";
import {
  presentEnd,
  presentHostScreen,
  presentPlayerScreen,
} from "../../client/present/shell-screen.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";

const viewIn = (phase: string, seat?: string): View => ({
  ...emptyView(),
  lesson: {
    now: {
      ...{ phase, round: 1, mission: "address-and-door-1", paused: false, moves: 0, sight: "open" },
      ...(seat === undefined ? {} : { seat, role: "client" }),
    },
  },
});

test.each([
  ["lobby", undefined, "lobby"],
  ["briefing", "client1", "briefing"],
  ["play", "client1", "play"],
  ["result", "client1", "result"],
  ["play", undefined, "lobby"],
  ["result", undefined, "lobby"],
  ["debrief", "client1", "debrief"],
  ["debrief", undefined, "debrief"],
  ["over", "client1", "over"],
])("in %s a player on seat %s sees the %s screen", (phase, seat, screen) => {
  expect(presentPlayerScreen(viewIn(phase, seat), "live")).toBe(screen);
});

test("a cut line leaves the screen as it was, an ended one does not", () => {
  expect(presentPlayerScreen(viewIn("play", "client1"), "away")).toBe("play");
  expect(presentPlayerScreen(viewIn("play", "client1"), "over")).toBe("over");
});

test("nobody sees a lesson before its first view has come", () => {
  expect(presentPlayerScreen(emptyView(), "live")).toBe("entering");
  expect(presentHostScreen(emptyView(), "live")).toBe("entering");
});

test("the host keeps one page until the room is closed", () => {
  expect(
    ["lobby", "briefing", "play", "result", "over"]
      .map((phase) => viewIn(phase))
      .map((view) => presentHostScreen(view, "live")),
  ).toEqual(["host", "host", "host", "host", "over"]);
});

test("a closed room is told apart from a seat that somebody else took", () => {
  expect(presentEnd(viewIn("over"))).toBe("closed");
  expect(presentEnd(viewIn("play", "client1"))).toBe("taken");
});
