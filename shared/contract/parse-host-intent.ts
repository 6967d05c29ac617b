import { debriefSteps } from "./debrief-steps.ts";
import {
  type Fault,
  type HostIntent,
  type Pace,
  type PlayerId,
  paces,
  tapeRates,
} from "./intent.ts";
import { mostInNetwork } from "./network-size.ts";
import { type Fields, isAssistance, isCount, isFields, isName } from "./plain-values.ts";

type Kind = HostIntent["kind"];
type Parse = (fields: Fields) => HostIntent | undefined;

const plain =
  (
    kind:
      | "pause"
      | "resume"
      | "extend"
      | "endRound"
      | "endSoon"
      | "closeRoom"
      | "mixTeams"
      | "keepTeams",
  ): Parse =>
  () => ({ kind });

/** How each wish of a host is read off what came over the socket. */
const parsers: Readonly<Record<Kind, Parse>> = {
  pause: plain("pause"),
  resume: plain("resume"),
  extend: plain("extend"),
  endRound: plain("endRound"),
  endSoon: plain("endSoon"),
  closeRoom: plain("closeRoom"),
  mixTeams: plain("mixTeams"),
  keepTeams: plain("keepTeams"),
  startRound: ({ mission }) =>
    mission === undefined || isName(mission)
      ? { kind: "startRound", ...(isName(mission) ? { mission } : {}) }
      : undefined,
  kick: ({ player }) => (isName(player) ? { kind: "kick", player } : undefined),
  rename: ({ player }) => (isName(player) ? { kind: "rename", player } : undefined),
  hint: ({ player }) => (isName(player) ? { kind: "hint", player } : undefined),
  lock: ({ locked }) => (typeof locked === "boolean" ? { kind: "lock", locked } : undefined),
  setPace: ({ pace, network }) =>
    isPace(pace) && isNetwork(network) ? { kind: "setPace", pace, ...at(network) } : undefined,
  setLesson: parseLesson,
  setSize: ({ size }) =>
    isCount(size) && size >= leastNetwork && size <= mostInNetwork
      ? { kind: "setSize", size }
      : undefined,
  setPlaylist: ({ missions }) =>
    isNames(missions, mostRounds) ? { kind: "setPlaylist", missions } : undefined,
  fault: ({ fault, network }) => {
    const parsed = parseFault(fault);
    return parsed !== undefined && isNetwork(network)
      ? { kind: "fault", fault: parsed, ...at(network) }
      : undefined;
  },
  moveSeat: ({ player, network, box }) =>
    isName(player) && isName(network) && isName(box)
      ? { kind: "moveSeat", player, network, box }
      : undefined,
  assist: ({ player, assistance }) =>
    isName(player) && isAssistance(assistance) ? { kind: "assist", player, assistance } : undefined,
  setTeams: ({ teams }) =>
    Array.isArray(teams) &&
    teams.length <= mostTeams &&
    teams.every((team) => isNames(team, mostTeams))
      ? { kind: "setTeams", teams }
      : undefined,
  lookOver: ({ player }) =>
    player === undefined || isName(player)
      ? { kind: "lookOver", ...(isName(player) ? { player } : {}) }
      : undefined,
  showNetwork: ({ network }) => (isName(network) ? { kind: "showNetwork", network } : undefined),
  debrief: ({ step }) => {
    const known = debriefSteps.find((one) => one === step);
    return known === undefined ? undefined : { kind: "debrief", step: known };
  },
  tape: ({ at, rate }) => {
    const known = tapeRates.find((one) => one === rate);
    return isCount(at) && known !== undefined ? { kind: "tape", at, rate: known } : undefined;
  },
};

/** What only a host may ask for. */
export const hostKinds = Object.keys(parsers) as readonly Kind[];

export const isHostKind = (kind: unknown): kind is Kind =>
  typeof kind === "string" && Object.hasOwn(parsers, kind);

/** A host's wish, checked field by field; undefined for everything else. */
export const parseHostIntent = (kind: Kind, fields: Fields): HostIntent | undefined =>
  parsers[kind](fields);

const mostRounds = 24;
const mostTeams = 40;
const leastNetwork = 2;
const [leastRoundMs, mostRoundMs] = [20_000, 900_000];
const [mostPercent, mostTimes] = [90, 5];

function parseLesson({ explainFirst, roundMs }: Fields): HostIntent | undefined {
  if (typeof explainFirst !== "boolean") return undefined;
  if (roundMs === undefined) return { kind: "setLesson", explainFirst };
  const isLong = isCount(roundMs) && roundMs >= leastRoundMs && roundMs <= mostRoundMs;
  return isLong ? { kind: "setLesson", explainFirst, roundMs } : undefined;
}

function parseFault(value: unknown): Fault | undefined {
  if (!isFields(value)) return undefined;
  const { kind, box } = value;
  if (kind !== "killBox" && kind !== "reviveBox") return parseLineFault(value);
  return isName(box) ? { kind, box } : undefined;
}

function parseLineFault({ kind, link, percent, times }: Fields): Fault | undefined {
  if (!isName(link)) return undefined;
  if (kind === "cutLink" || kind === "mendLink") return { kind, link };
  if (kind === "setLoss")
    return isCount(percent) && percent <= mostPercent ? { kind, link, percent } : undefined;
  const isSlow = kind === "setDelay" && isCount(times) && times >= 1 && times <= mostTimes;
  return isSlow ? { kind, link, times } : undefined;
}

const isPace = (value: unknown): value is Pace => paces.some((pace) => pace === value);

const isNetwork = (value: unknown): value is string | undefined =>
  value === undefined || isName(value);

const at = (network: string | undefined) => (network === undefined ? {} : { network });

const isNames = (value: unknown, most: number): value is readonly PlayerId[] =>
  Array.isArray(value) && value.length <= most && value.every(isName);
