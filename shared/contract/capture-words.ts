import type { Reason } from "./reasons.ts";

/** How a capture is worded, in one language. */
export type CaptureWords = {
  /** What a capture says of itself: the mission and the seed of its round. */
  about(mission: string, seed: number): string;
  /** What a machine is called whose player, if it has one, goes by this nickname. */
  box(box: string, nickname: string | undefined): string;
  /** What the judge said of somebody's act. */
  said(who: string, reason: Reason): string;
  /** What stands on a frame that never arrived. */
  readonly lost: string;
};
