import { type Client, Protocol, Room, type RoomException, type RoomOptions } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { Allowance } from "../allowance.ts";
import { JoinRefusal } from "./join-refusal.ts";

/** What the transport's socket tells and does besides Colyseus's own interface. */
type Socket = { readonly bufferedAmount: number; terminate(): void };

const stepsPerSecond = 20;
const republishMs = 10_000;
const stallCheckMs = 500;
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
    // the room's clock ticks with this step, and only with a step do its timers keep time
    this.setFixedTimestep(() => this.#stepAndPatch(), stepsPerSecond);
    // a timer of its own would send what a step has shown up to a whole step later
    this.patchRate = 0;
    // listings live in a shared store that may be emptied under a running room
    this.clock.setInterval(() => {
      this.setMatchmaking({}).catch((error: unknown) => console.error("listing", error));
    }, republishMs);
    this.clock.setInterval(() => this.#closeStalled(), stallCheckMs);
  }

  #stepAndPatch(): void {
    try {
      this.step();
    } finally {
      this.broadcastPatch();
    }
  }

  override onJoin(client: Client, options: unknown): void {
    // without a view of its own, a slow client is sent slices of a buffer that the next patch overwrites
    client.view = new StateView();
    dropEmptyFrames(client);
    this.enter(client, options);
  }

  override onLeave(client: Client): void {
    try {
      this.exit(client);
    } finally {
      client.view?.dispose();
    }
  }

  /** A state that cannot be encoded must not keep the room from its next step. */
  override broadcastPatch(): boolean {
    try {
      return super.broadcastPatch();
    } catch (error) {
      this.#complain("a patch", error);
      return false;
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
      const socket = client.ref as unknown as Socket;
      if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
    }
  }
}

/** Whenever anybody's view has changed Colyseus sends everybody a patch; to most it says nothing. */
function dropEmptyFrames(client: Client): void {
  const send = client.raw.bind(client);
  client.raw = (frame, ...how) => {
    const isEmpty = frame.length === 1 && frame[0] === Protocol.ROOM_STATE_PATCH;
    if (!isEmpty) send(frame, ...how);
  };
}
