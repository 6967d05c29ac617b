import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { PlaceCard } from "./place.ts";

/** My open doors in the order of the view. */
export const openDoors = (view: View): readonly ViewRow<"doors">[] =>
  Object.values(view.doors).toSorted((one, other) => one.order - other.order);

/** The place for letters to a port where nothing listens. */
export const closedDoor = (text: Text): Omit<PlaceCard, "id" | "key" | "lit"> => ({
  place: { kind: "reject" },
  title: text.desk.places.closedDoor,
  note: text.desk.places.icmp,
  state: text.desk.places.sendBack,
  closed: true,
});
