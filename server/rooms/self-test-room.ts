import type { Client } from "@colyseus/core";
import { RoomState } from "../sync/view-form.ts";
import { BaseRoom } from "./base-room.ts";

const openMs = 10_000;

/** A room without a class: a page finds out here whether its network lets a line through. It closes by itself. */
export class SelfTestRoom extends BaseRoom<{ state: RoomState }> {
  override state = new RoomState();
  override maxClients = 1;
  override messages = { echo: (_client: Client, message: unknown): unknown => message };

  protected override open({ id }: { readonly id: string }): void {
    this.roomId = id;
    this.clock.setTimeout(() => void this.disconnect(), openMs);
  }
  protected override enter(): void {}
  protected override exit(): void {}
  protected override step(): void {}
}
