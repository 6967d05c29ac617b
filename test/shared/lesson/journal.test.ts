import { expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { type Journal, replay } from "../../../shared/lesson/journal.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { scoreOf } from "../../../shared/match/result.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

/** A whole round of a mission, played with mistakes by a team that fills it. */
function record(mission: string): ScriptedClass {
  const classroom = new ScriptedClass({ seed: 11, mission });
  const seats = missions[mission]?.seats ?? [];
  for (const [n, seat] of seats.entries()) {
    classroom.join(`p${n + 1}`, new Pupil(n % 2 === 0 ? skills.new : skills.average, n), seat);
  }
  classroom.startRound();
  classroom.finishRound();
  return classroom;
}

const savedAndLoaded = (journal: Journal): Journal => JSON.parse(JSON.stringify(journal));

test.each(Object.keys(missions))(
  "a recorded round of %s, saved and loaded, replays to the same hash",
  (mission) => {
    const { lesson, journal, now } = record(mission);
    expect(lesson.phase).toBe("result");
    const replayed = replay(savedAndLoaded(journal), missions, now);
    expect(hashOf(replayed)).toBe(hashOf(lesson));
    const match = lesson.networks["n1"]?.match;
    const again = replayed.networks["n1"]?.match;
    expect(match?.evidence.length).toBeGreaterThanOrEqual(6);
    expect(again && scoreOf(again)).toBe(match && scoreOf(match));
  },
);
