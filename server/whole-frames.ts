import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Client } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";

/** What is behind each line; nothing where something else than our transport has taken it. */
const sockets = new WeakMap<object, Socket>();

/** The transport of our own server, which remembers on which socket each line came. */
export class LineTransport extends WebSocketTransport {
  constructor(options: ConstructorParameters<typeof WebSocketTransport>[0]) {
    super(options);
    this.wss.prependListener("connection", (line: object, { socket }: IncomingMessage) => {
      sockets.set(line, socket);
    });
  }
}

/** A frame of octets that is whole and not masked, as servers send them (RFC 6455 §5.2). */
const wholeBinary = 0x82;
/** Of a line, as browsers number its states. */
const openState = 1;
/** A length above the first stands in two octets more; one above the second is `ws`'s matter. */
const [mostShort, mostMiddle] = [125, 0xffff];

/**
 * Frames leave in one piece. `ws` writes the head and what it heads one after the other, and joining the two in the
 * system costs more than copying the few octets that a patch has.
 */
export function sendWhole(client: Client): void {
  const socket = sockets.get(client.ref);
  const line = client.ref as unknown as { readonly readyState: number };
  const send = client.raw.bind(client);
  client.raw = (frame, how, done) => {
    const isOpen = socket !== undefined && line.readyState === openState;
    if (isOpen && done === undefined && frame.length <= mostMiddle) socket.write(framed(frame));
    else send(frame, how, done);
  };
}

function framed(octets: Uint8Array | Buffer): Buffer {
  const { length } = octets;
  const head = length <= mostShort ? 2 : 4;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = wholeBinary;
  if (head === 2) frame[1] = length;
  else {
    frame[1] = mostShort + 1;
    frame.writeUInt16BE(length, 2);
  }
  frame.set(octets, head);
  return frame;
}
