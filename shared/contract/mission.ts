import type { BoxId, Duty, LinkId, ServiceId } from "../device/act.ts";

/** The roles a seat can have in this mission's world. */
export const roles = ["client", "router", "server"] as const;
export type Role = (typeof roles)[number];

/** Who sees letters on links that are not theirs: everybody, or nobody. */
export type Sight = "open" | "neighbours";

/** A neighbourhood on the map: its boxes share a prefix, its rectangle is drawn behind them. */
type MissionZone = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tint: "sand" | "rose" | "mist";
  /** Where two districts are joined: which one it lies in, 1 or 2. */
  readonly district?: number;
};

/** A machine on the map. A router stands in the zone whose addresses it carries. */
type MissionBox = {
  readonly id: BoxId;
  readonly role: Role;
  readonly zone: string;
  readonly x: number;
  readonly y: number;
  /** The smallest team that has this box; absent means always. */
  readonly fromSize?: number;
  /** The machine does everything by itself: nobody sits here, and it has no errands. */
  readonly automatic?: true;
  /** In a smaller team than this the machine does everything by itself. */
  readonly playedFrom?: number;
};

/** A line between two boxes, with the points it bends at. */
type MissionLink = {
  readonly id: LinkId;
  readonly a: BoxId;
  readonly b: BoxId;
  readonly bends: readonly (readonly [number, number])[];
  /** So many of a hundred letters are lost on the way. */
  readonly lossPercent?: number;
  /** A letter may take up to this much longer, so that later ones overtake it. */
  readonly jitterMs?: number;
  /** No more letters than this are on the line at once; one more is lost. */
  readonly capacity?: number;
};

/**
 * A row of a router's table: the zone's own /24, or everything inside (`"all"`: the /16). Where two districts are joined
 * each of them is a /16 (`"district2"`), and everything is the /8.
 */
type MissionRoute = {
  readonly router: BoxId;
  readonly to: string;
  readonly exit: LinkId;
  /** Of several rows for one prefix the least is used while its line is up; absent means 1. */
  readonly metric?: number;
};

/** Where the line to another district begins, and its bends up to the middle between the two. */
type MissionBackbone = {
  readonly gateway: BoxId;
  readonly bends: readonly (readonly [number, number])[];
};

/** A program on the server and the question it answers; both payloads are cards of exactly 10 octets. */
export type MissionService = {
  readonly id: ServiceId;
  readonly box: BoxId;
  /** Six octets of question and of answer; the errand's tag makes ten. Over TCP an answer may be several cards long. */
  readonly question: string;
  readonly answers: readonly string[];
  /** Whether the program already listens, and everybody knows its door, when the round starts. */
  readonly listening: boolean;
  /** The smallest team that has this program; absent means always. */
  readonly fromSize?: number;
};

/**
 * Something that happens by itself. A program that stops needs a door again; two that swap want each other's;
 * a cut line loses everything until it is mended; a dead box neither hears nor speaks. A stray knock is a SYN from
 * this box that nobody there has sent just now: an old duplicate, or, from a dead box, somebody who will never answer.
 */
export type MissionEvent = { readonly at: number } & (
  | { readonly kind: "programStops"; readonly service: ServiceId }
  | { readonly kind: "programsSwap"; readonly services: readonly [ServiceId, ServiceId] }
  | { readonly kind: "lineCut" | "lineMended"; readonly link: LinkId }
  | { readonly kind: "boxDies" | "boxRevives"; readonly box: BoxId }
  | { readonly kind: "strayKnock"; readonly from: BoxId; readonly service: ServiceId }
);

/**
 * An errand of before the round: its question has just left the client, or its answer the server.
 * With nothing under way, its letter was lost and its timer is about to run out. Over TCP the page waits at the
 * server, or its first cards have left; with nothing under way, the connection is opened just now. Without a service it is
 * the first that listens.
 */
export type MissionSeed = {
  readonly client: BoxId;
  readonly underWay: "question" | "answer" | "nothing";
  readonly service?: ServiceId;
};

/**
 * A machine that nobody sits at asks another one for something when this desk on their way has long been empty; with the
 * answer under way it asked before, three times of four. Or, over TCP, a stray knock of any machine comes to that one.
 */
export type MissionVisit = {
  readonly desk: BoxId;
  readonly from: BoxId;
  readonly to: BoxId;
  readonly underWay?: "answer";
  readonly isStray?: true;
};

/** What an experiment can go without. */
export const coverable = ["ports", "thirdStep", "acknowledgments"] as const;
type Covered = (typeof coverable)[number];

/** What a mission's hosts can do over TCP. */
export type MissionTcp = {
  /** So many handshakes may be half open at a server at a time. */
  readonly halfOpenSlots: number;
  /** Whether a server may let one of them go when another one knocks. */
  readonly recycles: boolean;
  /** So many connections a server can serve at a time. */
  readonly trays: number;
  /** So many octets may be under way to a host at a time. */
  readonly window: number;
  /** Cards above a gap are thrown away, and after a gap everything goes again. */
  readonly goBackN: boolean;
};

/** What a mission has otherwise for teams of these sizes; what holds for two to six holds for two districts of so many. */
export type MissionVariant = {
  readonly from: number;
  readonly to: number;
  readonly openErrands?: Mission["openErrands"];
  readonly mostEmptyMs?: number;
  readonly emptyPercent?: number;
  readonly pinSlots?: number;
  readonly stars?: Mission["stars"];
};

/** A mission is data: everything that one round needs besides a seed and a team size. */
export type Mission = {
  readonly id: string;
  readonly chapter: number;
  /** An experiment is played without the mechanism and is not scored. */
  readonly kind: "experiment" | "mechanism" | "twist";
  readonly roundMs: number;
  readonly sight: Sight;
  /** The duties that are played, per role; what is missing here runs by itself. */
  readonly held: Readonly<Record<Role, readonly Duty[]>>;
  readonly zones: readonly MissionZone[];
  readonly boxes: readonly MissionBox[];
  readonly links: readonly MissionLink[];
  readonly routes: readonly MissionRoute[];
  readonly services: readonly MissionService[];
  readonly events: readonly MissionEvent[];
  /** What is already under way when the round starts, so that no desk waits for its first letter. */
  readonly seeds: readonly MissionSeed[];
  /** Who comes by where nothing else is to be done; absent means nobody. */
  readonly visits?: readonly MissionVisit[];
  /** Of the time that a desk is left empty elsewhere, before somebody comes by or a pin works loose, so many percent. */
  readonly emptyPercent?: number;
  /** Which boxes people take first. */
  readonly seats: readonly BoxId[];
  /** How two such maps are joined: the router of each from which a line leads to the other. */
  readonly backbone?: MissionBackbone;
  readonly hopMs: readonly [least: number, most: number];
  readonly ttl: number;
  /**
   * So many errands a client has open besides those of before the round, and so many at most when its desk has nothing
   * else to do.
   */
  readonly openErrands: readonly [least: number, most: number];
  readonly errandPauseMs: number;
  /** An empty desk of slow people is left empty for at most so long; absent means as long as elsewhere. */
  readonly mostEmptyMs?: number;
  readonly patienceMs: number;
  readonly retryMs: number;
  readonly beltSlots: number;
  /** A letter that was sent so often in vain is given up. */
  readonly mostSends: number;
  /** So many prefixes a router can let flow by themselves. */
  readonly pinSlots: number;
  /** Pins come loose where a desk has nothing to do, or passes on one prefix only. */
  readonly pinsWorkLoose?: true;
  /** Where too much of one prefix is passed on by hand, the pin that does least comes loose, and not the oldest. */
  readonly quietPinsFirst?: true;
  /** Present where errands travel over TCP instead of UDP. */
  readonly tcp?: MissionTcp;
  /** What an experiment goes without: ports on envelopes, the answer to strangers, or acknowledgements. */
  readonly covered?: Covered;
  /** Full errands' worth of points per minute and client that earn one, two and three stars. */
  readonly stars: readonly [number, number, number];
  /** What is different in small or large teams; of several that fit, the later ones count. */
  readonly variants?: readonly MissionVariant[];
};
