import type { Story } from "../../shared/lesson/story.ts";
import { LetterPicture } from "../desk/belt/letter-picture.tsx";
import { text } from "../look/language.ts";
import { clockWords } from "../present/debrief-moments.ts";
import { namePlace } from "../present/debrief-places.ts";
import type { Riddle } from "../present/debrief-riddle.ts";
import { letterWords } from "../present/sequence-letter-words.ts";
import { wordFor } from "../present/word-for.ts";

/** The letter that is asked about: whose errand it was for, where it was going, and when it left. */
export function RiddleLetter({
  story,
  riddle,
}: {
  readonly story: Story;
  readonly riddle: Riddle;
}) {
  const words = text.value.debrief.guess;
  const { kind, words: written } = letterWords(riddle.hop.packet, undefined, text.value);
  const to = riddle.to === undefined ? written : namePlace(story, riddle.to, text.value);
  return (
    <div class="riddle-letter">
      <LetterPicture kind={kind} />
      <div>
        <strong>{words.letter(namePlace(story, riddle.from, text.value), to)}</strong>
        <p class="quiet">
          {words.errand(wordFor(text.value.names.services, riddle.service))}
          {" · "}
          {words.leftAt(clockWords(riddle.leftAt))}
        </p>
      </div>
    </div>
  );
}
