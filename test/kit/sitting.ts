import { Client, type Room } from "colyseus.js";
import { pageVersion } from "../../client/net/page-version.ts";
import { readView } from "../../client/net/read-view.ts";
import type { Answer } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";

type Wish = {
  readonly seatKey?: string;
  readonly hostKey?: string;
  readonly screenKey?: string;
  readonly version?: string;
};
type Seat = { readonly role: string; readonly actor: string; readonly key?: string };

/** Somebody who sits in a room over a real socket, without the page's link in between. */
export type Sitting = {
  readonly room: Room;
  readonly seat: Seat;
  /** Every byte that arrived since the join. */
  readonly received: () => Buffer;
  readonly view: () => View;
  readonly move: (n: unknown, intent: unknown) => Promise<Answer>;
  /** The code with which the line ended. */
  readonly closed: Promise<number>;
};

/** Joins a room; what it is told by whom is the server's matter. */
export async function sitDown(url: string, code: string, wish: Wish = {}): Promise<Sitting> {
  const room = await new Client(url).joinById<any>(code, { version: pageVersion, ...wish });
  room.reconnection.enabled = false;
  const frames: Buffer[] = [];
  socketOf(room).addEventListener("message", ({ data }) => frames.push(Buffer.from(data)));
  const seat = await new Promise<Seat>((resolve) => room.onMessage("seat", resolve));
  return {
    room,
    seat,
    received: () => Buffer.concat(frames),
    view: () => readView(room.state.views.get(room.sessionId)),
    move: (n, intent) => room.request("move", { n, intent }),
    closed: new Promise((resolve) => room.onLeave(resolve)),
  };
}

/** The browser's own socket under a room. */
const socketOf = (room: Room): WebSocket => (room.connection.transport as any).ws;
