import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { captureWords } from "../../../assets/text/capture-words.ts";
import { texts } from "../../../assets/text/text.ts";
import { districtOf } from "../../../shared/contract/district.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { captureLinks } from "../../../shared/lesson/captures.ts";
import { replay } from "../../../shared/lesson/journal.ts";
import { storyOf } from "../../../shared/lesson/story.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";
import { pupilSeed } from "../../run/play-round.ts";

/** A class whose host has said how many play in one network. */
function classOf(people: number, size: number, mission = "address-and-door-1"): ScriptedClass {
  const classroom = new ScriptedClass({ mission });
  classroom.move("host", { kind: "setSize", size });
  for (let n = 1; n <= people; n++)
    classroom.join(`p${n}`, new Pupil(skills.average, pupilSeed(1, n)));
  return classroom;
}

const networksOf = ({ lesson }: ScriptedClass) =>
  Object.values(lesson.networks).map(({ match }) => match);

const peopleIn = (classroom: ScriptedClass): readonly number[] =>
  networksOf(classroom).map(
    ({ seats }) => Object.values(seats).filter(({ player }) => player !== undefined).length,
  );

describe("a class whose host lets so many play in one network", () => {
  test.each([
    [6, 4, [3, 3]],
    [5, 2, [2, 2, 1]],
    [7, 6, [4, 3]],
    [7, 12, [7]],
    [12, 12, [12]],
    [13, 12, [7, 6]],
    [40, 12, [10, 10, 10, 10]],
    [17, 8, [6, 6, 5]],
  ])("deals %i people, %i at most, into %j", (people, size, dealt) => {
    const classroom = classOf(people, size);
    classroom.startRound();
    expect(peopleIn(classroom)).toEqual(dealt);
  });

  test("deals an experiment with few seats into as many networks as it takes", () => {
    const classroom = classOf(7, 12, "address-and-door-0");
    classroom.startRound();
    expect(peopleIn(classroom)).toEqual([2, 2, 2, 1]);
  });

  test("sees it in the settings, and no such thing where nothing was said", () => {
    const view = ({ lesson }: ScriptedClass) => viewFor(lesson, { kind: "host" }).lesson["now"];
    expect(view(classOf(1, 8))?.networkSize).toBe(8);
    expect(view(new ScriptedClass())?.networkSize).toBeUndefined();
  });

  test("takes a late-comer into the network of seven, on a seat that ran by itself", () => {
    const classroom = classOf(7, 12);
    classroom.startRound();
    classroom.join("late");
    expect(peopleIn(classroom)).toEqual([8]);
  });
});

const scored = Object.values(missions).filter(({ kind }) => kind !== "experiment");

describe.each(scored)("twelve who play $id", ({ id }: Mission) => {
  const classroom = classOf(12, 12, id);
  classroom.startRound();
  classroom.finishRound();
  const [match] = networksOf(classroom);
  if (match === undefined) throw new Error("there is no network");

  test("all have a seat, and all act", () => {
    const seated = Object.values(match.seats).filter(({ player }) => player !== undefined);
    expect(new Set(seated.map(({ player }) => player)).size).toBe(12);
    const idle = seated.filter(({ box }) => !match.evidence.some(({ seat }) => seat === box));
    expect(idle.map(({ box }) => box)).toEqual([]);
    expect(match.answered).toBeGreaterThan(0);
  });

  test("leave a journal that tells the same round", () => {
    expect(hashOf(replay(classroom.journal, missions, classroom.now))).toBe(
      hashOf(classroom.lesson),
    );
  });

  test("leave a capture of each line, the backbone's with letters of both districts", () => {
    const story = storyOf(classroom.journal, missions, classroom.now);
    if (story === undefined) throw new Error("nothing was played");
    const captures = captureLinks(story, captureWords(texts.ko));
    const names = captures.map(({ link }) => link);
    expect(names).toEqual(match.mission.links.map((link) => link.id));
    expect(new Set(names).size).toBe(names.length);
    const across = story.hops.filter(({ link }) => link === "backbone");
    const districts = across.map(({ from }) => districtOf(match.mission, from));
    expect(new Set(districts)).toEqual(new Set([1, 2]));
  });
});
