import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import { missions } from "../../assets/missions/missions.ts";
import { languages, texts } from "../../assets/text/text.ts";
import {
  chosenStation,
  explanationOf,
  firstRole,
  playableRoles,
  presentChapters,
  presentDuties,
  stationsOf,
} from "../../client/present/shell-chapters.ts";
import { type Mission, type Role, roles } from "../../shared/contract/mission.ts";
import { concepts } from "../../shared/contract/reasons.ts";

const mission = (id: string, chapter: number, more: Partial<Mission> = {}): Mission => ({
  ...addressAndDoor1,
  ...{ id, chapter },
  ...more,
});

const journey = [
  mission("b-1", 2),
  mission("a-1", 1, { kind: "experiment" }),
  mission("a-2", 1),
  mission("b-2", 2),
];
const idsOf = (earned = {}) =>
  stationsOf(presentChapters(journey, earned)).map((one) => one.mission);

test("missions stand on their chapters' lines, chapter by chapter, as they are listed", () => {
  const lines = presentChapters(journey, {});
  expect(lines.map(({ chapter }) => chapter)).toEqual([1, 2]);
  expect(idsOf()).toEqual(["a-1", "a-2", "b-1", "b-2"]);
  expect(stationsOf(lines).map(({ nth, kind }) => [nth, kind])).toEqual([
    [1, "experiment"],
    [2, "mechanism"],
    [1, "mechanism"],
    [2, "mechanism"],
  ]);
});

test.each([
  [{}, "a-1"],
  [{ "a-1": { client: 0 } }, "a-2"],
  [{ "a-1": { client: 0 }, "b-1": { router: 3 } }, "a-2"],
  [{ "a-1": { client: 0 }, "a-2": { server: 1 }, gone: { server: 1 } }, "b-1"],
])("with %j the next station is %s", (earned, next) => {
  const stations = stationsOf(presentChapters(journey, earned));
  expect(stations.filter(({ isNext }) => isNext).map((one) => one.mission)).toEqual([next]);
  expect(chosenStation(presentChapters(journey, earned), undefined)?.mission).toBe(next);
});

test("whoever has played everything stands at no station and starts again at the first", () => {
  const all = Object.fromEntries(journey.map(({ id }) => [id, { client: 1 }]));
  const lines = presentChapters(journey, all);
  expect(stationsOf(lines).some(({ isNext }) => isNext)).toBe(false);
  expect(chosenStation(lines, undefined)?.mission).toBe("a-1");
});

test("a station that was asked for is the chosen one, if there is one of that name", () => {
  const lines = presentChapters(journey, {});
  expect(chosenStation(lines, "b-2")?.mission).toBe("b-2");
  expect(chosenStation(lines, "z-9")?.mission).toBe("a-1");
});

test("a mission offers the roles that have something to do in it and are there when one practises alone", () => {
  const held = { ...addressAndDoor1.held, router: [] };
  expect(playableRoles(mission("a-1", 1, { held }))).toEqual(["client", "server"]);
  const boxes = addressAndDoor1.boxes.map((box) =>
    box.role === "server" ? { ...box, fromSize: 3 } : box,
  );
  expect(playableRoles(mission("a-1", 1, { boxes }))).toEqual(["client", "router"]);
});

test("the role to try first is one that was never played there", () => {
  const [one] = stationsOf(presentChapters(journey, { "a-1": { client: 0, router: 0 } }));
  expect(one && firstRole(one)).toBe("server");
  const all = { client: 1, router: 1, server: 1 };
  const [other] = stationsOf(presentChapters(journey, { "a-1": all }));
  expect(other && firstRole(other)).toBe("client");
});

describe.each(languages)("in %s", (language) => {
  const text = texts[language];

  test("every chapter has a name", () => {
    const chapters = new Set(Object.values(missions).map(({ chapter }) => chapter));
    const unnamed = [...chapters].filter(
      (chapter) => !Object.hasOwn(text.practice.chapters, chapter),
    );
    expect(unnamed).toEqual([]);
  });

  test("everything that a role does by hand is put in words", () => {
    const does: Readonly<Record<Role, object>> = text.practice.does;
    const held = Object.values(missions).flatMap((mission) =>
      roles.flatMap((role) => mission.held[role].map((duty) => ({ role, duty }))),
    );
    expect(held.filter(({ role, duty }) => !Object.hasOwn(does[role], duty))).toEqual([]);
    const [first] = stationsOf(presentChapters([addressAndDoor1], {}));
    const { address, demultiplex } = text.practice.does.client;
    expect(first && presentDuties("client", first, text)).toBe(`${address} ${demultiplex}`);
  });

  test("no mission is without an explanation", () => {
    const unexplained = Object.keys(missions).filter((id) => explanationOf(id, text).length === 0);
    expect(unexplained).toEqual([]);
  });

  test.each(Object.keys(text.practice.explanations))(
    "%s is explained in a few short sentences, each idea under its name",
    (id) => {
      expect(Object.keys(missions)).toContain(id);
      const ideas = explanationOf(id, text);
      for (const { concept } of ideas) expect(concepts).toContain(concept);
      const sentences = ideas.flatMap(({ says }) => says.match(/[^.?!]+[.?!]/g) ?? []);
      expect(sentences.length).toBeOneOf([3, 4, 5, 6]);
    },
  );
});
