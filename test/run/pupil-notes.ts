import type { Reason } from "../../shared/contract/reasons.ts";
import type { Act, Due, ErrandId } from "../../shared/device/act.ts";
import { errandOf } from "../../shared/device/errand.ts";
import type { Errand, Host } from "../../shared/device/host.ts";
import { judge } from "../../shared/match/judge.ts";
import { alternatives } from "../../shared/match/mistake.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { flightsOf, type World } from "../../shared/world/world.ts";
import type { Strategy } from "../kit/pupil.ts";
import type { Place } from "../kit/scripted-class.ts";

/** What is noted over a pupil's shoulder, act by act. */
export type PupilNotes = {
  acts: number;
  /** Acts for which the desk offered two or more options that make sense. */
  decisions: number;
  /** Letters that were sent again, and how many of them by time-out while letter or answer were still under way. */
  resends: number;
  needlessResends: number;
  lastActAt: number;
};

export const emptyNotes = (): PupilNotes => ({
  acts: 0,
  decisions: 0,
  resends: 0,
  needlessResends: 0,
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

function note(place: Place, due: Due, act: Act, notes: PupilNotes): void {
  notes.acts += 1;
  notes.lastActAt = place.match.now;
  if (sensibleOptions(place, due).length >= 2) notes.decisions += 1;
  const errand = act.kind === "sendDatagram" ? errandAt(place, act.errand) : undefined;
  if (errand === undefined || errand.sends === 0) return;
  notes.resends += 1;
  if (isNeedless(place, errand)) notes.needlessResends += 1;
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
