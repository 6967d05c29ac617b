import type { Mission } from "../../shared/contract/mission.ts";
import { addressAndDoor0 } from "./address-and-door-0.ts";
import { addressAndDoor1 } from "./address-and-door-1.ts";
import { addressAndDoor2 } from "./address-and-door-2.ts";
import { bestEffort0 } from "./best-effort-0.ts";
import { bestEffort1 } from "./best-effort-1.ts";
import { bestEffort2 } from "./best-effort-2.ts";
import { inOrder0 } from "./in-order-0.ts";
import { inOrder1 } from "./in-order-1.ts";
import { inOrder2 } from "./in-order-2.ts";
import { threeHandshakes0 } from "./three-handshakes-0.ts";
import { threeHandshakes1 } from "./three-handshakes-1.ts";
import { threeHandshakes2 } from "./three-handshakes-2.ts";

const inOrder: readonly Mission[] = [
  addressAndDoor0,
  addressAndDoor1,
  addressAndDoor2,
  bestEffort0,
  bestEffort1,
  bestEffort2,
  threeHandshakes0,
  threeHandshakes1,
  threeHandshakes2,
  inOrder0,
  inOrder1,
  inOrder2,
];

/** Every mission of the game by id, in the order in which they are played. */
export const missions: Readonly<Record<string, Mission>> = Object.fromEntries(
  inOrder.map((mission) => [mission.id, mission]),
);
