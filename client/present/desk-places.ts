import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import { presentClientPlaces } from "./client-desk.ts";
import { myRole } from "./desk-cards.ts";
import type { Hand } from "./hand.ts";
import type { PlaceCard } from "./place.ts";
import { presentRouterPlaces } from "./router-desk.ts";
import { presentServerPlaces } from "./server-desk.ts";

const presentPlacesOf = {
  client: presentClientPlaces,
  router: presentRouterPlaces,
  server: presentServerPlaces,
};

/** Everywhere that what is in the hand can be put at this desk, whatever its role. */
export const presentDeskPlaces = (
  view: View,
  text: Text,
  hand: Hand | undefined,
): readonly PlaceCard[] => presentPlacesOf[myRole(view)](view, text, hand);
