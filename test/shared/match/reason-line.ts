import type { Mission } from "../../../shared/contract/mission.ts";
import type { Reason } from "../../../shared/contract/reasons.ts";
import type { Hands } from "../../kit/hands.ts";

/** How an act is explained to whoever did it. */
type Explained =
  | "by itself" /* right: nothing needs to be said */
  | "at once" /* its consequence is on the desk */
  | "when it comes home" /* a descendant of the act reaches the desk */
  | "in the debrief"; /* it ended in silence */

/** A reason of the judge, and a way to provoke it. */
export type ReasonLine = {
  readonly reason: Reason;
  readonly how: string;
  readonly at: string;
  /** Does what the judge has this reason for, with the other hands that it takes. */
  readonly provoke: (hands: Hands) => void;
  readonly hands?: readonly string[];
  /** What is played; the first mission unless told, and what is changed about it. */
  readonly on?: Mission;
  readonly mission?: Partial<Mission>;
  readonly explained: Explained;
};
