import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import { presentCardPlaces } from "./card-places.ts";
import { presentClientPlaces } from "./client-desk.ts";
import { myRole } from "./desk-cards.ts";
import type { Hand } from "./hand.ts";
import { tcpDesk } from "./held-duties.ts";
import type { PlaceCard } from "./place.ts";
import { presentRouterPlaces } from "./router-desk.ts";
import { presentServerPlaces } from "./server-desk.ts";

const presentPlacesOf = {
  client: presentClientPlaces,
  router: presentRouterPlaces,
  server: presentServerPlaces,
};

/** Everywhere that what is in the hand can be put at this desk, whatever its role; segments are written, not put. */
export const presentDeskPlaces = (
  view: View,
  text: Text,
  hand: Hand | undefined,
): readonly PlaceCard[] => {
  const tcp = tcpDesk(view);
  if (tcp === "receiving") return presentCardPlaces(view, text, hand);
  return tcp === undefined ? presentPlacesOf[myRole(view)](view, text, hand) : [];
};
