import type { Lesson, Player } from "../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../shared/lesson/view-for.ts";
import { type Chance, drawPercent, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { SharedTables } from "../../shared/match/shared-tables.ts";
import type { Reader } from "./marked-fact.ts";
import { Knowledge } from "./marked-knowledge.ts";
import type { Ledger } from "./marked-ledger.ts";
import { markLesson } from "./marked-lesson.ts";
import type { Markers } from "./marked-values.ts";
import { MarkedWire } from "./marked-wire.ts";

const leastLookMs = 500;
const mostLookMs = 12_000;
const comeBackPercent = 5;

/** Everybody's screens during a lesson: looked at at random instants, as they are and marked, over real wires. */
export class MarkedClass {
  readonly #ledger: Ledger;
  readonly #knowledge = new Knowledge();
  readonly #wires = { marked: new MarkedWire(), plain: new MarkedWire() };
  /** As in the room, what several see alike is worked out once for all of them. */
  readonly #shared = new Map(
    Object.values(this.#wires).map((wire) => [wire, new SharedTables()] as const),
  );
  readonly #markers: Markers = new Map();
  readonly #chance: Chance;
  #lookAt: number;

  constructor(seed: number, ledger: Ledger) {
    this.#ledger = ledger;
    this.#chance = namedChance(seed, "looks");
    this.#lookAt = this.#drawPause();
  }

  /** To be called after every single thing; what somebody was sent and must not know. */
  watch(live: Lesson): readonly string[] {
    disturbLinks(live);
    this.#knowledge.learn(live);
    if (live.now < this.#lookAt) return [];
    this.#lookAt = live.now + this.#drawPause();
    return this.look(live);
  }

  look(live: Lesson): readonly string[] {
    const { marked, plain } = this.#wires;
    const marks = markLesson(live, this.#markers);
    const readers = readersOf(live);
    this.#show(marked, marks.lesson, readers);
    this.#show(plain, live, readers);
    this.#ledger.count(readers, marks);
    return readers.flatMap((reader) => {
      const sent = marked.take(reader.id);
      const sentPlain = plain.take(reader.id);
      return [
        ...this.#ledger.search(sent.bytes, reader, marks),
        ...this.#ledger.read(sent.view, reader, marks),
        ...this.#knowledge.search(sentPlain.bytes, sentPlain.view, reader),
      ];
    });
  }

  /** Now and then somebody comes back through the door, and is sent everything anew. */
  #show(wire: MarkedWire, lesson: Lesson, readers: readonly Reader[]): void {
    const shared = this.#shared.get(wire);
    shared?.renewAll();
    const present = new Set(readers.map(({ id }) => id));
    for (const id of wire.here) if (!present.has(id)) wire.part(id);
    for (const { id } of readers) {
      const viewer: Viewer =
        id === "host" || id === "screen" ? { kind: id } : { kind: "player", player: id };
      if (drawPercent(this.#chance, comeBackPercent)) wire.part(id);
      wire.show(id, viewFor(lesson, viewer, shared));
    }
    wire.patch();
  }

  #drawPause(): number {
    return drawWhole(this.#chance, leastLookMs, mostLookMs);
  }
}

/** Everybody to whom the lesson is shown. */
export const readersOf = ({ players, round }: Lesson): readonly Reader[] => [
  { id: "host", places: new Set() },
  { id: "screen", places: new Set() },
  ...Object.values(players).map((player) => ({ id: player.id, places: placesOf(player, round) })),
];

const placesOf = ({ network, seat }: Player, round: number): ReadonlySet<string> =>
  new Set(seat === undefined ? [] : [`${round}/${network}/${seat}`]);

/** Links lose letters, each at a rate of its own: who may know of a loss is told apart only where there are losses. */
function disturbLinks({ networks }: Lesson): void {
  for (const { match } of Object.values(networks)) {
    const links = Object.values(match.world.links);
    for (const [index, link] of links.entries()) link.lossPercent = ((match.seed + index) % 3) * 20;
  }
}
