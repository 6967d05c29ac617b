import type { Role } from "../../../shared/contract/mission.ts";
import type { DeskState } from "../../input/desk-state.ts";
import { inHand, placePicked } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { myRole } from "../../present/desk-cards.ts";
import { presentDeskPlaces } from "../../present/desk-places.ts";
import { tcpDesk } from "../../present/held-duties.ts";
import type { PlaceCard } from "../../present/place.ts";
import { PlacePicture } from "./place-picture.tsx";

/** Where letters of the belt can be put: exits or doors, and the way back. */
export function Places({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const role = myRole(view);
  const places = presentDeskPlaces(view, text.value, inHand(desk));
  const isForCards = tcpDesk(view) === "receiving";
  const { title, how } = titleOf(role, isForCards);
  // Slots for cards stand in one row: their order says how the page goes on.
  const isMany = places.length > 4 && !isForCards;
  return (
    <section class="places" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p class="quiet">{how}</p>
      </header>
      <ol class={isMany ? "many" : isForCards ? "card-slots" : undefined}>
        {places.map((card) => (
          <li key={card.id}>
            <PlaceButton desk={desk} card={card} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf(role: Role, isForCards: boolean): { title: string; how: string } {
  const { places, tray } = text.value.desk;
  if (isForCards) return { title: tray.receiveTitle, how: tray.receiveHow };
  if (role === "router") return { title: places.exits, how: places.exitsHow };
  return { title: places.doors[role], how: places.doorsHow[role] };
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
      <strong class={["door", "slot"].includes(card.place.kind) ? "mono" : undefined}>
        {card.title}
      </strong>
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
