import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { missionOf } from "./mission-of.ts";
import { isShared } from "./pair.ts";
import { wordFor } from "./word-for.ts";

/** How far a connection is, as a ring shows it. */
export type ConnectionStage = "knocking" | "halfOpen" | "open" | "closing";

/** One of my connections, as it stands on the desk. */
export type ConnectionCard = {
  readonly id: string;
  /** Counts from 1 and, with Shift, is the key that picks it. */
  readonly number: number;
  /** Which program it is for, by name; where the eyes of two at this desk have the name, by its port. */
  readonly service: string;
  readonly address: string;
  readonly port: number;
  /** My own port, where connections are told apart by it: at a client. */
  readonly localPort: number | undefined;
  readonly stage: ConnectionStage;
  readonly state: string;
  /** The number that my own counting starts from. */
  readonly initial: number;
  readonly age: number;
  /** How long until my machine would say it again, while it waits for an answer. */
  readonly timer: number | undefined;
  /** How much longer the errand that it is for has patience, at a client. */
  readonly patience: number | undefined;
  readonly waits: boolean;
  readonly lit: boolean;
};

/** Places of which some are taken: the half-open ones, or those of connections that are served. */
export type ConnectionRoom = {
  readonly taken: readonly ConnectionCard[];
  readonly free: number;
};

/** My connections, the oldest first. */
export const presentConnections = (
  view: View,
  text: Text,
  playNow: number,
): readonly ConnectionCard[] =>
  rowsInOrder(view).map(([id, row], index) =>
    presentConnection(view, text, playNow, id, row, index),
  );

/** The places of a server for handshakes that are half open. */
export const presentHalfOpen = (view: View, text: Text, playNow: number): ConnectionRoom =>
  roomFor(
    presentConnections(view, text, playNow).filter(({ stage }) => stage === "halfOpen"),
    view.rules["now"]?.halfOpenSlots ?? 0,
  );

/** The places of a server for connections that stand. */
export const presentServed = (view: View, text: Text, playNow: number): ConnectionRoom =>
  roomFor(
    presentConnections(view, text, playNow).filter(({ stage }) => stage !== "halfOpen"),
    view.rules["now"]?.trays ?? 0,
  );

/** A client's connections, with room for one per errand. */
export const presentMine = (view: View, text: Text, playNow: number): ConnectionRoom =>
  roomFor(presentConnections(view, text, playNow), missionOf(view)?.openErrands[1] ?? 0);

/** The connection with this number. */
export const connectionAt = (view: View, number: number): string | undefined =>
  rowsInOrder(view)[number - 1]?.[0];

/** Which half-open connections can be let go just now, by the keys that do it. */
export function presentLetGo(
  view: View,
): readonly { readonly socket: string; readonly key: string; readonly lit: boolean }[] {
  const due = Object.values(view.dues).find(({ kind }) => kind === "letGo");
  if (due === undefined) return [];
  return rowsInOrder(view)
    .filter(([, { state }]) => stageOf(state) === "halfOpen")
    .map(([socket], index) => ({
      socket,
      key: letGoKeys.charAt(index),
      lit: due.lit && due.about === socket,
    }));
}

/** Beside the keys of the control bits. */
const letGoKeys = "UIOPYT";

const roomFor = (taken: readonly ConnectionCard[], places: number): ConnectionRoom => ({
  taken,
  free: Math.max(0, places - taken.length),
});

function presentConnection(
  view: View,
  text: Text,
  playNow: number,
  id: string,
  row: ViewRow<"connections">,
  index: number,
): ConnectionCard {
  const dues = Object.values(view.dues).filter(({ about }) => about === id);
  const words = text.desk.connections;
  const next = dues.find(({ kind }) => Object.hasOwn(words.waits, kind));
  const errand = row.errand === undefined ? undefined : view.errands[String(row.errand)];
  return {
    id,
    number: index + 1,
    service: isShared(view)
      ? `:${row.errand === undefined ? row.localPort : row.remotePort}`
      : wordFor(text.names.services, row.service),
    address: row.remoteAddress,
    port: row.remotePort,
    localPort: row.errand === undefined ? undefined : row.localPort,
    stage: stageOf(row.state),
    state: next === undefined ? wordFor(words.states, row.state) : wordFor(words.waits, next.kind),
    initial: row.initial,
    age: secondsBetween(row.since, playNow),
    timer: row.retryAt === undefined ? undefined : secondsBetween(playNow, row.retryAt),
    patience: errand && secondsBetween(playNow, errand.patienceUntil),
    waits: next !== undefined,
    lit: dues.some((due) => due.lit && due.letter === undefined),
  };
}

function stageOf(state: string): ConnectionStage {
  if (state === "SYN-SENT") return "knocking";
  if (state === "SYN-RECEIVED") return "halfOpen";
  return state === "ESTABLISHED" ? "open" : "closing";
}

const secondsBetween = (from: number, to: number): number =>
  Math.max(0, Math.ceil((to - from) / 1000));

const rowsInOrder = (view: View): readonly (readonly [string, ViewRow<"connections">])[] =>
  Object.entries(view.connections).toSorted(([, one], [, other]) => one.order - other.order);
