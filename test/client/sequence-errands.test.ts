import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { firstChoice, presentErrandChoices } from "../../client/present/sequence-errands.ts";
import { skills } from "../kit/pupil.ts";
import { toldRound } from "../kit/told-round.ts";

const clumsy = { ...skills.new, errorPercent: 45 };

describe("the errands to look at", () => {
  test("are a client's own, by when they came", () => {
    const story = toldRound("client1", 2, clumsy);
    const choices = presentErrandChoices(story, "client1", texts.ko);
    expect(choices.every(({ key }) => key.startsWith("client1/"))).toBe(true);
    expect(choices.map(({ words }) => words.split(" · ")[0])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\d:\d\d (시계|점수판|오늘의 한마디)$/)]),
    );
    expect(choices.every(({ words }) => !words.includes("클라이언트"))).toBe(true);
  });

  test("are those of every client whose letters came by, for a router", () => {
    const choices = presentErrandChoices(
      toldRound("router1", 2, skills.sharp),
      "router1",
      texts.en,
    );
    const clients = new Set(choices.map(({ words }) => words.split(" · ")[1]));
    expect(clients).toEqual(new Set(["Client 1", "Client 7"]));
  });

  test("say how they ended and how often I slipped", () => {
    const choices = presentErrandChoices(toldRound("client1", 2, clumsy), "client1", texts.en);
    expect(choices[0]?.words).toMatch(/ · (answered|not answered|not finished)/);
    const slipped = choices.filter(({ faults }) => faults > 0);
    expect(slipped.length).toBeGreaterThan(0);
    for (const { words, faults } of slipped) {
      expect(words).toContain(faults === 1 ? "1 slip" : `${faults} slips`);
    }
  });
});

test("what went wrong is shown first, else what I had a hand in, else what there is", () => {
  const choice = (key: string, acts: number, faults: number) => ({ key, words: "", acts, faults });
  expect(firstChoice([choice("a", 0, 0), choice("b", 2, 0), choice("c", 2, 1)])).toBe("c");
  expect(firstChoice([choice("a", 0, 0), choice("b", 2, 0)])).toBe("b");
  expect(firstChoice([choice("a", 0, 0)])).toBe("a");
  expect(firstChoice([])).toBeUndefined();
});
