import { expect, test } from "vitest";
import { teamsByLabel } from "../../client/present/console-labels.ts";
import { toldRoom } from "./told-room.ts";

const players = "p1 p2 p3 p4 p5 p6".split(" ");

test("labels that begin with the same word are a team", () => {
  const labels = { p1: "1조 민서", p2: "2조 지우", p3: "1조", p4: " 1조  하윤", p5: "2조 도윤" };
  expect(teamsByLabel(labels, players)).toEqual([
    ["p1", "p3", "p4"],
    ["p2", "p5"],
  ]);
});

test("whoever stands alone or has no label is left to the lesson", () => {
  expect(teamsByLabel({ p1: "민서", p2: "", p3: "   ", p4: "지우" }, players)).toEqual([]);
});

test("Hangul counts the same however a keyboard has put it together", () => {
  const apart = "가람".normalize("NFD");
  expect(teamsByLabel({ p1: "가람", p2: apart }, players)).toEqual([["p1", "p2"]]);
});

test("the lesson seats the teams as labelled, and the rest with them", () => {
  const { say, play, seenByHost } = toldRoom(6);
  const teams = teamsByLabel({ p1: "a", p4: "a", p2: "b", p5: "b" }, players);
  expect(say("host", { kind: "setTeams", teams })).toEqual({ kind: "accepted" });
  play();
  const networkOf = (player: string) => seenByHost().players[player]?.network;
  expect(networkOf("p1")).toBe(networkOf("p4"));
  expect(networkOf("p2")).toBe(networkOf("p5"));
  expect(networkOf("p1")).not.toBe(networkOf("p2"));
  expect(networkOf("p3")).toBeDefined();
});
