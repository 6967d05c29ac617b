import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { type PersonLine, presentNetworkPeople } from "../../present/desk-cards.ts";
import { wordFor } from "../../present/word-for.ts";
import { RolePicture } from "../../shell/role-picture.tsx";

/** Who sits at the machines of my network. */
export function PeopleCard({ desk }: { readonly desk: DeskState }) {
  const people = presentNetworkPeople(desk.link.view.value, text.value);
  return (
    <section class="card people-card" data-panel="people">
      <h2>{text.value.desk.people.title}</h2>
      <ul>
        {people.map((person) => (
          <Person key={person.box} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Person({ person }: { readonly person: PersonLine }) {
  const words = text.value.desk.people;
  return (
    <li>
      <RolePicture role={person.role} size={24} />
      <span class="person-name">
        <strong>{person.name}</strong>
        {person.isNamed && <span class="unseen">{person.roleName}</span>}
      </span>
      {person.you ? <span class="chip you">{words.me}</span> : <Hand hand={person.hand} />}
    </li>
  );
}

/** Who moves a machine: a filled dot for a person who is here, words for everybody else. */
const Hand = ({ hand }: { readonly hand: string }) => (
  <span class="hand" data-hand={hand}>
    <span class={hand === "person" ? "unseen" : undefined}>
      {wordFor(text.value.desk.people.hands, hand)}
    </span>
  </span>
);
