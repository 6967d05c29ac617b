import type { MatchLink } from "../net/match-link.ts";
import type { JoinRefused } from "../net/room-link.ts";
import { forgetKey, type KeptKey, keepKey, keptKey } from "./kept-keys.ts";

/** Why a room did not let somebody in. */
export type Refused = JoinRefused["reason"];

/** How entering a room came out: a link to its lesson, or the reason why not. */
export type Entered =
  | {
      readonly kind: "in";
      readonly link: MatchLink;
      readonly key: string;
      /** What the big screen of a room that one hosts opens with. */
      readonly screenKey?: string;
    }
  | { readonly kind: "refused"; readonly reason: Refused };

/**
 * Enters a room as a player or as its host. A key from a link must fit; one that this device merely kept may have
 * outlived its room, whose code can belong to another room by now, so a player then just enters anew.
 */
export async function enterRoom(
  kind: KeptKey["kind"],
  code: string,
  linkKey?: string,
): Promise<Entered> {
  const key = linkKey ?? keptKey(kind, code);
  if (kind === "host" && key === undefined) return { kind: "refused", reason: "badKey" };
  const entered = await join(kind, code, key);
  if (entered.kind === "in") keepKey({ kind, code, key: entered.key });
  if (entered.kind === "in" || key !== keptKey(kind, code)) return entered;
  if (keyless.has(entered.reason)) forgetKey(kind, code);
  const opensNothing = entered.reason === "badKey" && key !== undefined && kind === "seat";
  return opensNothing ? enterRoom(kind, code) : entered;
}

/** After these refusals a key is worth nothing any more. */
const keyless: ReadonlySet<Refused> = new Set(["badKey", "roomClosed", "wrongCode"]);

/** Opens a new room, whose host this device is from now on. */
export async function openNewRoom(): Promise<
  { readonly kind: "open"; readonly code: string } | Extract<Entered, { kind: "refused" }>
> {
  const net = await fetchNet();
  if (net === undefined) return unreachable;
  try {
    const { code, hostKey } = await net.openRoom({});
    keepKey({ kind: "host", code, key: hostKey });
    return { kind: "open", code };
  } catch (thrown) {
    return thrown instanceof net.JoinRefused ? refused(thrown.reason) : unreachable;
  }
}

async function join(kind: KeptKey["kind"], code: string, key?: string): Promise<Entered> {
  const net = await fetchNet();
  if (net === undefined) return unreachable;
  try {
    // a lesson that was left last time has to be fetched again; one that goes on is only found
    const found = kind === "host" ? await net.openRoom({ code, hostKey: key ?? "" }) : undefined;
    const joined = await net.joinRoom(code, key === undefined ? {} : { [`${kind}Key`]: key });
    return {
      ...{ kind: "in", link: joined.link },
      key: found?.hostKey ?? joined.seatKey,
      ...(found === undefined ? {} : { screenKey: found.screenKey }),
    };
  } catch (thrown) {
    return thrown instanceof net.JoinRefused ? refused(thrown.reason) : unreachable;
  }
}

const refused = (reason: Refused) => ({ kind: "refused", reason }) as const;
const unreachable = refused("unreachable");

// The line may be down, or the page older than the server's files.
const fetchNet = () => import("../net/room-link.ts").catch(() => undefined);
