import { type Client, ClientState, type Serializer } from "@colyseus/core";
import { OwnView } from "./own-view.ts";
import { type RoomState, viewForm } from "./view-form.ts";

/**
 * What a room hands to Colyseus to send: everybody has a state of their own, so what one client is sent cannot hold a
 * byte of another's, and costs nothing while nothing of theirs has changed.
 */
export class OwnViews implements Serializer<RoomState> {
  readonly id = "schema";
  readonly #views = new Map<string, OwnView>();

  /** The view that a session will be sent. */
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
    return viewForm;
  }

  getFullState(client?: Client): Uint8Array {
    const session = client?.sessionId ?? "";
    return (this.#views.get(session) ?? new OwnView(session)).whole();
  }

  applyPatches(clients: readonly Client[]): boolean {
    let hasChanged = false;
    for (const client of clients) {
      const view = client.state === ClientState.JOINED && this.#views.get(client.sessionId);
      const patch = view ? view.patch() : undefined;
      if (patch === undefined) continue;
      client.raw(patch);
      hasChanged = true;
    }
    return hasChanged;
  }
}
