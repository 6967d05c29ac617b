import { Client, type Room } from "colyseus.js";
import { JoinRefused, refusedBy } from "./join-refused.ts";
import { pageVersion } from "./page-version.ts";

/** Where a room is and how one gets in: with a key where one sat before, without one as somebody new. */
export type Door = {
  readonly server: string;
  readonly code: string;
  readonly seatKey?: string;
  readonly hostKey?: string;
  readonly screenKey?: string;
};

/** What the room tells a new socket once: its part, and the key to its seat where one was just drawn. */
export type Welcome = { readonly role: "player" | "host" | "screen"; readonly key?: string };

/** Firewalls of schools swallow sockets without a word. */
const patienceMs = 8000;

/** Joins a room; what comes back has received its first whole view. Rejects with `JoinRefused`. */
export async function enterDoor(door: Door): Promise<{ room: Room; welcome: Welcome }> {
  const joining = join(door);
  let patience: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    patience = setTimeout(() => reject(new JoinRefused("unreachable")), patienceMs);
  });
  try {
    return await Promise.race([joining, late]);
  } catch (thrown) {
    // who comes in after all must not sit there unseen
    joining.then(({ room }) => void room.leave()).catch(() => {});
    throw thrown instanceof JoinRefused ? thrown : refusedBy(thrown as Error);
  } finally {
    clearTimeout(patience);
  }
}

async function join({ server, code, ...keys }: Door) {
  const room = await new Client(server).joinById(code, { version: pageVersion, ...keys });
  // the way back is a new join with the key: Colyseus's own gives up on most kinds of cut
  room.reconnection.enabled = false;
  const welcome = await new Promise<Welcome>((resolve, reject) => {
    room.onMessage("seat", resolve);
    room.onLeave(() => reject(new JoinRefused("unreachable")));
  });
  return { room, welcome };
}
