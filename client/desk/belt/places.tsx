import type { DeskState } from "../../input/desk-state.ts";
import { inHand, placePicked } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { myRole } from "../../present/desk-cards.ts";
import { presentDeskPlaces } from "../../present/desk-places.ts";
import type { PlaceCard } from "../../present/place.ts";
import { PlacePicture } from "./place-picture.tsx";

/** Where letters of the belt can be put: exits or doors, and the way back. */
export function Places({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const role = myRole(view);
  const places = presentDeskPlaces(view, text.value, inHand(desk));
  const words = text.value.desk.places;
  const title = role === "router" ? words.exits : words.doors[role];
  return (
    <section class="places" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p class="quiet">{role === "router" ? words.exitsHow : words.doorsHow[role]}</p>
      </header>
      <ol class={places.length > 4 ? "many" : undefined}>
        {places.map((card) => (
          <li key={card.id}>
            <PlaceButton desk={desk} card={card} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PlaceButton({ desk, card }: { readonly desk: DeskState; readonly card: PlaceCard }) {
  const hand = inHand(desk);
  const isCut = card.place.kind === "exit" && card.closed;
  const states = {
    closed: card.closed,
    lit: card.lit,
    ready: hand?.kind === "letter" || (hand?.kind === "pin" && card.place.kind === "exit"),
    stamped: desk.stamped.value === card.id,
    over: desk.carried.value?.over === card.id,
  };
  const set = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
  return (
    <button
      type="button"
      class={["place", card.place.kind, ...set].join(" ")}
      data-place={card.id}
      aria-keyshortcuts={card.key}
      onClick={() => placePicked(desk, card)}
      onAnimationEnd={() => {
        desk.stamped.value = undefined;
      }}
    >
      <strong class={card.place.kind === "door" ? "mono" : undefined}>{card.title}</strong>
      <span class={card.place.kind === "exit" ? "mono place-note" : "place-note"}>{card.note}</span>
      <PlacePicture kind={card.place.kind} isCut={isCut} />
      <span class="place-state">
        {isCut && "✂ "}
        {card.state}
      </span>
      <kbd>{card.key}</kbd>
    </button>
  );
}
