import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { joinFrame, patchFrame, type Traffic, tickMs, wordFrame } from "./bench-server-line.ts";
import { answerBench } from "./bench-server-talk.ts";

/**
 * The least that could do the same work: a `ws` server that answers each move with a word and sends, at the ticks at
 * which the game sent something, as many octets to the same seats out of buffers that were made beforehand.
 */

const leastOctets = 8;
const word = Buffer.from([wordFrame, ...Buffer.from("played")]);

type Place = {
  socket?: WebSocket;
  /** Shows a move at once that the recording would show a little later; then it has nothing to send at that tick. */
  hasMoved: boolean;
  aheadTo: number;
};

const rooms = new Map<string, readonly Place[]>();
const buffers = new Map<number, Buffer>();
let traffic: Traffic = { seats: [] };

const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on("connection", sit);
http.listen(0, "127.0.0.1");
await once(http, "listening");
const { port } = http.address() as AddressInfo;
answerBench({
  port,
  openRoom: async (players) => openRoom(players),
  learn: (learned) => {
    traffic = learned;
  },
});

function sit(socket: WebSocket, { url = "" }: { readonly url?: string }): void {
  const [, room = "", seat] = url.split("/");
  const place = rooms.get(room)?.[Number(seat)];
  if (place === undefined) return socket.terminate();
  place.socket = socket;
  socket.send(Buffer.of(joinFrame));
  socket.on("message", ([kind]: Buffer) => {
    if (kind !== wordFrame) return;
    place.hasMoved = true;
    socket.send(word);
  });
}

function openRoom(players: number): readonly string[] {
  const room = `room${rooms.size}`;
  const places = Array.from(
    { length: players + 1 },
    (): Place => ({ hasMoved: false, aheadTo: -1 }),
  );
  // rooms stand at different places of what was recorded, as classes do in their rounds
  const first = rooms.size * 7;
  let next = first;
  rooms.set(room, places);
  const startedAt = performance.now();
  setInterval(() => {
    const end = first + Math.trunc((performance.now() - startedAt) / tickMs);
    sendTicks(places, next, end);
    next = end;
  }, tickMs);
  return places.map((_, seat) => `ws://127.0.0.1:${port}/${room}/${seat}`);
}

/** Sends what is due since the last time; as in the game, what comes late travels in one frame. */
function sendTicks(places: readonly Place[], from: number, end: number): void {
  for (const [seat, place] of places.entries()) {
    let octets = 0;
    for (let tick = from; tick < end; tick++)
      octets += octetsNow(place, traffic.seats[seat] ?? [], tick);
    if (octets > 0) place.socket?.send(bufferOf(Math.max(octets, leastOctets)));
  }
}

/** What this seat is sent at this tick; whoever has moved gets what would come next. */
function octetsNow(place: Place, sent: readonly number[], tick: number): number {
  if (!place.hasMoved) return tick > place.aheadTo ? octetsAt(sent, tick) : 0;
  place.hasMoved = false;
  place.aheadTo = nextFrame(sent, Math.max(tick, place.aheadTo + 1));
  return Math.max(octetsAt(sent, place.aheadTo), leastOctets);
}

/** The tick, from this one on, at which something was sent. */
function nextFrame(sent: readonly number[], from: number): number {
  for (let tick = from; tick < from + sent.length; tick++)
    if (octetsAt(sent, tick) > 0) return tick;
  return from;
}

const octetsAt = (sent: readonly number[], tick: number): number =>
  sent.length === 0 ? 0 : (sent[tick % sent.length] ?? 0);

function bufferOf(octets: number): Buffer {
  const made = buffers.get(octets) ?? Buffer.alloc(octets, patchFrame);
  buffers.set(octets, made);
  return made;
}
