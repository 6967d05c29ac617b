import type { Mission } from "../../shared/contract/mission.ts";
import { inOrder1 } from "./in-order-1.ts";

/** Chapter 4, twist: the same lines lose the same letters, and whatever comes above a gap is thrown away. */
export const inOrder2 = {
  ...inOrder1,
  id: "in-order-2",
  kind: "twist",
  tcp: { ...inOrder1.tcp, goBackN: true },
  stars: [0.05, 2.9, 6.2],
} as const satisfies Mission;
