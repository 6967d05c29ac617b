import { expect, test } from "vitest";
import { myGuess, presentGuesses, riddleOf } from "../../client/present/debrief-riddle.ts";
import { emptyView } from "../../shared/contract/view.ts";
import { instant } from "../../shared/lib/instant.ts";
import type { PacketId } from "../../shared/wire/packet.ts";
import { errand, hop, madeUpStory } from "./made-up-story.ts";

const first = ["client1", "router1"] as const;
const second = ["router1", "router2"] as const;

test("a round in which every letter came through has no riddle", () => {
  const story = madeUpStory({ errands: [errand], hops: [hop(1, first, [0, 900])] });
  expect(riddleOf(story)).toBeUndefined();
});

test("the riddle tells of a lost letter's errand, its ends, when it left, and where it was lost", () => {
  const story = madeUpStory({
    errands: [errand],
    hops: [hop(1, first, [100, 900]), hop(1, second, [4_000, 5_000], { lostAt: 4_600 })],
  });
  expect(riddleOf(story)).toMatchObject({
    ...{ asks: "lost", end: "lost", place: "router1-router2", at: 4_600, leftAt: 100 },
    ...{ errand: "client1/1", service: "time", client: "client1", from: "client1", to: "server1" },
  });
});

test("of several lost letters it is the one that had come farthest, on every screen the same", () => {
  const story = madeUpStory({
    errands: [errand],
    hops: [
      hop(1, first, [0, 900], { lostAt: 500 }),
      hop(2, first, [1_000, 1_900]),
      hop(2, second, [2_000, 2_900], { lostAt: 2_500 }),
    ],
  });
  expect(riddleOf(story)?.hop.packet.id).toBe(2);
  expect(riddleOf(structuredClone(story))).toEqual(riddleOf(story));
});

test("a letter that fell off a belt vanished at that box", () => {
  const story = madeUpStory({
    errands: [errand],
    hops: [hop(1, first, [0, 900])],
    events: [{ at: instant(900), box: "router1", dropped: "beltFull", packet: 1 as PacketId }],
  });
  expect(riddleOf(story)).toMatchObject({ asks: "lost", end: "beltFull", place: "router1" });
});

test("where nothing vanished one asks how far a letter came that went astray", () => {
  const story = madeUpStory({
    errands: [errand],
    hops: [hop(1, first, [0, 900]), hop(1, ["router1", "client2"], [2_000, 2_900])],
    events: [{ at: instant(2_900), box: "client2", dropped: "notMine", packet: 1 as PacketId }],
  });
  expect(riddleOf(story)).toMatchObject({ asks: "stopped", end: "notMine", place: "client2" });
});

test("a loss after the end of the round is none", () => {
  const story = madeUpStory({
    errands: [errand],
    hops: [hop(1, first, [59_800, 60_700], { lostAt: 60_200 })],
  });
  expect(riddleOf(story)).toBeUndefined();
});

test("a letter that an errand has nothing to do with is no riddle", () => {
  const story = madeUpStory({ hops: [hop(1, first, [0, 900], { lostAt: 500 })] });
  expect(riddleOf(story)).toBeUndefined();
});

test("guesses are counted by place, and mine is told apart", () => {
  const view = {
    ...emptyView(),
    guesses: { router1: { count: 2, mine: false }, router2: { count: 5, mine: true } },
  };
  expect(presentGuesses(view)).toEqual({
    all: 7,
    places: [
      { place: "router2", count: 5 },
      { place: "router1", count: 2 },
    ],
  });
  expect(myGuess(view)).toBe("router2");
  expect(myGuess(emptyView())).toBeUndefined();
});
