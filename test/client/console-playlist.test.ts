import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import {
  coursePresets,
  earlier,
  lessonPresets,
  without,
} from "../../client/present/console-playlist.ts";
import { toldRoom } from "./told-room.ts";

test("a lesson is one chapter in four rounds, its mechanism twice", () => {
  for (const { chapter, missions: listed } of lessonPresets) {
    const rounds = listed.map((id) => missions[id]);
    expect(rounds.map((mission) => mission?.kind)).toEqual([
      "experiment",
      "mechanism",
      "mechanism",
      "twist",
    ]);
    expect(new Set(rounds.map((mission) => mission?.chapter))).toEqual(new Set([chapter]));
  }
  expect(lessonPresets.length).toBeGreaterThanOrEqual(4);
});

test("a course is the lessons of the first chapters in a row, and no longer than there are chapters", () => {
  expect(coursePresets.map(({ lessons }) => lessons)).toEqual([
    3,
    Math.min(6, lessonPresets.length),
  ]);
  for (const { lessons, missions: listed } of coursePresets)
    expect(listed).toEqual(lessonPresets.slice(0, lessons).flatMap((one) => one.missions));
});

test("the lesson takes every preset as its list", () => {
  const { say } = toldRoom(1);
  for (const preset of [...lessonPresets, ...coursePresets]) {
    expect(say("host", { kind: "setPlaylist", missions: preset.missions })).toEqual({
      kind: "accepted",
    });
  }
});

test("in the second round of a mechanism nobody keeps a role that others have not had", () => {
  const { say, play, seenByHost } = toldRoom(5);
  const roles = () => Object.values(seenByHost().players).map(({ role }) => role);
  play();
  const before = roles();
  say("host", { kind: "endRound" });
  play();
  expect(roles().filter((role, nth) => role === before[nth]).length).toBeLessThan(5);
});

test("an entry is taken out or moved forward by its place, even where a mission stands twice", () => {
  expect(without(["a", "b", "b", "c"], 2)).toEqual(["a", "b", "c"]);
  expect(earlier(["a", "b", "c"], 2)).toEqual(["a", "c", "b"]);
  expect(earlier(["a", "b"], 0)).toEqual(["a", "b"]);
});
