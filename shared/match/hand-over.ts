import type { NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import { later } from "../lib/instant.ts";
import { tellBox, type Watch } from "../world/world.ts";
import type { Match } from "./match.ts";

/** An errand that somebody else has begun at this client: its letter was lost, and it has waited almost long enough. */
export function handOver(
  match: Match,
  { id }: Host,
  errand: NewErrand,
  ringAfterMs: number,
  watch: Watch,
): void {
  const retryAt = later(match.now, ringAfterMs);
  tellBox(match.world, id, { kind: "errandHandedOver", errand, retryAt }, watch);
}

/** Whether an errand gives its client something to do only when its letter is lost. */
export const isSentByItself = ({ mission: { held, tcp } }: Match): boolean =>
  tcp === undefined && !held.client.includes("address") && held.client.includes("retransmit");
