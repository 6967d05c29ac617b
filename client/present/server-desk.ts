import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { type Chance, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { myBox, presentBoxName } from "./box-name.ts";
import { closedDoor, openDoors } from "./doors.ts";
import type { Hand } from "./hand.ts";
import { isShared } from "./pair.ts";
import { type PlaceCard, presentPlaces } from "./place.ts";
import { wordFor } from "./word-for.ts";

/** A program on my server. One that is stopped offers ports to open its door with. */
export type ProgramLine = {
  readonly id: string;
  readonly name: string;
  readonly port: number | undefined;
  /** Whether its port stands on the sheet of two and not on the desk. */
  readonly isOnSheet: boolean;
  readonly suggestions: readonly number[];
  readonly lit: boolean;
  readonly hint: number | undefined;
};

/** Somebody who asks for the door of a program, and the ports I could answer with. */
export type AskLine = {
  readonly service: string;
  readonly name: string;
  readonly who: string;
  readonly ports: readonly { readonly port: number; readonly lit: boolean }[];
};

/** My programs in their order. */
export function presentPrograms(view: View, text: Text): readonly ProgramLine[] {
  return Object.entries(view.programs)
    .toSorted(([, one], [, other]) => one.order - other.order)
    .map(([id, { port }]) => {
      const due = dueAbout(view, "bind", id);
      return {
        id,
        name: wordFor(text.names.services, id),
        port,
        isOnSheet: isShared(view),
        suggestions: port === undefined ? suggestPorts(view, id) : [],
        lit: due?.lit ?? false,
        hint: due?.hintPort,
      };
    });
}

/** Who asks, one line for each service: first those whose door is open, and whoever came first. */
export function presentAsks(view: View, text: Text): readonly AskLine[] {
  const canTell = (ask: ViewRow<"asks">) =>
    Number(dueAbout(view, "tell", ask.service) !== undefined);
  const asks = Object.values(view.asks).toSorted(
    (one, other) => canTell(other) - canTell(one) || one.since - other.since,
  );
  const services = [...new Set(asks.map(({ service }) => service))];
  return services.map((service) => ({
    service,
    name: wordFor(text.names.services, service),
    who: asks
      .filter((ask) => ask.service === service)
      .map(({ box }) => presentBoxName(view, box, text))
      .join(", "),
    ports: openDoors(view).map(({ port }) => ({
      port,
      lit: dueAbout(view, "tell", service)?.hintPort === port,
    })),
  }));
}

/** My open doors, and the place that sends a letter for a closed one back. */
export function presentServerPlaces(
  view: View,
  text: Text,
  hand: Hand | undefined,
): readonly PlaceCard[] {
  const words = text.desk.places;
  const doors = openDoors(view).map(({ port, service }) => ({
    place: { kind: "door" as const, port },
    title: String(port),
    note: isShared(view) ? "" : wordFor(text.names.services, service),
    state: words.listening,
    closed: false,
  }));
  return presentPlaces(view, hand, [...doors, closedDoor(text)]);
}

const dueAbout = (view: View, kind: string, about: string): ViewRow<"dues"> | undefined =>
  Object.values(view.dues).find((due) => due.kind === kind && due.about === about);

/** Three free ports outside the system range, the same for as long as the program stays stopped. */
function suggestPorts(view: View, service: string): readonly number[] {
  const address = view.boxes[myBox(view) ?? ""]?.address ?? "";
  const round = view.lesson["now"]?.round ?? 0;
  const chance = namedChance(round, `${address} ${service} ${timesStopped(view, service)}`);
  const taken = new Set(openDoors(view).map(({ port }) => port));
  const ports = new Set<number>();
  while (ports.size < 3) addFree(ports, taken, chance);
  return [...ports].toSorted((one, other) => one - other);
}

const timesStopped = (view: View, service: string): number =>
  Object.values(view.happenings).filter(
    (row) => row.kind === "programStopped" && row.service === service,
  ).length;

function addFree(ports: Set<number>, taken: ReadonlySet<number>, chance: Chance): void {
  const port = drawWhole(chance, 1024, 9999);
  if (!taken.has(port)) ports.add(port);
}
