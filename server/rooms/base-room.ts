import { type Client, Protocol, Room, type RoomException, type RoomOptions } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { Allowance } from "../allowance.ts";
import { JoinRefusal } from "./join-refusal.ts";
import { type Line, LineWatch } from "./line-watch.ts";
import { RoomSteps, type Stepping } from "./room-steps.ts";

/** What the transport's socket tells and does besides Colyseus's own interface. */
type Socket = Line & { readonly bufferedAmount: number };

/** So seldom a room steps by itself: without any step Colyseus would have its clock tick sixty times a second. */
const onceAnHour = 1 / 3600;
const steps = new RoomSteps();
const republishMs = 10_000;
const stallCheckMs = 500;
/** A bit more than people take from one move to the next. */
const lineCheckMs = 4_000;
const complaintsPerMinute = 10;
const mostBufferedBytes = 1_000_000;

/**
 * The only room class that the server's rooms extend: what one client or one bug does stays its own matter.
 * It defines neither `onDrop` nor `allowReconnection`: every way back is a new join with the seat key.
 */
export abstract class BaseRoom<T extends RoomOptions> extends Room<T> {
  override maxMessagesPerSecond = 100;
  /** A reservation without a socket is cheap to make, so it does not last. */
  override seatReservationTimeout = 5;

  readonly #lines = new LineWatch();
  readonly #complaints = new Allowance(complaintsPerMinute, 60_000);

  /** Prepares the room before anybody can find it. */
  protected abstract open(options: unknown): void | Promise<void>;
  /** Lets a client in, or throws a `JoinRefusal`. */
  protected abstract enter(client: Client, options: unknown): void;
  /** Parts with a client, whether or not it had come in. */
  protected abstract exit(client: Client): void;
  /** Runs before each patch. */
  protected abstract step(): void;

  override async onCreate(options: unknown): Promise<void> {
    // the wall clock is set while the machine runs, and one step back would stop the room until it is caught up
    Object.assign(this.clock, { now: () => performance.now() });
    this.clock.start();
    await this.open(options);
    this.setFixedTimestep(() => {}, onceAnHour);
    steps.add(this.#stepping);
    // a timer of its own would send what a step has shown up to a whole step later
    this.patchRate = 0;
    // listings live in a shared store that may be emptied under a running room
    this.clock.setInterval(() => {
      this.setMatchmaking({}).catch((error: unknown) => console.error("listing", error));
    }, republishMs);
    this.clock.setInterval(() => this.#closeStalled(), stallCheckMs);
    this.clock.setInterval(() => this.#lines.check(), lineCheckMs);
  }

  readonly #stepping: Stepping = {
    step: () =>
      this.attempt("a step", () => {
        // the room's timers keep time with its steps
        this.clock.tick();
        this.step();
      }),
    send: () => void this.broadcastPatch(),
  };

  override onDispose(): void {
    steps.remove(this.#stepping);
  }

  override onJoin(client: Client, options: unknown): void {
    // without a view of its own, a slow client is sent slices of a buffer that the next patch overwrites
    client.view = new StateView();
    dropEmptyFrames(client);
    this.#lines.add(socketOf(client));
    this.enter(client, options);
  }

  override onLeave(client: Client): void {
    this.#lines.remove(socketOf(client));
    try {
      this.exit(client);
    } finally {
      client.view?.dispose();
    }
  }

  /** A state that cannot be encoded must not keep the room from its next step. */
  override broadcastPatch(): boolean {
    return this.attempt("a patch", () => super.broadcastPatch()) ?? false;
  }

  /** Does something that must not keep the room from what comes next; nothing comes of it where it throws. */
  protected attempt<R>(what: string, work: () => R): R | undefined {
    try {
      return work();
    } catch (error) {
      this.#complain(what, error);
      return undefined;
    }
  }

  /** Without this method a throw in any handler, step or timer would end the process. */
  override onUncaughtException(error: RoomException, where: string): void {
    if (error.cause instanceof JoinRefusal) return;
    this.#complain(where, error.cause);
  }

  /** A step that throws does so twenty times a second; the first few lines say it all. */
  #complain(where: string, error: unknown): void {
    if (this.#complaints.take(where)) console.error(`room ${this.roomId}: ${where} threw`, error);
  }

  /** Patches queue up without limit for a client that stops reading. */
  #closeStalled(): void {
    for (const client of this.clients) {
      const socket = socketOf(client);
      if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
    }
  }
}

const socketOf = ({ ref }: Client): Socket => ref as unknown as Socket;

/** Whenever anybody's view has changed Colyseus sends everybody a patch; to most it says nothing. */
function dropEmptyFrames(client: Client): void {
  const send = client.raw.bind(client);
  client.raw = (frame, how, done) => {
    const isEmpty = frame.length === 1 && frame[0] === Protocol.ROOM_STATE_PATCH;
    if (!isEmpty) send(frame, how, done);
  };
}
