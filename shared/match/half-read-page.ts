import type { Duty } from "../device/act.ts";
import type { NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import type { Watch } from "../world/world.ts";
import type { Match } from "./match.ts";
import { type PageOfBefore, plantTalk } from "./plant-talk.ts";
import { emptyDeskMs } from "./practised.ts";

/** A client is left empty for at most so long before a page is handed to it, which gives it something to do at once. */
const mostBeforePageMs = 14_300;
/** What is handed over is a page and no single act: even quick people are left empty for longer than elsewhere. */
const pageIsMoreMs = 5_000;
/** A server is left empty for at least so long before somebody comes by. */
export const emptyBeforeVisitMs = 7_000;

/** What may be played where a connection is to be open at once: nothing that a letter would have to wait for. */
const playedBehind: readonly Duty[] = ["order", "acknowledge", "transmit", "retransmit"];

/** Whether pages are put together by hand, card by card, so that half of one can be handed over. */
export function isReadByHand({ mission: { tcp, held } }: Match): boolean {
  if (tcp === undefined || !held.client.includes("order") || held.server.includes("order"))
    return false;
  return [...held.client, ...held.server].every((duty) => playedBehind.includes(duty));
}

/** When a page is handed to a client whose desk is empty. */
export const emptyBeforePageMs = (match: Match): number =>
  Math.min(mostBeforePageMs, emptyDeskMs(match) + pageIsMoreMs);

/**
 * What comes to a client whose desk was empty: the first card wants to be confirmed, and those that the window leaves are on
 * their way. Where nobody keeps what overtakes, only one is, and two are in their place: whatever is lost makes work twice.
 */
export function begunPage({ mission: { tcp, held } }: Match): PageOfBefore {
  if (!held.client.includes("acknowledge")) return { arrived: 1, underWay: 3 };
  return tcp?.goBackN === true ? { placed: 2, underWay: 1 } : { placed: 1, underWay: 3 };
}

/** What a visitor still wants of a server whose desk was empty: as much as the window holds, or less where all may go again. */
export const halfRead = ({ mission }: Match): PageOfBefore => ({
  arrived: mission.tcp?.goBackN === true ? 2 : 1,
});

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
