import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { drawnLetters, roomFor } from "../../client/present/sequence-letters.ts";
import type { Hop } from "../../shared/lesson/story.ts";
import { instant } from "../../shared/lib/instant.ts";
import { skills } from "../kit/pupil.ts";
import { tcpLetter } from "../kit/tcp-letter.ts";
import { toldRound } from "../kit/told-round.ts";

const story = toldRound("client1", 1, skills.average);
const hop = (id: number, payload = ""): Hop => ({
  ...{ link: "a-b", from: "a", to: "b", departAt: instant(1_000), arriveAt: instant(1_800) },
  packet: tcpLetter(id, { payload }),
});
const drawn = (hops: readonly Hop[]) => drawnLetters({ ...story, hops }, hops, texts.en);

test("letters that leave together are drawn one below the other, in their order", () => {
  const [first, second] = drawn([hop(1), hop(2, "time? #042")]);
  expect([first?.departs, first?.ends]).toEqual([1_000, 1_800]);
  expect(second?.departs).toBeGreaterThan(1_000);
  expect(second?.departs).toBeLessThan(1_001);
});

test("a letter says what it is on its first link, and only there", () => {
  const onward = { ...hop(1), from: "b", to: "c", departAt: instant(1_800) };
  expect(drawn([hop(1), onward]).map(({ isFirst }) => isFirst)).toEqual([true, false]);
});

test("a letter with a card needs more room than one without", () => {
  const [plain, card] = [...roomFor(drawn([hop(1), hop(2, "time? #042")])).values()];
  expect(card).toBeGreaterThan(plain ?? Number.NaN);
});
