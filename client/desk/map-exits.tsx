import type { DeskState } from "../input/desk-state.ts";
import { inHand, placePicked } from "../input/pick.ts";
import { text } from "../look/language.ts";
import type { MapHandle } from "../map/open-map.ts";
import { presentDeskPlaces } from "../present/desk-places.ts";

type MapExitsProps = { readonly desk: DeskState; readonly map: MapHandle };

/** My exits as buttons that lie unseen on the map: they get a focus ring where the link is drawn. */
export function MapExits({ desk, map }: MapExitsProps) {
  const places = presentDeskPlaces(desk.link.view.value, text.value, inHand(desk));
  const exits = places.filter(({ place }) => place.kind === "exit");
  if (exits.length === 0) return null;
  // Read for its beat: the map moves under the exits when the window changes.
  void desk.playNow.value;
  return (
    <ul class="map-exits" aria-label={text.value.desk.map.exits}>
      {exits.map((card) => (
        <li key={card.id} ref={(item) => layOver(item, map, card.id)}>
          <button type="button" onClick={() => placePicked(desk, card)}>
            {text.value.desk.map.exitTo(card.title)} ({card.state})
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Lays an item over the middle of its link; until the map stands there is no such place. */
function layOver(item: HTMLLIElement | null, map: MapHandle, place: string): void {
  const pane = item?.closest(".map-pane")?.getBoundingClientRect();
  const middle = map.pagePointOf({ kind: "link", id: place.replace("exit:", "") });
  if (!item) return;
  item.hidden = pane === undefined || middle === undefined;
  if (pane === undefined || middle === undefined) return;
  item.style.left = `${middle.x - pane.left}px`;
  item.style.top = `${middle.y - pane.top}px`;
}
