import { expect, test } from "vitest";
import { type SoundScene, soundBetween, soundScene } from "../../client/present/screen-sounds.ts";
import { toldRoom } from "./told-room.ts";

const scene = (change: Partial<SoundScene> = {}): SoundScene => ({
  ...{ phase: "play", paused: false, step: "", answered: 3, seconds: 60 },
  ...change,
});

test.each<[string, Partial<SoundScene>, Partial<SoundScene>, string | undefined]>([
  ["a round begins", { phase: "briefing" }, {}, "begins"],
  ["a round ends", {}, { phase: "result" }, "ends"],
  ["the looking back begins", { phase: "result" }, { phase: "debrief", step: "guess" }, "step"],
  [
    "its next step comes",
    { phase: "debrief", step: "guess" },
    { phase: "debrief", step: "replay" },
    "step",
  ],
  ["everybody stops", {}, { paused: true }, "pauses"],
  ["everybody goes on", { paused: true }, {}, "resumes"],
  ["an answer comes home", {}, { answered: 4 }, "answer"],
  ["a second of many passes", {}, { seconds: 59 }, undefined],
  ["one of the last seconds passes", { seconds: 6 }, { seconds: 5 }, "tick"],
  [
    "a last second and an answer come together",
    { seconds: 3 },
    { seconds: 2, answered: 4 },
    "tick",
  ],
  ["the last second is over", { seconds: 1 }, { seconds: 0 }, undefined],
  [
    "a new round's answers begin at none",
    { phase: "briefing", answered: 9 },
    { answered: 0 },
    "begins",
  ],
  ["nothing changes", {}, {}, undefined],
])("when %s, that is what is heard", (_, before, now, sound) => {
  expect(soundBetween(scene(before), scene(now))).toBe(sound);
});

test("the big screen's own view tells when a round begins", () => {
  const room = toldRoom(4);
  const before = soundScene(room.seenByScreen(), undefined);
  room.play();
  const now = soundScene(room.seenByScreen(), 180);
  expect(now).toMatchObject({ phase: "play", answered: 0, seconds: 180 });
  expect(soundBetween(before, now)).toBe("begins");
});
