import { type Chance, drawWhole } from "../../lib/chance.ts";
import type { Port } from "../../wire/packet.ts";

/** Which program holds which port of one transport of one host. */
export type PortTable<Owner> = { bindings: { readonly port: Port; readonly owner: Owner }[] };

/** What became of a request to bind. */
export type BindOutcome = "bound" | "portInUse";

/** The ranges of RFC 6335 §6. Port 0 is reserved and belongs to none. */
export type PortRange = "reserved" | "system" | "user" | "dynamic";

export const rangeOf = (port: number): PortRange => {
  if (port === 0) return "reserved";
  if (port < 1_024) return "system";
  return port < 49_152 ? "user" : "dynamic";
};

/** Whether the number can be a port that something listens on. */
export const isPort = (number: number): number is Port =>
  Number.isInteger(number) && number > 0 && number <= 65_535;

/** Who holds the port, if anybody does. */
export const ownerOf = <Owner>(table: PortTable<Owner>, port: Port): Owner | undefined =>
  table.bindings.find((binding) => binding.port === port)?.owner;

/** Gives the port to the owner, unless somebody else has it. */
export function bind<Owner>(table: PortTable<Owner>, port: Port, owner: Owner): BindOutcome {
  if (ownerOf(table, port) !== undefined) return "portInUse";
  table.bindings.push({ port, owner });
  return "bound";
}

/** Frees the port. */
export function release<Owner>(table: PortTable<Owner>, port: Port): void {
  table.bindings = table.bindings.filter((binding) => binding.port !== port);
}

/** A free port drawn from the dynamic range for a connection or question of our own (RFC 6056 §3.3.1). */
export const ephemeralPort = <Owner>(table: PortTable<Owner>, chance: Chance): Port =>
  drawFree(table, chance, 49_152, 65_535);

/**
 * A free user port for a home-made service (RFC 6335 §6), from a stretch where no analyser of captures expects
 * somebody else's protocol.
 */
export const servicePort = <Owner>(table: PortTable<Owner>, chance: Chance): Port =>
  drawFree(table, chance, 7_300, 7_699);

/** Draws where to begin, and takes the first free port from there on, round the range (RFC 6056 §3.3.1). */
function drawFree<Owner>(
  table: PortTable<Owner>,
  chance: Chance,
  least: number,
  most: number,
): Port {
  const count = most - least + 1;
  const first = drawWhole(chance, 0, count - 1);
  const taken = new Set(table.bindings.map(({ port }) => port));
  for (let tried = 0; tried < count; tried++) {
    const port = (least + ((first + tried) % count)) as Port;
    if (!taken.has(port)) return port;
  }
  throw new RangeError(`no port from ${least} to ${most} is free`);
}
