import { type Act, callFlags } from "../device/act.ts";
import { type Assistance, assistances, type HostIntent, type PlayerIntent } from "./intent.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What somebody on a socket may ask for, checked field by field; undefined for everything else. */
export function parseIntent(value: unknown): PlayerIntent | HostIntent | undefined {
  if (!isFields(value)) return undefined;
  switch (value["kind"]) {
    case "startRound":
      return parseStart(value["mission"]);
    case "pause":
    case "resume":
    case "endRound":
    case "closeRoom":
    case "ready":
    case "takeBack":
    case "renameMe":
      return { kind: value["kind"] };
    case "kick":
      return isName(value["player"]) ? { kind: "kick", player: value["player"] } : undefined;
    case "setAssistance":
      return isAssistance(value["assistance"])
        ? { kind: "setAssistance", assistance: value["assistance"] }
        : undefined;
    case "act": {
      const act = parseAct(value["act"]);
      return act === undefined ? undefined : { kind: "act", act };
    }
    default:
      return undefined;
  }
}

function parseStart(mission: unknown): HostIntent | undefined {
  if (mission === undefined) return { kind: "startRound" };
  return isName(mission) ? { kind: "startRound", mission } : undefined;
}

/** The columns of every act, and what each must be. */
const actColumns: Readonly<Record<Act["kind"], Readonly<Record<string, "number" | "name">>>> = {
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
  bindPort: { service: "name", port: "number" },
  tellDoor: { service: "name", port: "number" },
  askDoor: { service: "name" },
  raiseFlag: { flag: "name" },
};

function parseAct(value: unknown): Act | undefined {
  if (!isFields(value) || !isActKind(value["kind"])) return undefined;
  const columns = Object.entries(actColumns[value["kind"]]);
  const isWhole = columns.every(([column, type]) =>
    type === "number" ? isCount(value[column]) : isName(value[column]),
  );
  if (!isWhole || (value["kind"] === "raiseFlag" && !isRaisable(value["flag"]))) return undefined;
  const fields = columns.map(([column]) => [column, value[column]]);
  return { kind: value["kind"], ...Object.fromEntries(fields) } as Act;
}

const isActKind = (kind: unknown): kind is Act["kind"] =>
  typeof kind === "string" && Object.hasOwn(actColumns, kind);

/** "Which door?" is asked about a service, with an act of its own. */
const isRaisable = (flag: unknown): boolean =>
  flag !== "whichDoor" && callFlags.some((known) => known === flag);

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;

/** A name looks something up: what every object answers to, such as `constructor`, would be found anywhere. */
const isName = (value: unknown): value is string =>
  typeof value === "string" && /^[\w-]{1,40}$/.test(value) && !(value in Object.prototype);

const isAssistance = (value: unknown): value is Assistance =>
  assistances.some((known) => known === value);
