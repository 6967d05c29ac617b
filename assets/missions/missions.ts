import type { Mission } from "../../shared/contract/mission.ts";
import { addressAndDoor1 } from "./address-and-door-1.ts";

/** Every mission of the game, by id. */
export const missions: Readonly<Record<string, Mission>> = {
  [addressAndDoor1.id]: addressAndDoor1,
};
