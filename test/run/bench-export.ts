import { missions } from "../../assets/missions/missions.ts";
import { threeHandshakes1 } from "../../assets/missions/three-handshakes-1.ts";
import { texts } from "../../assets/text/text.ts";
import { storyOf } from "../../shared/lesson/story.ts";
import { encodeCaptureFile } from "../../shared/wire/capture-file.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { toldCaptures } from "./captures.ts";
import type { Subject } from "./interleaved.ts";
import { playRound, pupilSeed } from "./play-round.ts";

const pupils = 4;

/** A round over TCP told again: as captures with their comments, and as plain text; counted in frames. */
export function exportOfRound(): { readonly captures: Subject; readonly asText: Subject } {
  const scripts = Array.from({ length: pupils }, (_, index) => {
    return new Pupil(skills.average, pupilSeed(1, index));
  });
  const { classroom } = playRound({ mission: threeHandshakes1, seed: 1, scripts });
  const story = storyOf(classroom.journal, missions, classroom.now);
  if (story === undefined) throw new Error("a round was played without a story");
  const repeats = Math.ceil(10_000 / story.hops.length);
  const tell = (once: () => void): number => {
    for (let nth = 0; nth < repeats; nth++) once();
    return repeats * story.hops.length;
  };
  return {
    captures: {
      name: "a frame of a capture",
      run: () => tell(() => toldCaptures(story, texts.ko).forEach(encodeCaptureFile)),
    },
    asText: {
      name: "JSON.stringify of its letter",
      run: () => tell(() => story.hops.map((hop) => JSON.stringify(hop))),
    },
  };
}
