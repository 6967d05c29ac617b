import { once } from "node:events";
import { WebSocket } from "ws";

/** What seats of a room were sent, in octets by tick: the same for another server to send. */
export type Traffic = { readonly seats: readonly (readonly number[])[] };

/** What the lines of a bench have felt: how long each move took to show, in milliseconds. */
export type Felt = { latencies: number[]; octets: number; frames: number };

/** Both servers look at a room so often. */
export const tickMs = 50;
/** The first octet of a welcome, which has to be answered with the same, and of a patch. */
export const [joinFrame, patchFrame] = [10, 15];
/** The first octet of a frame with a word in it; msgpack writes a short text as its length and its letters. */
export const wordFrame = 13;
const shortText = 0xa0;
const play = Buffer.from([wordFrame, shortText + "play".length, ...Buffer.from("play")]);
const [leastMs, mostMs] = [3000, 5000];

/** One player of the bench: a socket of which only the first octet of each frame is read. */
export class BenchLine {
  readonly #socket: WebSocket;
  readonly #felt: Felt;
  #saidAt: number | undefined;
  /** The server has made the move; the next patch shows it. */
  #isMade = false;
  #made: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #recording: { readonly from: number; readonly octets: number[] } | undefined;

  private constructor(socket: WebSocket, felt: Felt) {
    this.#socket = socket;
    this.#felt = felt;
    socket.on("message", (data: Buffer) => this.#hear(data));
    socket.on("error", () => {});
  }

  /** Takes a seat; a server hears nobody whom it has not welcomed yet. */
  static async open(url: string, felt: Felt): Promise<BenchLine> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const line = new BenchLine(socket, felt);
    await once(socket, "message");
    return line;
  }

  /** Makes a move now; what is promised is that the server has made it. */
  move(): Promise<void> {
    this.#saidAt ??= performance.now();
    this.#socket.send(play);
    return new Promise((resolve) => {
      this.#made = resolve;
    });
  }

  /** Makes a move every few seconds, as a person does. */
  begin(): void {
    const pause = leastMs + Math.random() * (mostMs - leastMs);
    this.#timer = setTimeout(() => {
      void this.move();
      this.begin();
    }, pause);
  }

  /** Writes down what comes from now on. */
  record(): void {
    this.#recording = { from: performance.now(), octets: [] };
  }

  /** What came in each tick since the recording began. */
  recorded(ticks: number): readonly number[] {
    return Array.from({ length: ticks }, (_, tick) => this.#recording?.octets[tick] ?? 0);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#socket.terminate();
  }

  #hear(data: Buffer): void {
    this.#felt.octets += data.length;
    this.#felt.frames += 1;
    const [kind] = data;
    if (kind === joinFrame) this.#socket.send(Buffer.of(joinFrame));
    else if (kind === patchFrame) this.#seePatch(data.length);
    else if (kind === wordFrame) {
      this.#isMade = this.#saidAt !== undefined;
      this.#made?.();
    }
  }

  #seePatch(octets: number): void {
    const now = performance.now();
    if (this.#recording !== undefined) {
      const tick = Math.trunc((now - this.#recording.from) / tickMs);
      this.#recording.octets[tick] = (this.#recording.octets[tick] ?? 0) + octets;
    }
    if (!this.#isMade || this.#saidAt === undefined) return;
    this.#felt.latencies.push(now - this.#saidAt);
    this.#saidAt = undefined;
    this.#isMade = false;
  }
}
