import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { languages, texts } from "../../assets/text/text.ts";
import { placesOf } from "../../client/present/debrief-places.ts";
import { planFor } from "../../shared/world/topology.ts";
import { madeUpStory } from "./made-up-story.ts";

const everyMap = Object.values(missions).flatMap((mission) =>
  languages.map((language) => [mission.id, language] as const),
);

test.each(everyMap)("on the map of %s each place has a name of its own in %s", (id, language) => {
  const mission = missions[id];
  if (mission === undefined) throw new Error("listed missions exist");
  const story = madeUpStory({ mission: planFor(mission, 6) });
  const places = placesOf(story, texts[language]);
  expect(new Set(places.map(({ name }) => name)).size).toBe(places.length);
});

test("every place lies on the map, and a line's in its middle", () => {
  const places = placesOf(madeUpStory(), texts.en);
  for (const { left, top } of places) {
    expect(Math.min(left, top)).toBeGreaterThan(0);
    expect(Math.max(left, top)).toBeLessThan(100);
  }
  const at = (id: string) => places.find((place) => place.id === id);
  expect(at("router2-router3")?.left).toBe(at("router2")?.left);
});

test("nobody's nickname is the name of a place", () => {
  const story = madeUpStory({ nicknames: { client1: "0-0" as never } });
  expect(placesOf(story, texts.en)[0]).toMatchObject({ id: "client1", name: "Client 1" });
});
