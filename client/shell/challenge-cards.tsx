import "./challenge-cards.css";
import { missions } from "../../assets/missions/missions.ts";
import { text } from "../look/language.ts";
import { type FailedConcept, offeredChallenges } from "../present/shell-challenge.ts";
import { wordFor } from "../present/word-for.ts";
import { deviceMemory } from "./device-memory.ts";
import { go } from "./page.ts";

/** What went wrong lately, each as a short round to try again; nothing where all went well. */
export function ChallengeCards() {
  const offered = offeredChallenges(deviceMemory.value.failed, missions);
  const words = text.value.practice.challenge;
  if (offered.length === 0) return null;
  return (
    <section class="challenges" aria-labelledby="challenges">
      <div>
        <h2 id="challenges">{words.title}</h2>
        <p class="quiet">{words.hint}</p>
      </div>
      <ul>
        {offered.map((failed) => (
          <li key={`${failed.concept} ${failed.role}`}>
            <ChallengeCard failed={failed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChallengeCard({ failed }: { readonly failed: FailedConcept }) {
  const { coach, names, practice } = text.value;
  const { concept, mission, role } = failed;
  const where = practice.challenge.at(names.roles[role], wordFor(names.missions, mission));
  return (
    <button
      type="button"
      class="button challenge"
      onClick={() => go({ kind: "practice", role, mission, challenge: concept })}
    >
      <span>{coach.concepts[concept]}</span>
      <small>{where}</small>
    </button>
  );
}
