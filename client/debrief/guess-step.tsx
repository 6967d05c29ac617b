import { useMemo } from "preact/hooks";
import { text } from "../look/language.ts";
import { namePlace, placesOf, type StoryPlace } from "../present/debrief-places.ts";
import { mapAt } from "../present/debrief-replay.ts";
import { myGuess, presentGuesses, type Riddle } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";
import { RiddleAnswer } from "./riddle-answer.tsx";
import { RiddleLetter } from "./riddle-letter.tsx";
import { atPlace, StoryMap } from "./story-map.tsx";

/** A letter is told of, and everybody says where it went before it is shown. */
export function GuessStep(props: GuessProps) {
  const { story, riddle, view, watcher } = props;
  const words = text.value.debrief.guess;
  const places = useMemo(() => placesOf(story, text.value), [story, text.value]);
  const map = useMemo(() => mapAt(story, [], [], 0), [story]);
  const mine = myGuess(view);
  // Nobody waits for others who is alone.
  const isAnswered = watcher === "alone" && mine !== undefined;
  const onGuess = isAnswered ? undefined : props.onGuess;
  return (
    <div class="debrief-both">
      <StoryMap view={map} label={words.asks[riddle.asks]} letters={noLetters} playNow={() => 0}>
        {onGuess !== undefined && <Places places={places} mine={mine} onGuess={onGuess} />}
        {watcher === "host" && <Counts view={view} places={places} />}
        {isAnswered && <Counts view={view} places={places} answer={riddle.place} />}
      </StoryMap>
      <div class="debrief-side">
        <h3>{words.asks[riddle.asks]}</h3>
        <RiddleLetter story={story} riddle={riddle} />
        {isAnswered ? <RiddleAnswer {...props} takesFocus /> : <Guessing {...props} mine={mine} />}
      </div>
    </div>
  );
}

type GuessProps = DebriefProps & { readonly riddle: Riddle };

/** What I have guessed so far, or how many have. */
function Guessing(props: GuessProps & { readonly mine: string | undefined }) {
  const { story, mine, onGuess } = props;
  const words = text.value.debrief.guess;
  if (onGuess === undefined) return <Watching {...props} />;
  return (
    <p class="debrief-mine" role="status">
      {mine === undefined ? words.tap : words.mine(namePlace(story, mine, text.value))}
      {mine !== undefined && <span class="quiet">{words.change}</span>}
    </p>
  );
}

const noLetters = () => ({});

/** Every machine and line as a button on the map, so that it can be pressed, reached by keys and read aloud. */
function Places(props: {
  readonly places: readonly StoryPlace[];
  readonly mine: string | undefined;
  readonly onGuess: (place: string) => void;
}) {
  return (
    <ul class="map-places" aria-label={text.value.debrief.guess.places}>
      {props.places.map((place) => (
        <li key={place.id} style={atPlace(place)}>
          <button
            type="button"
            class={`map-place ${place.kind}`}
            aria-label={text.value.debrief.place(place.name, place.address)}
            aria-pressed={place.id === props.mine}
            onClick={() => props.onGuess(place.id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** For those who lead or only look on: how many have guessed, and for the host what. */
function Watching({ story, view, watcher }: DebriefProps) {
  const words = text.value.debrief.guess;
  const { places, all } = presentGuesses(view);
  return (
    <>
      <p>{words.everybody}</p>
      <p class="debrief-count" role="status">
        {all === 0 ? words.nobody : words.count(all)}
      </p>
      {watcher === "host" && places.length > 0 && (
        <dl class="debrief-tally" aria-label={words.counted}>
          {places.map(({ place, count }) => (
            <div key={place}>
              <dt>{namePlace(story, place, text.value)}</dt>
              <dd>{words.picked(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** How often each place was guessed, on the map. */
export function Counts(
  props: Pick<DebriefProps, "view"> & {
    readonly places: readonly StoryPlace[];
    readonly answer?: string;
  },
) {
  const { guesses } = props.view;
  return (
    <div aria-hidden="true">
      {props.places.map((place) => {
        const count = guesses[place.id]?.count ?? 0;
        const isAnswer = place.id === props.answer;
        if (count === 0 && !isAnswer) return null;
        return (
          <span
            key={place.id}
            class={`place-count ${place.kind}${isAnswer ? " answer" : ""}`}
            style={atPlace(place)}
          >
            {isAnswer && "★"}
            {count > 0 && count}
          </span>
        );
      })}
    </div>
  );
}
