import { text } from "../look/language.ts";
import { explanationOf } from "../present/shell-chapters.ts";
import { wordFor } from "../present/word-for.ts";
import { Heading, Screen } from "./screen.tsx";

type Explained = { readonly mission: string };

/** What a mission is about, for those who read before they try. */
export function ExplanationScreen({ mission, onGo }: Explained & { readonly onGo: () => void }) {
  const { names, practice } = text.value;
  const name = wordFor(names.missions, mission);
  return (
    <Screen name="practice" title={name} home>
      <section class="card explanation alone">
        <p class="label">{practice.explanation.before}</p>
        <Heading>{name}</Heading>
        <Ideas mission={mission} />
        <button type="button" class="button first large" onClick={onGo}>
          {practice.explanation.go}
        </button>
      </section>
    </Screen>
  );
}

/** What a mission was about, for those who have just tried it; nothing where it has no explanation. */
export function ExplanationCard({ mission }: Explained) {
  if (explanationOf(mission, text.value).length === 0) return null;
  return (
    <section class="card explanation" aria-labelledby="explanation">
      <h2 id="explanation">{text.value.practice.explanation.after}</h2>
      <Ideas mission={mission} />
    </section>
  );
}

/** The ideas of a mission, each under its name. */
export const Ideas = ({ mission }: Explained) => (
  <dl>
    {explanationOf(mission, text.value).map(({ concept, name, says }) => (
      <div key={concept}>
        <dt>{name}</dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
);
