import { type Client, ClientState } from "@colyseus/core";
import { type Decoder, Reflection } from "@colyseus/schema";
import { type ArrivedView, readView } from "../../client/net/read-view.ts";
import type { OwnView } from "../../server/sync/own-view.ts";
import { OwnViews } from "../../server/sync/own-views.ts";
import type { View } from "../../shared/contract/view.ts";

/** What Colyseus's client is to its serializer. */
type Receiver = Pick<Client, "sessionId" | "state"> & { raw(bytes: Uint8Array): void };

/** Everybody's views on their way to them as in the room: through the room's own serializer. */
export class MarkedWire {
  readonly #views = new OwnViews();
  readonly #ends = new Map<string, WireEnd>();
  #sessions = 0;

  /** Lets somebody in, as a new session that gets the whole state first. */
  #join(id: string, view: View): void {
    this.#sessions += 1;
    const end = new WireEnd(`session${this.#sessions}`, this.#views);
    this.#ends.set(id, end);
    end.own.show(view);
    end.meet(this.#views.handshake());
    end.raw(this.#views.getFullState(end as unknown as Client));
  }

  part(id: string): void {
    const end = this.#ends.get(id);
    if (end === undefined) return;
    this.#views.close(end as unknown as Client);
    this.#ends.delete(id);
  }

  /** Shows somebody a view, which the next patch carries; who was not here comes in. */
  show(id: string, view: View): void {
    const end = this.#ends.get(id);
    if (end === undefined) this.#join(id, view);
    else end.own.show(view);
  }

  patch(): void {
    this.#views.applyPatches();
  }

  /** The bytes that were sent since the last look, and the view that a page makes of them all. */
  take(id: string): { readonly bytes: Buffer; readonly view: View } {
    const end = this.#ends.get(id);
    if (end === undefined) throw new Error(`${id} is not here`);
    return { bytes: end.take(), view: end.read() };
  }

  get here(): readonly string[] {
    return [...this.#ends.keys()];
  }
}

class WireEnd implements Receiver {
  readonly sessionId: string;
  readonly own: OwnView;
  readonly state = ClientState.JOINED;
  #frames: Buffer[] = [];
  #decoder: Decoder<any> | undefined;

  constructor(sessionId: string, views: OwnViews) {
    this.sessionId = sessionId;
    this.own = views.open(this as unknown as Client);
  }

  meet(handshake: Uint8Array): void {
    this.#decoder = Reflection.decode(Uint8Array.from(handshake)) as Decoder<any>;
  }

  /** A frame as the serializer sends it: a byte for what it is, then state. */
  raw(bytes: Uint8Array): void {
    this.#frames.push(Buffer.from(bytes));
    this.#decoder?.decode(bytes, { offset: 1 });
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.#frames);
    this.#frames = [];
    return bytes;
  }

  read(): View {
    return readView(this.#decoder?.state.views.get(this.sessionId) as ArrivedView);
  }
}
