import { type Client, ClientState, Protocol, type Serializer } from "@colyseus/core";
import { Encoder, Reflection } from "@colyseus/schema";
import type { View } from "../../shared/contract/view.ts";
import { mirrorView, RoomState, ViewState } from "./view-state.ts";

/** The first state of a host of seven networks; all encoders write here, one after the other. */
const page = new Uint8Array(256 * 1024);
/** Encoders' own buffers hold no more than the form of a view: there is one for everybody in every room. */
Encoder.BUFFER_SIZE = 8 * 1024;

/**
 * Colyseus's serializer for a room in which everybody has a state of their own and an encoder of their own: what one
 * client is sent cannot hold a byte of another's, and costs nothing while nothing of theirs has changed.
 */
export class OwnViews implements Serializer<RoomState> {
  readonly id = "schema";
  readonly #views = new Map<string, OwnView>();

  /** The state that a session will be sent, for its view to be shown in. */
  open({ sessionId }: Client): OwnView {
    const view = new OwnView(sessionId);
    this.#views.set(sessionId, view);
    return view;
  }

  close({ sessionId }: Client): void {
    this.#views.delete(sessionId);
  }

  reset(): void {}

  handshake(): Uint8Array {
    return form;
  }

  getFullState(client?: Client): Uint8Array {
    const view = this.#views.get(client?.sessionId ?? "");
    return (view ?? new OwnView("")).whole();
  }

  applyPatches(clients: readonly Client[]): boolean {
    let hasChanged = false;
    for (const client of clients) {
      const view = this.#views.get(client.sessionId);
      if (view === undefined || !view.hasChanged || client.state !== ClientState.JOINED) continue;
      client.raw(view.patch());
      hasChanged = true;
    }
    return hasChanged;
  }
}

/** One client's view on its way to them. */
export class OwnView {
  readonly #view = new ViewState();
  readonly #encoder: Encoder<RoomState>;

  constructor(session: string) {
    const state = new RoomState();
    state.views.set(session, this.#view);
    this.#encoder = new Encoder(state);
  }

  show(view: View): void {
    mirrorView(view, this.#view);
  }

  get hasChanged(): boolean {
    return this.#encoder.hasChanges;
  }

  /** All of it, for a page that has just come in. */
  whole(): Uint8Array {
    page[0] = Protocol.ROOM_STATE;
    return this.#sent(this.#encoder.encodeAll({ offset: 1 }, page));
  }

  /** What has changed since it was last sent. */
  patch(): Uint8Array {
    page[0] = Protocol.ROOM_STATE_PATCH;
    return this.#sent(this.#encoder.encode({ offset: 1 }, undefined, page));
  }

  /** A slow client's frames wait while the next ones are written, so each is a copy. */
  #sent(octets: Uint8Array): Uint8Array {
    this.#encoder.discardChanges();
    return Buffer.from(octets);
  }
}

/** What every page is told about the form of what it will be sent. */
const form = Reflection.encode(new Encoder(new RoomState()));
