import { describe, expect, test } from "vitest";
import { ghostLetters } from "../../client/present/ghost.ts";
import { presentMap } from "../../client/present/map-scene.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { instant } from "../../shared/lib/instant.ts";
import { Hands } from "../kit/hands.ts";
import { storyOfHands, toldRound } from "../kit/told-round.ts";

const open = toldRound("router1", 3);
const closed = { ...open, mission: { ...open.mission, sight: "neighbours" as const } };
const lettersOf = (story: typeof open) =>
  Object.values(ghostLetters({ seed: 3, box: "router1", story }));

describe("the ghost of a past run", () => {
  test("is every letter that was to be seen where all are to be seen", () => {
    expect(lettersOf(open).map(({ departAt }) => departAt)).toEqual(
      open.hops.map(({ departAt }) => departAt),
    );
  });

  test("is only what passed my own box where nobody sees further", () => {
    const letters = lettersOf(closed);
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.every(({ from, to }) => from === "router1" || to === "router1")).toBe(true);
  });

  test("does not tell there which of my letters was lost, nor of those that never came", () => {
    const lost = (hop: (typeof open.hops)[number]) => ({
      ...hop,
      lostAt: instant(hop.departAt + 1),
    });
    const letters = lettersOf({ ...closed, hops: closed.hops.map(lost) });
    expect(letters.every(({ from }) => from === "router1")).toBe(true);
    expect(letters.every(({ lostAt }) => lostAt === undefined)).toBe(true);
  });

  test("travels on the links of the map at the time it did", () => {
    const hands = new Hands(["router1"], { seed: 3 });
    hands.wait(10_000);
    const view = viewFor(hands.classroom.lesson, { kind: "player", player: "router1" });
    const letters = ghostLetters({ seed: 3, box: "router1", story: storyOfHands(hands) });
    const drawn = presentMap({ ...view, letters }).letters;
    expect(drawn).toHaveLength(Object.keys(letters).length);
    expect(drawn[0]?.line.length).toBeGreaterThan(1);
  });
});
