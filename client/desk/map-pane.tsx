import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Text } from "../../assets/text/text.ts";
import type { DeskState } from "../input/desk-state.ts";
import { inHand, placePicked } from "../input/pick.ts";
import { text } from "../look/language.ts";
import type { MapHandle, MapWords } from "../map/open-map.ts";
import { presentBoxName } from "../present/box-name.ts";
import { presentDeskPlaces } from "../present/desk-places.ts";
import { presentFlag } from "../present/flag-words.ts";
import { pointedExits } from "../present/place.ts";
import { exitAt } from "../present/router-desk.ts";
import { wordFor } from "../present/word-for.ts";
import { MapExits } from "./map-exits.tsx";

/** The map, fetched when the desk first stands, and over it the exits for those who play by keys. */
export function MapPane({ desk }: { readonly desk: DeskState }) {
  const parent = useRef<HTMLDivElement>(null);
  const map = useMap(parent, desk);
  useSignalEffect(() => map.value?.show(desk.link.view.value));
  useSignalEffect(() => map.value?.setWords(wordsOf(desk, text.value)));
  useSignalEffect(() => {
    const hand = inHand(desk);
    const places = presentDeskPlaces(desk.link.view.value, text.value, hand);
    const exits = pointedExits(places, hand !== undefined);
    map.value?.highlight(exits.map((id) => ({ kind: "link", id })));
  });
  return (
    <div class="map-pane">
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the list of exits is the same for keys */}
      <div ref={parent} class="map-canvas" onClick={(event) => pointAt(event, desk)} />
      {map.value === undefined ? (
        <p class="map-loading quiet">{text.value.desk.map.loading}</p>
      ) : (
        <MapExits desk={desk} map={map.value} />
      )}
    </div>
  );
}

function useMap(parent: { readonly current: HTMLDivElement | null }, desk: DeskState) {
  const map = useSignal<MapHandle | undefined>(undefined);
  useEffect(() => {
    let stands = true;
    const opening = open(parent.current, desk);
    void opening.then((opened) => {
      if (!stands) return opened?.destroy();
      map.value = opened;
      desk.map.value = opened;
    });
    return () => {
      stands = false;
      map.value?.destroy();
      map.value = undefined;
    };
  }, [desk, parent, map]);
  return map;
}

async function open(parent: HTMLElement | null, desk: DeskState): Promise<MapHandle | undefined> {
  if (parent === null) return undefined;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const { openMap } = await import("../map/open-map.ts");
  return openMap(parent, {
    playNow: () => desk.link.playNow(),
    words: wordsOf(desk, text.value),
    reducedMotion: () => still.matches,
    ghost: desk.link.ghost ?? {},
    renderer: "auto",
  });
}

const wordsOf = (desk: DeskState, words: Text): MapWords => ({
  zone: (id) => wordFor(words.names.zones, id),
  box: ({ id }) => presentBoxName(desk.link.view.value, id, words),
  flag: (flag) => presentFlag(flag, words),
  you: words.desk.people.me,
  automatic: words.desk.people.automatic,
  away: words.desk.people.away,
});

/** A click on the map puts what is in the hand into the exit that was meant. */
function pointAt(event: MouseEvent, desk: DeskState): void {
  const view = desk.link.view.value;
  const target = desk.map.value?.targetAt(event.clientX, event.clientY);
  const exit = target && exitAt(view, target);
  const places = presentDeskPlaces(view, text.value, inHand(desk));
  const card = places.find(({ id }) => id === exit);
  if (card !== undefined) placePicked(desk, card);
}
