import type { Happening, Match, Seat } from "../../shared/match/match.ts";
import { type Flight, flightsOf } from "../../shared/world/world.ts";
import { describePacket } from "./describe-packet.ts";

type Line = { readonly at: number; readonly text: string };

/** Writes down what one match shows to an onlooker: letters that depart, acts that are judged, words that are told. */
export class Transcript {
  readonly #lines: Line[] = [];
  readonly #noted = new Set<unknown>();

  /** To be called at least once while each letter is under way. */
  note(match: Match): void {
    for (const flight of flightsOf(match.world).toSorted(byNumber)) {
      this.#note(flight, flight.departAt, flightLine(flight));
    }
    for (const evidence of match.evidence) {
      this.#note(evidence, evidence.at, `${evidence.seat} acts: ${evidence.reason}`);
    }
    for (const seat of Object.values(match.seats)) {
      for (const told of seat.happenings) this.#note(told, told.at, toldLine(seat, told));
    }
  }

  /** The lines by the instant they happened, with the clock in front. */
  get lines(): readonly string[] {
    return this.#lines
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, text }) => `${clock(at)} ${text}`);
  }

  #note(what: unknown, at: number, text: string): void {
    if (this.#noted.has(what)) return;
    this.#noted.add(what);
    this.#lines.push({ at, text });
  }
}

const byNumber = (a: Flight, b: Flight): number => a.packet.id - b.packet.id;

const flightLine = ({ from, to, packet, lostAt }: Flight): string =>
  `${from} → ${to}  ${describePacket(packet)}${lostAt === undefined ? "" : " (lost)"}`;

function toldLine({ box }: Seat, { n: _, at: __, kind, ...facts }: Happening): string {
  const words = Object.entries(facts).map(([column, value]) => `${column} ${value}`);
  return `${box} is told: ${[kind, ...words].join(", ")}`;
}

/** `mm:ss.t`, as it stands on a stop-watch. */
function clock(ms: number): string {
  const tenths = Math.trunc(ms / 100);
  const [minutes, seconds] = [Math.trunc(tenths / 600), Math.trunc(tenths / 10) % 60];
  return `${two(minutes)}:${two(seconds)}.${tenths % 10}`;
}

const two = (number: number): string => String(number).padStart(2, "0");
