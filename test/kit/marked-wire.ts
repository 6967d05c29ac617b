import { type Client, ClientState, SchemaSerializer } from "@colyseus/core";
import { type Decoder, Reflection, StateView } from "@colyseus/schema";
import { type ArrivedView, readView } from "../../client/net/read-view.ts";
import { mirrorView, RoomState, ViewState } from "../../server/sync/view-state.ts";
import type { View } from "../../shared/contract/view.ts";

/** What Colyseus's client is to its serializer. */
type Receiver = Pick<Client, "view" | "state"> & { raw(bytes: Uint8Array): void };

/** A room's state on its way to its clients as in the room: each with a view of its own, through Colyseus's serializer. */
export class MarkedWire {
  readonly #state = new RoomState();
  readonly #serializer = new SchemaSerializer<RoomState>();
  readonly #ends = new Map<string, WireEnd>();
  #sessions = 0;

  constructor() {
    this.#serializer.reset(this.#state);
  }

  /** Lets somebody in, as a new session that gets the whole state first. */
  #join(id: string, view: View): void {
    this.#sessions += 1;
    const own = new ViewState();
    const end = new WireEnd(`session${this.#sessions}`, own);
    this.#ends.set(id, end);
    this.#state.views.set(end.session, own);
    end.view.add(own);
    mirrorView(view, own);
    end.meet(this.#serializer.handshake());
    end.raw(this.#serializer.getFullState(end as unknown as Client));
  }

  part(id: string): void {
    const end = this.#ends.get(id);
    if (end === undefined) return;
    this.#state.views.delete(end.session);
    this.#ends.delete(id);
    end.view.dispose();
  }

  /** Shows somebody a view, which the next patch carries; who was not here comes in. */
  show(id: string, view: View): void {
    const end = this.#ends.get(id);
    if (end === undefined) this.#join(id, view);
    else mirrorView(view, end.own);
  }

  patch(): void {
    this.#serializer.applyPatches([...this.#ends.values()] as unknown as Client[]);
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
  readonly session: string;
  readonly own: ViewState;
  readonly view = new StateView();
  readonly state = ClientState.JOINED;
  #frames: Buffer[] = [];
  #decoder: Decoder<any> | undefined;

  constructor(session: string, own: ViewState) {
    this.session = session;
    this.own = own;
  }

  meet(handshake: Uint8Array): void {
    this.#decoder = Reflection.decode(Uint8Array.from(handshake)) as Decoder<any>;
  }

  /** A frame as the serializer sends it: a byte for what it is, then state. Its buffer is used again. */
  raw(bytes: Uint8Array): void {
    const frame = Buffer.from(bytes);
    this.#frames.push(frame);
    this.#decoder?.decode(frame, { offset: 1 });
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.#frames);
    this.#frames = [];
    return bytes;
  }

  read(): View {
    return readView(this.#decoder?.state.views.get(this.session) as ArrivedView);
  }
}
