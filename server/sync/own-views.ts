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
  /** Those who may have to be sent something. */
  readonly #shown = new Set<Client>();

  /** The view that a session will be sent. */
  open(client: Client): OwnView {
    const view = new OwnView(client.sessionId, () => this.#shown.add(client));
    this.#views.set(client.sessionId, view);
    return view;
  }

  close(client: Client): void {
    this.#views.delete(client.sessionId);
    this.#shown.delete(client);
  }

  reset(): void {}

  handshake(): Uint8Array {
    return viewForm;
  }

  getFullState(client?: Client): Uint8Array {
    const session = client?.sessionId ?? "";
    return (this.#views.get(session) ?? new OwnView(session)).whole();
  }

  applyPatches(): boolean {
    const patches = this.#takePatches();
    for (const [client, patch] of patches) client.raw(patch);
    return patches.length > 0;
  }

  #takePatches(): readonly (readonly [Client, Uint8Array])[] {
    const patches: [Client, Uint8Array][] = [];
    for (const client of this.#shown) {
      if (client.state !== ClientState.JOINED) continue;
      this.#shown.delete(client);
      const patch = this.#views.get(client.sessionId)?.patch();
      if (patch !== undefined) patches.push([client, patch]);
    }
    return patches;
  }
}
