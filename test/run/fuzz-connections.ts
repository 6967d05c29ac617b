import type { Device } from "../../shared/device/device.ts";
import type { Endpoint } from "../../shared/protocol/tcp/endpoint.ts";
import type { World } from "../../shared/world/world.ts";
import { checkStep } from "../shared/protocol/tcp/invariants.ts";

/** The laws of TCP for every endpoint in the hosts of one world, whatever has happened since the last look. */
export class FuzzConnections {
  readonly #world: World;
  readonly #before = new Map<string, Endpoint>();

  constructor(world: World) {
    this.#world = world;
  }

  check(): void {
    for (const device of Object.values(this.#world.boxes)) {
      const after = endpointOf(device);
      if (after === undefined) continue;
      const before = this.#before.get(device.id) ?? after;
      // Only what a step leaves behind can be seen here, not what it sent.
      checkStep({ side: device.id, before, input: { kind: "timer" }, after, outputs: [] });
      this.#before.set(device.id, after);
    }
  }
}

const endpointOf = (device: Device): Endpoint | undefined =>
  device.kind === "host" ? device.tcp?.endpoint : undefined;
