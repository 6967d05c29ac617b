import type { View } from "../../shared/contract/view.ts";
import type { Device } from "../../shared/device/device.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import type { Match } from "../../shared/match/match.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { flightsOf } from "../../shared/world/world.ts";
import type { Reader } from "./marked-fact.ts";

/** Something with ports in it. */
type Ports = {
  readonly kind?: string;
  readonly port?: number;
  readonly lastPort?: number;
  readonly door?: number;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
};

/** The place of those who see all networks from outside: a sign that hangs in one hangs for them too. */
const everyNetwork = "every network";

const isPortColumn = (column: string): boolean => /port|hintSource/i.test(column);

/**
 * Which of the values that are really played each desk has come by: what the rules hand from one desk to another is
 * found only so, for a marker stands for a value where it lies.
 */
export class Knowledge {
  readonly #cards = new Set<string>();
  readonly #ports = new Map<string, Set<number>>();
  /** The seats that two share: the host prints what their machines know by heart. */
  readonly #shared = new Set<string>();

  /** To be called after every single thing. */
  learn({ round, networks, players }: Lesson): void {
    for (const { partner, network, seat } of Object.values(players))
      if (partner !== undefined) this.#shared.add(`${round}/${network}/${seat}`);
    for (const [id, { match }] of Object.entries(networks))
      this.#learnFrom(match, `${round}/${id}`);
  }

  /** What a reader was sent and never came by: what is sealed in any letter, or a port. */
  search(bytes: Buffer, view: View, { id, places }: Reader): readonly string[] {
    const cards = [...this.#cards].filter((card) => bytes.includes(card));
    const known = this.#seenBy(id, places).map((place) => this.#ports.get(place));
    const ports = portsIn(view).filter((port) => !known.some((some) => some?.has(port)));
    return [...cards, ...ports].map((secret) => `${id} was sent ${secret}`);
  }

  #seenBy(id: string, places: ReadonlySet<string>): readonly string[] {
    if (id === "host") return [everyNetwork, ...this.#shared];
    return id === "screen" ? [everyNetwork] : [...places];
  }

  #learnFrom(match: Match, network: string): void {
    const { boxes } = match.world;
    this.#note(everyNetwork, Object.values(match.flags));
    for (const device of Object.values(boxes)) {
      const place = `${network}/${device.id}`;
      this.#note(place, Object.values(match.flags));
      if (device.kind === "host") this.#note(place, portsAt(device));
      for (const { packet } of device.belt.letters) this.#read(place, packet, device);
    }
    for (const { packet, to } of flightsOf(match.world)) {
      this.#read(`${network}/${to}`, packet, boxes[to]);
    }
  }

  #read(place: string, { body }: Packet, reader: Device | undefined): void {
    if (body.protocol !== "udp") return;
    this.#cards.add(body.payload);
    if (reader?.kind === "host") this.#note(place, [body]);
  }

  #note(place: string, things: readonly Ports[]): void {
    const known = this.#ports.get(place) ?? new Set();
    this.#ports.set(place, known);
    for (const { port, lastPort, door, sourcePort, destinationPort } of things) {
      for (const each of [port, lastPort, door, sourcePort, destinationPort]) {
        if (each !== undefined) known.add(each);
      }
    }
  }
}

/** Everything with a port in it that a host has of its own, and what its machine proposes. */
const portsAt = (host: Device & { readonly kind: "host" }): readonly Ports[] => [
  ...host.ports.bindings,
  ...Object.values(host.programs),
  ...Object.values(host.book),
  ...host.gate.dues.map(({ proposal }): Ports => proposal),
];

/** Every port that stands anywhere in the view. */
const portsIn = (view: View): readonly number[] =>
  Object.values(view).flatMap((rows) =>
    Object.values(rows).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        isPortColumn(column) && typeof value === "number" ? [value] : [],
      ),
    ),
  );
