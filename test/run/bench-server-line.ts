import { frame } from "../kit/raw-socket.ts";
import { BenchSocket } from "./bench-socket.ts";

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
const play = frame(Buffer.from([wordFrame, shortText + "play".length, ...Buffer.from("play")]));
const welcome = frame(Uint8Array.of(joinFrame));
const [leastMs, mostMs] = [3000, 5000];

/** One player of the bench. */
export class BenchLine {
  readonly #socket: BenchSocket;
  readonly #felt: Felt;
  #saidAt: number | undefined;
  /** The server has made the move; the next patch shows it. */
  #isMade = false;
  #welcomed: (() => void) | undefined;
  #made: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #recording: { readonly from: number; readonly octets: number[] } | undefined;

  private constructor(url: string, felt: Felt) {
    this.#felt = felt;
    this.#socket = new BenchSocket(url, (kind, octets) => this.#hear(kind, octets));
  }

  /** Takes a seat; a server hears nobody whom it has not welcomed yet. */
  static open(url: string, felt: Felt): Promise<BenchLine> {
    const line = new BenchLine(url, felt);
    return new Promise((resolve) => {
      line.#welcomed = () => resolve(line);
    });
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
    this.#socket.close();
  }

  #hear(kind: number, octets: number): void {
    this.#felt.octets += octets;
    this.#felt.frames += 1;
    if (kind === patchFrame) this.#seePatch(octets);
    else if (kind === joinFrame) {
      this.#socket.send(welcome);
      this.#welcomed?.();
    } else if (kind === wordFrame) {
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
