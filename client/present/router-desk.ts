import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import { myBox, neighbourAt, presentBoxName } from "./box-name.ts";
import { myRole } from "./desk-cards.ts";
import type { MapTarget } from "./map-target.ts";
import { type PlaceCard, placeId, presentPlaces } from "./place.ts";

/** A row of my routing table, with the name of the machine its exit leads to. */
export type RouteLine = {
  readonly id: string;
  readonly address: string;
  readonly length: string;
  readonly exit: string;
  readonly key: string;
};

/** A router's exits, one for each of my links, and the place that sends a letter back. */
export function presentRouterPlaces(
  view: View,
  text: Text,
  picked: string | undefined,
): readonly PlaceCard[] {
  const words = text.desk.places;
  const exits = myExits(view).map((exit) => {
    const end = neighbourAt(view, exit) ?? exit;
    const up = view.links[exit]?.up ?? false;
    return {
      place: { kind: "exit" as const, exit },
      title: presentBoxName(view, end, text),
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
  return presentPlaces(view, picked, [...exits, reject]);
}

/** My routing table, longest prefix first. */
export function presentRoutes(view: View, text: Text): readonly RouteLine[] {
  const places = presentRouterPlaces(view, text, undefined);
  return Object.entries(view.routes)
    .toSorted(([, one], [, other]) => one.order - other.order)
    .map(([id, { prefix, exit }]) => {
      const [address = prefix, length = ""] = prefix.split("/");
      const place = places.find((card) => card.place.kind === "exit" && card.place.exit === exit);
      return { id, address, length, exit: place?.title ?? exit, key: place?.key ?? "" };
    });
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
function myExits(view: View): readonly string[] {
  const me = myBox(view);
  const named = Object.values(view.routes)
    .toSorted((one, other) => one.order - other.order)
    .map(({ exit }) => exit);
  const mine = Object.keys(view.links).filter(
    (id) => view.links[id]?.a === me || view.links[id]?.b === me,
  );
  return [...new Set([...named, ...mine])];
}
