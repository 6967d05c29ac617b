import { type Act, callFlags } from "../device/act.ts";
import { tcpFlags } from "../wire/packet.ts";
import { questionSteps } from "./debrief-steps.ts";
import type { HostIntent, PlayerIntent } from "./intent.ts";
import { isHostKind, parseHostIntent } from "./parse-host-intent.ts";
import { type Fields, isAssistance, isCount, isFields, isName } from "./plain-values.ts";

/** What somebody on a socket may ask for, checked field by field; undefined for everything else. */
export function parseIntent(value: unknown): PlayerIntent | HostIntent | undefined {
  if (!isFields(value)) return undefined;
  return isHostKind(value["kind"])
    ? parseHostIntent(value["kind"], value)
    : parsePlayerIntent(value);
}

function parsePlayerIntent(value: Fields): PlayerIntent | undefined {
  switch (value["kind"]) {
    case "ready":
    case "takeBack":
    case "renameMe":
      return { kind: value["kind"] };
    case "shareSeat":
      return typeof value["shared"] === "boolean"
        ? { kind: "shareSeat", shared: value["shared"] }
        : undefined;
    case "throwLetter":
      return isName(value["to"]) ? { kind: "throwLetter", to: value["to"] } : undefined;
    case "guess":
      return parseGuess(value);
    case "setAssistance":
      return isAssistance(value["assistance"])
        ? { kind: "setAssistance", assistance: value["assistance"] }
        : undefined;
    case "act":
      return parseActIntent(value["act"]);
    default:
      return undefined;
  }
}

function parseGuess({ step, network, choice }: Fields): PlayerIntent | undefined {
  const known = questionSteps.find((one) => one === step);
  return known !== undefined && isName(network) && isName(choice)
    ? { kind: "guess", step: known, network, choice }
    : undefined;
}

function parseActIntent(value: unknown): PlayerIntent | undefined {
  const act = parseAct(value);
  return act === undefined ? undefined : { kind: "act", act };
}

type Column = "number" | "number?" | "name" | "socket" | "flags";

/** The columns of every act, and what each must be. */
const actColumns: Readonly<Record<Act["kind"], Readonly<Record<string, Column>>>> = {
  sendDatagram: {
    errand: "number",
    destination: "number",
    destinationPort: "number",
    sourcePort: "number",
  },
  giveUp: { errand: "number" },
  forward: { packet: "number", exit: "name" },
  pin: { row: "number", exit: "name" },
  unpin: { row: "number" },
  deliver: { packet: "number", door: "number" },
  reject: { packet: "number" },
  sendSegment: {
    socket: "socket",
    answers: "number?",
    flags: "flags",
    sequence: "number",
    acknowledgment: "number",
  },
  sendCard: { socket: "socket", sequence: "number" },
  place: { packet: "number", sequence: "number" },
  discard: { packet: "number" },
  letGo: { socket: "socket" },
  bindPort: { service: "name", port: "number" },
  tellDoor: { service: "name", port: "number" },
  askDoor: { service: "name" },
  raiseFlag: { flag: "name" },
};

function parseAct(value: unknown): Act | undefined {
  if (!isFields(value) || !isActKind(value["kind"])) return undefined;
  const columns = Object.entries(actColumns[value["kind"]]);
  const isWhole = columns.every(([column, type]) => isColumn[type](value[column]));
  if (!isWhole || (value["kind"] === "raiseFlag" && !isRaisable(value["flag"]))) return undefined;
  const fields = columns.flatMap(([column, type]) =>
    value[column] === undefined
      ? []
      : [[column, type === "flags" ? inOrder(value[column]) : value[column]]],
  );
  return { kind: value["kind"], ...Object.fromEntries(fields) } as Act;
}

/** Control bits travel in one order, each once. */
const inOrder = (flags: unknown): unknown =>
  Array.isArray(flags) ? tcpFlags.filter((flag) => flags.includes(flag)) : [];

const isActKind = (kind: unknown): kind is Act["kind"] =>
  typeof kind === "string" && Object.hasOwn(actColumns, kind);

/** "Which door?" is asked about a service, with an act of its own. */
const isRaisable = (flag: unknown): boolean =>
  flag !== "whichDoor" && callFlags.some((known) => known === flag);

/** Two sockets, as a connection is called. */
const isSocket = (value: unknown): value is string =>
  typeof value === "string" && /^[\d.]{7,15}:\d{1,5}-[\d.]{7,15}:\d{1,5}$/.test(value);

const isFlags = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= tcpFlags.length &&
  value.every((flag) => tcpFlags.some((known) => known === flag));

const isColumn: Readonly<Record<Column, (value: unknown) => boolean>> = {
  number: isCount,
  "number?": (value) => value === undefined || isCount(value),
  name: isName,
  socket: isSocket,
  flags: isFlags,
};
