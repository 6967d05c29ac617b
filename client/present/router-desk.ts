import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import type { LinkId } from "../../shared/device/act.ts";
import { myBox, neighbourAt } from "./box-name.ts";
import { myRole } from "./desk-cards.ts";
import { presentExitName } from "./exit-name.ts";
import type { Hand } from "./hand.ts";
import type { MapTarget } from "./map-target.ts";
import { type PlaceCard, placeId, presentPlaces } from "./place.ts";

/** A router's exits, one for each of my links, and the place that sends a letter back. */
export function presentRouterPlaces(
  view: View,
  text: Text,
  hand: Hand | undefined,
): readonly PlaceCard[] {
  const words = text.desk.places;
  const exits = myExits(view).map((exit) => {
    const end = neighbourAt(view, exit) ?? exit;
    const up = view.links[exit]?.up ?? false;
    return {
      place: { kind: "exit" as const, exit },
      title: presentExitName(view, exit, text),
      note: view.boxes[end]?.address ?? "",
      state: up ? words.lineUp : words.lineDown,
      closed: !up,
    };
  });
  const reject = {
    place: { kind: "reject" as const },
    title: words.noRoute,
    note: words.icmp,
    state: words.sendBack,
    closed: true,
  };
  return presentPlaces(view, hand, [...exits, reject]);
}

/** The place of my exit that a target of the map stands for: the link itself, or the machine at its end. */
export function exitAt(view: View, target: MapTarget): string | undefined {
  if (myRole(view) !== "router") return undefined;
  const exit = myExits(view).find((link) =>
    target.kind === "link" ? link === target.id : neighbourAt(view, link) === target.id,
  );
  return exit && placeId({ kind: "exit", exit });
}

/** My links in the order in which the routing table first names them. */
function myExits(view: View): readonly LinkId[] {
  const me = myBox(view);
  const named = Object.values(view.routes)
    .toSorted((one, other) => one.order - other.order)
    .map(({ exit }) => exit);
  const mine = Object.keys(view.links).filter(
    (id) => view.links[id]?.a === me || view.links[id]?.b === me,
  );
  return [...new Set([...named, ...mine])];
}
