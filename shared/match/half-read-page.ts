import type { Duty } from "../device/act.ts";
import type { NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import type { Watch } from "../world/world.ts";
import type { Match } from "./match.ts";
import { type PageOfBefore, plantTalk } from "./plant-talk.ts";

/** A desk to which half a page is handed is left empty for so long: there is something to do soon after. */
export const emptyBeforePageMs = 12_500;

/** What may be played where a connection is to be open at once: nothing that a letter would have to wait for. */
const playedBehind: readonly Duty[] = ["order", "acknowledge", "transmit", "retransmit"];

/** Whether pages are put together by hand, card by card, so that half of one can be handed over. */
export function isReadByHand({ mission: { tcp, held } }: Match): boolean {
  if (tcp === undefined || !held.client.includes("order") || held.server.includes("order"))
    return false;
  return [...held.client, ...held.server].every((duty) => playedBehind.includes(duty));
}

/** What comes to a client whose desk was empty: the first card at once, and the next one close behind. */
export const begun: PageOfBefore = { arrived: 1, isOnLastLine: true, underWay: 1 };

/** What a visitor still wants of a server whose desk was empty: the second half of a page. */
export const halfRead: PageOfBefore = { arrived: 3, underWay: 0 };

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
