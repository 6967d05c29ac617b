import { missions } from "../../assets/missions/missions.ts";
import { type Story, storyOf } from "../../shared/lesson/story.ts";
import type { Hands } from "./hands.ts";
import { Pupil, type Skill, skills } from "./pupil.ts";
import { ScriptedClass } from "./scripted-class.ts";

/** The story of what hands have played so far. */
export const storyOfHands = ({ classroom }: Hands): Story => told(classroom);

/** The story of a whole practice round that somebody has played at one box, not always rightly. */
export function toldRound(box: string, seed: number, skill: Skill = skills.new): Story {
  const classroom = new ScriptedClass({ mode: "practice", seed });
  classroom.join("p1", new Pupil(skill, seed), box);
  classroom.startRound();
  classroom.finishRound();
  return told(classroom);
}

function told({ journal, now }: ScriptedClass): Story {
  const story = storyOf(journal, missions, now);
  if (story === undefined) throw new Error("nothing was played");
  return story;
}
