import { type Reason, reasons } from "../../shared/contract/reasons.ts";
import type { Act, Due, ErrandId, SocketId } from "../../shared/device/act.ts";
import { letterOf } from "../../shared/device/belt.ts";
import { errandOf } from "../../shared/device/errand.ts";
import type { Errand, Host } from "../../shared/device/host.ts";
import { judge } from "../../shared/match/judge.ts";
import { alternatives } from "../../shared/match/mistake.ts";
import type { Connection } from "../../shared/protocol/tcp/connection/connection.ts";
import type { Peering } from "../../shared/protocol/tcp/endpoint.ts";
import { connectionId } from "../../shared/protocol/tcp/socket.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { flightsOf, type World } from "../../shared/world/world.ts";
import type { Strategy } from "../kit/pupil.ts";
import type { Place, Script } from "../kit/scripted-class.ts";

/** What is noted over a pupil's shoulder, act by act. */
export type PupilNotes = {
  acts: number;
  /** Acts for which the desk offered two or more options that make sense. */
  decisions: number;
  /** Letters that were sent again, and how many of them by time-out while letter or answer were still under way. */
  resends: number;
  needlessResends: number;
  /** Cards and SYNs that left for the first time. */
  segments: number;
  /** Cards that a third duplicate ACK has asked for, and those for which it was still to come when the time-out came. */
  askedInTime: number;
  askedTooLate: number;
  /** The longest row of the same act on the same target, and the row that goes on; what nobody asked for is not in it. */
  longestRow: number;
  row: number;
  lastTarget: string;
  lastActAt: number;
};

export const emptyNotes = (): PupilNotes => ({
  acts: 0,
  decisions: 0,
  resends: 0,
  needlessResends: 0,
  segments: 0,
  askedInTime: 0,
  askedTooLate: 0,
  longestRow: 0,
  row: 0,
  lastTarget: "",
  lastActAt: 0,
});

/** The strategy, with notes taken of what it was up to. */
export const noting =
  (strategy: Strategy, notes: PupilNotes): Strategy =>
  (place, due, chance) => {
    const act = strategy(place, due, chance);
    if (act !== undefined) note(place, due, act, notes);
    return act;
  };

/** The script, with notes taken of what it aims at, whether something waits for that or not. */
export const notingTargets = (script: Script, notes: PupilNotes): Script => ({
  nextAt: (place) => script.nextAt(place),
  act: (place) => {
    const act = script.act(place);
    if (act !== undefined) noteTarget(place, act, notes);
    return act;
  },
});

function note(place: Place, due: Due, act: Act, notes: PupilNotes): void {
  notes.acts += 1;
  if (sensibleOptions(place, due).length >= 2) notes.decisions += 1;
  noteSegment(place, due, act, notes);
  const errand = act.kind === "sendDatagram" ? errandAt(place, act.errand) : undefined;
  if (errand === undefined || errand.sends === 0) return;
  notes.resends += 1;
  if (isNeedless(place, errand)) notes.needlessResends += 1;
}

/** A mistake makes no row, which is what the desk asks for; but it is something else in between. */
function noteTarget(place: Place, act: Act, notes: PupilNotes): void {
  notes.lastActAt = place.match.now;
  if (isFault(place, act)) {
    notes.row = 0;
    return;
  }
  const target = targetOf(place, act);
  notes.row = target === notes.lastTarget ? notes.row + 1 : 1;
  notes.lastTarget = target;
  notes.longestRow = Math.max(notes.longestRow, notes.row);
}

/** Whether the act is a mistake: no desk asks for it. */
function isFault({ match, seat }: Place, act: Act): boolean {
  const reason = judge(match.world, seat.box, act);
  return reason !== undefined && reasons[reason].verdict !== "right";
}

/** What the act is dragged onto: an exit, a door, a slip, a tray. */
function targetOf({ match, seat }: Place, act: Act): string {
  switch (act.kind) {
    case "forward":
      return `forward ${act.exit}`;
    case "pin":
      return `pin ${act.row} ${act.exit}`;
    case "deliver":
      return `deliver ${act.door}`;
    case "sendSegment":
      return `sendSegment ${act.socket} ${act.flags.join()}`;
    case "sendCard":
      return `sendCard ${act.socket}`;
    case "place":
    case "discard": {
      const belt = match.world.boxes[seat.box]?.belt;
      const body = belt && letterOf(belt, act.packet)?.packet.body;
      return `${act.kind} ${body !== undefined && "destinationPort" in body ? body.destinationPort : ""}`;
    }
    case "sendDatagram":
    case "giveUp":
      return `${act.kind} ${act.errand}`;
    default:
      return act.kind;
  }
}

/** What leaves over TCP, for the first time or again. */
function noteSegment(place: Place, due: Due, act: Act, notes: PupilNotes): void {
  const peering = "socket" in act ? peeringAt(place, act.socket) : undefined;
  if (peering === undefined || !isSent(act)) return;
  const { connection } = peering;
  const isSynAgain = act.kind === "sendSegment" && connection.send.flying[0]?.wasResent === true;
  if (due.duty !== "retransmit" && !isSynAgain) {
    notes.segments += 1;
    return;
  }
  notes.resends += 1;
  const isAsked = connection.congestion.duplicates >= duplicatesOfALoss;
  notes.askedInTime += Number(isAsked);
  notes.askedTooLate += Number(
    !isAsked && isHeldAbove(place, connection) && isStillToBeSaid(place, peering),
  );
  notes.needlessResends += Number(!isAsked && isOnItsWay(place, peering, act.sequence));
}

/** A card, or a SYN that opens a connection. */
const isSent = (act: Act): act is Act & { readonly kind: "sendCard" | "sendSegment" } =>
  act.kind === "sendCard" ||
  (act.kind === "sendSegment" && act.flags.includes("syn") && act.answers === undefined);

const duplicatesOfALoss = 3;

/**
 * Whether the segment with this number, or word of it, travels or waits somewhere. Where the peer has it and its word
 * has gone astray, which is what mistakes do on the calmest day, nothing but sending it again can help.
 */
function isOnItsWay({ match }: Place, { local, remote }: Peering, sequence: number): boolean {
  const travels = packetsIn(match.world).some(({ ip, body }) => {
    if (body.protocol !== "tcp") return false;
    const isOurs = ip.source === local.address && body.sourcePort === local.port;
    const isTheirs = ip.destination === local.address && body.destinationPort === local.port;
    return isOurs ? body.sequence === sequence : isTheirs && body.acknowledgment > sequence;
  });
  return travels || isToBeSaid(match.world, { local, remote }, sequence);
}

/** Whether the peer has the octet with this number, and its seat has still to say so. */
const isToBeSaid = (
  world: World,
  { local, remote }: Pick<Peering, "local" | "remote">,
  octet: number,
): boolean =>
  Object.values(world.boxes).some(
    (box) =>
      box.kind === "host" &&
      box.address === remote.address &&
      box.tcp?.waiting.some(
        ({ to, segment }) =>
          to.address === local.address && to.port === local.port && segment.acknowledgment > octet,
      ),
  );

/** Whether the peer has three cards or more above the one that it misses. */
const isHeldAbove = ({ match }: Place, { send }: Connection): boolean =>
  Object.values(match.world.boxes).some(
    (box) =>
      box.kind === "host" &&
      Object.values(box.tcp?.endpoint.connections ?? {}).some(
        ({ connection: { receive } }) =>
          receive.next === send.unacknowledged && receive.held.length >= duplicatesOfALoss,
      ),
  );

/** Whether a duplicate ACK waits on the peer's desk, travels, or has come since the time-out. One that was lost is not late. */
function isStillToBeSaid({ match }: Place, { local, remote, connection }: Peering): boolean {
  const { unacknowledged } = connection.send;
  const socket = connectionId(remote, local);
  const waits = Object.values(match.world.boxes).some(({ gate }) =>
    gate.dues.some(
      ({ duty, proposal }) =>
        duty === "acknowledge" &&
        proposal.kind === "sendSegment" &&
        proposal.socket === socket &&
        proposal.acknowledgment === unacknowledged,
    ),
  );
  const travels = packetsIn(match.world).some(
    ({ ip, body }) =>
      body.protocol === "tcp" &&
      ip.source === remote.address &&
      body.sourcePort === remote.port &&
      body.payload === "" &&
      body.acknowledgment === unacknowledged,
  );
  return waits || travels || connection.congestion.duplicates > 0;
}

function peeringAt({ match, seat }: Place, socket: SocketId): Peering | undefined {
  const host = match.world.boxes[seat.box];
  return host?.kind === "host" ? host.tcp?.endpoint.connections[socket] : undefined;
}

function errandAt({ match, seat }: Place, id: ErrandId): Errand | undefined {
  const host = match.world.boxes[seat.box];
  return host?.kind === "host" ? errandOf(host, id) : undefined;
}

/** Wrong for a reason that stands on the desk itself: nobody has to decide against it. */
const absurd: readonly Reason[] = [
  "noMatchingPrefix",
  "rejectedRoutable",
  "sourcePortNobodyOpened",
];

/** The acts about the due that somebody who looks at the desk may hold right; flags are not among them. */
function sensibleOptions({ match, seat }: Place, due: Due): readonly Act[] {
  const options = [due.proposal, ...alternatives(match.world, seat.box, due)];
  const distinct = new Map(options.map((act) => [JSON.stringify(act), act]));
  return [...distinct.values()].filter((act) => {
    const reason = judge(match.world, seat.box, act);
    return reason !== undefined && !absurd.includes(reason);
  });
}

/** Whether it is written again because nothing was heard, although what was sent before travels or waits. */
function isNeedless({ match, seat }: Place, errand: Errand): boolean {
  const host = match.world.boxes[seat.box];
  if (host?.kind !== "host" || errand.news !== "noAnswer") return false;
  return packetsIn(match.world).some((packet) => isAbout(packet, host, errand));
}

/** Every packet that travels on a link or waits on a belt. */
const packetsIn = (world: World): readonly Packet[] => [
  ...flightsOf(world).map((flight) => flight.packet),
  ...Object.values(world.boxes).flatMap((box) => box.belt.letters.map((letter) => letter.packet)),
];

function isAbout({ ip, body }: Packet, host: Host, errand: Errand): boolean {
  if (body.protocol !== "udp") return false;
  const isQuestion = ip.source === host.address && body.sourcePort === errand.socket;
  return isQuestion || (ip.destination === host.address && body.destinationPort === errand.socket);
}
