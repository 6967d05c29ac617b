import { connect, type Socket } from "node:net";
import { frame, upgradeRequest } from "../kit/raw-socket.ts";

/** What came: the first octet of a message, and how long the message is. */
export type Heard = (kind: number, octets: number) => void;

/** Every socket is read into the same octets, one after the other. */
const read = Buffer.alloc(256 * 1024);
/** Lengths that say how many octets the length itself takes. */
const [inTwoOctets, inEightOctets] = [126, 127];
const [textKind, binaryKind, pingKind] = [1, 2, 9];
const pong = frame(new Uint8Array()).fill(0x8a, 0, 1);
const endOfHead = "\r\n\r\n";

/**
 * A WebSocket that reads nothing but the length and the first octet of what comes. The bench shares its machine with
 * what it measures, so it must cost little.
 */
export class BenchSocket {
  readonly #socket: Socket;
  readonly #heard: Heard;
  /** The answer to the upgrade, until it is whole. */
  #answer: string | undefined = "";
  /** The octets of a frame's head, until it is whole, and then how many of its payload are still to come. */
  #head: number[] = [];
  #toCome = 0;

  constructor(url: string, heard: Heard) {
    const { hostname, port } = new URL(url);
    this.#heard = heard;
    const callback = (octets: number): boolean => this.#hear(octets);
    this.#socket = connect({
      ...{ host: hostname, port: Number(port), noDelay: true },
      onread: { buffer: read, callback },
    });
    this.#socket.on("error", () => {});
    this.#socket.write(upgradeRequest(url));
  }

  /** Sends a frame that was made beforehand. */
  send(made: Buffer): void {
    this.#socket.write(made);
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(octets: number): boolean {
    let at = this.#answer === undefined ? 0 : this.#hearAnswer(this.#answer, octets);
    while (at < octets) {
      if (this.#toCome > 0) {
        const passed = Math.min(this.#toCome, octets - at);
        this.#toCome -= passed;
        at += passed;
      } else {
        this.#head.push(read[at] ?? 0);
        at += 1;
        this.#readHead(this.#head);
      }
    }
    return true;
  }

  /** Where the first frame begins. */
  #hearAnswer(before: string, octets: number): number {
    const answer = before + read.toString("latin1", 0, octets);
    const end = answer.indexOf(endOfHead);
    this.#answer = end < 0 ? answer : undefined;
    return end < 0 ? octets : end + endOfHead.length - before.length;
  }

  #readHead(head: readonly number[]): void {
    const length = lengthIn(head);
    if (length === undefined) return;
    const opcode = (head[0] ?? 0) & 0xf;
    const isMessage = opcode === binaryKind || opcode === textKind;
    const kindAt = sizeOfHead(head);
    if (isMessage && length > 0 && head.length === kindAt) return;
    this.#toCome = length - (head.length - kindAt);
    this.#head = [];
    if (opcode === pingKind) this.send(pong);
    if (isMessage) this.#heard(head[kindAt] ?? 0, length);
  }
}

const sizeOfHead = ([, size = 0]: readonly number[]): number => {
  if (size === inEightOctets) return 10;
  return size === inTwoOctets ? 4 : 2;
};

/** How long the payload is; undefined while the head is not whole. */
function lengthIn(head: readonly number[]): number | undefined {
  const size = sizeOfHead(head);
  if (head.length < size) return undefined;
  if (size === 2) return head[1];
  return head.slice(2, size).reduce((length, octet) => length * 256 + octet, 0);
}
