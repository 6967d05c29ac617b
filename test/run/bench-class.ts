import { OwnView } from "../../server/sync/own-view.ts";
import type { View } from "../../shared/contract/view.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import { instant } from "../../shared/lib/instant.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";
import type { Subject } from "./interleaved.ts";
import { pupilSeed } from "./play-round.ts";

const lookEveryMs = 2_000;

/** A class with so many average pupils that stands at the start of its first round. */
function openClass(pupils: number, seed: number): ScriptedClass {
  const classroom = new ScriptedClass({ seed });
  for (let index = 0; index < pupils; index++) {
    classroom.join(`p${index + 1}`, new Pupil(skills.average, pupilSeed(seed, index)));
  }
  classroom.startRound();
  return classroom;
}

/** A whole round of a class, from lobby to result; counted in rounds. */
export function roundOf(pupils: number): Subject {
  let seed = 0;
  return {
    name: `a round of ${pupils} pupils`,
    run: () => {
      seed += 1;
      openClass(pupils, seed).finishRound();
      return 1;
    },
  };
}

/** What every seat of one network sees over a round: mirrored for the wire, and as plain text; counted in views. */
export function viewsOf(pupils: number): { readonly mirrored: Subject; readonly asText: Subject } {
  const lessons = lessonsOf(openClass(pupils, 1));
  const viewers = Array.from(
    { length: pupils },
    (_, index): Viewer => ({ kind: "player", player: `p${index + 1}` }),
  );
  const views = lessons.flatMap((lesson) => viewers.map((viewer) => viewFor(lesson, viewer)));
  return {
    mirrored: {
      name: "viewFor and patch",
      run: () => mirrorAll(lessons, viewers),
    },
    asText: { name: "JSON.stringify of the view", run: () => stringifyAll(views) },
  };
}

/** The lesson as it stands every two seconds of the round. */
function lessonsOf(classroom: ScriptedClass): readonly Lesson[] {
  const lessons: Lesson[] = [];
  while (classroom.lesson.phase === "play") {
    lessons.push(structuredClone(classroom.lesson));
    classroom.runUntil(instant(classroom.now + lookEveryMs));
  }
  return lessons;
}

function mirrorAll(lessons: readonly Lesson[], viewers: readonly Viewer[]): number {
  const screens = viewers.map((_, index) => new OwnView(`session${index}`));
  for (const screen of screens) screen.whole();
  for (const lesson of lessons) {
    for (const [index, viewer] of viewers.entries()) {
      screens[index]?.show(viewFor(lesson, viewer));
      screens[index]?.patch();
    }
  }
  return lessons.length * viewers.length;
}

function stringifyAll(views: readonly View[]): number {
  let length = 0;
  for (const view of views) length += JSON.stringify(view).length;
  return length === 0 ? 0 : views.length;
}
