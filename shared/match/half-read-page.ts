import type { Duty } from "../device/act.ts";
import type { NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import type { Watch } from "../world/world.ts";
import type { Match } from "./match.ts";
import { type PageOfBefore, plantTalk } from "./plant-talk.ts";

/** A client is left empty for so long before a page is handed to it, whose first card is there a second later. */
export const emptyBeforePageMs = 13_000;
/** A server is left empty for at least so long before somebody comes by. */
export const emptyBeforeVisitMs = 9_000;

/** What may be played where a connection is to be open at once: nothing that a letter would have to wait for. */
const playedBehind: readonly Duty[] = ["order", "acknowledge", "transmit", "retransmit"];

/** Whether pages are put together by hand, card by card, so that half of one can be handed over. */
export function isReadByHand({ mission: { tcp, held } }: Match): boolean {
  if (tcp === undefined || !held.client.includes("order") || held.server.includes("order"))
    return false;
  return [...held.client, ...held.server].every((duty) => playedBehind.includes(duty));
}

/**
 * What comes to a client whose desk was empty: the first card at once, and those that the window leaves close behind.
 * Where nobody keeps what overtakes, only one is close behind.
 */
export function begunPage({ mission }: Match): PageOfBefore {
  return mission.tcp?.goBackN === true
    ? { onLastLine: 1, underWay: 1 }
    : { onLastLine: 1, underWay: 3 };
}

/** What a visitor still wants of a server whose desk was empty: all but the first card, as much as the window holds. */
export const halfRead: PageOfBefore = { arrived: 1 };

/** A page that somebody has begun to read elsewhere: from now on it comes to this client. */
export function handOverPage(
  match: Match,
  asker: Host,
  errand: NewErrand,
  page: PageOfBefore,
  watch: Watch,
): void {
  const box = match.mission.services.find(({ id }) => id === errand.service)?.box;
  const server = match.world.boxes[box ?? ""];
  if (server?.kind === "host") plantTalk(match, [asker, server], errand, page, watch);
}
