import { type Reason, reasons } from "../contract/reasons.ts";
import type { Act, BoxId, ErrandId, SocketId } from "../device/act.ts";
import { letterOf } from "../device/belt.ts";
import { type Device, duesOf } from "../device/device.ts";
import { errandOf } from "../device/errand.ts";
import { socketOf } from "../device/tcp/letter-segment.ts";
import { errandIdOf } from "../device/tcp/talk.ts";
import { isTcpLetter } from "../device/tcp/tcp-side.ts";
import { later } from "../lib/instant.ts";
import type { ActId } from "../wire/packet.ts";
import { tellBox, type Watch } from "../world/world.ts";
import { litDue } from "./assistance.ts";
import { showEvidence, watchOf } from "./consequence.ts";
import { judge } from "./judge.ts";
import { type Evidence, isInHand, type Match, type Seat, seatOf } from "./match.ts";
import { countWaste } from "./scoring.ts";

/** Faults whose consequence is at the desk itself, at once. */
const shownAtOnce: readonly Reason[] = [
  "portInUse",
  "systemPortTaken",
  "askedAgain",
  "gaveUpTooSoon",
  "letGoFriend",
  "discardedNeeded",
  "placedTwice",
];

/** After its last act a guided run goes on this long, so that the pupil sees where the letter goes. */
const afterGlowMs = 2_000;

/** Lets the act happen, whoever did it. It was checked to be possible; it need not be wise. */
export function performAct(match: Match, box: BoxId, act: Act, onlooker?: Watch): void {
  const device = match.world.boxes[box];
  if (device === undefined) throw new Error(`no box ${box}`);
  const seat = seatOf(match, box);
  const evidence = isInHand(seat) ? takeEvidence(match, seat, device, act) : undefined;
  const errand = errandBehind(device, act);
  match.acts.push({
    seat: box,
    kind: act.kind,
    parents: parentsOf(device, act),
    ...(errand === undefined ? {} : { errand }),
  });
  const id = match.acts.length as ActId;
  seat.lastActAt = match.now;
  if (seat.away) seat.doneMeanwhile += 1;
  else seat.hinted = false;
  tellBox(match.world, box, { kind: "acted", act, id }, watchOf(match, onlooker));
  if (evidence !== undefined && shownAtOnce.includes(evidence.reason)) {
    showEvidence(match, evidence);
  }
}

/** Judges the act before it happens, and remembers how this pupil does. */
function takeEvidence(match: Match, seat: Seat, device: Device, act: Act): Evidence | undefined {
  seat.lastHandAt = match.now;
  const judged = judge(match.world, seat.box, act);
  if (judged === undefined || seat.player === undefined) return undefined;
  const reason = corrects(match, seat, act, judged) ? "addressedRight" : judged;
  const dues = duesOf(device, act);
  const lit = litDue(seat, device.gate, match.now);
  const since = Math.max(dues[0]?.since ?? match.now, seat.lastActAt);
  const evidence: Evidence = {
    act: (match.acts.length + 1) as ActId,
    at: match.now,
    seat: seat.box,
    player: seat.player,
    reason,
    concept: reasons[reason].concept,
    lit: lit !== undefined && dues.includes(lit),
    tookMs: match.now - since,
  };
  countWaste(match, seat, reason);
  seat.hidden.push(match.evidence.length);
  match.evidence.push(evidence);
  learnFrom(match, seat, act, evidence);
  return evidence;
}

/** Writing a letter again before its time is no waste if the one that left was wrong. */
function corrects(match: Match, seat: Seat, act: Act, reason: Reason): boolean {
  if (reason !== "sentBeforeTimeout" || act.kind !== "sendDatagram") return false;
  const before = match.evidence.findLast(
    ({ seat: box, act: earlier }) =>
      box === seat.box && match.acts[earlier - 1]?.errand === act.errand,
  );
  return before !== undefined && reasons[before.reason].verdict === "wrong";
}

function learnFrom(match: Match, seat: Seat, act: Act, evidence: Evidence): void {
  const isRight = reasons[evidence.reason].verdict === "right";
  seat.missesInARow = isRight || evidence.lit ? 0 : seat.missesInARow + 1;
  seat.practised[act.kind] = (seat.practised[act.kind] ?? 0) + 1;
  const took = match.tookMs[act.kind] ?? [];
  match.tookMs = { ...match.tookMs, [act.kind]: [...took, evidence.tookMs].slice(-15) };
  if (match.actsToEnd !== undefined) endAfter(match, match.actsToEnd, seat);
}

/** A guided run ends soon after its pupil's last act. */
function endAfter(match: Match, acts: number, seat: Seat): void {
  const done = match.evidence.filter(({ player }) => player === seat.player).length;
  const end = later(match.now, afterGlowMs);
  if (done >= acts && end < match.endsAt) match.endsAt = end;
}

/** What made the seat do this: the letter in its hand, the news of the errand, the word about the door. */
function parentsOf(device: Device, act: Act): readonly ActId[] {
  return causesOf(device, act).filter((cause) => cause !== undefined);
}

function causesOf(device: Device, act: Act): readonly (ActId | undefined)[] {
  if ("packet" in act) return [letterOf(device.belt, act.packet)?.packet.cause];
  if (device.kind !== "host") return [];
  if (act.kind === "sendDatagram") return causesOfDatagram(device, act);
  if (!("socket" in act)) return [];
  const letter = act.kind === "sendSegment" ? act.answers : undefined;
  const answered = letter === undefined ? undefined : letterOf(device.belt, letter)?.packet.cause;
  return [answered, device.tcp?.causes[act.socket]];
}

/** The errand that an act is about, so that the coach can say which one. */
function errandBehind(device: Device, act: Act): ErrandId | undefined {
  if (act.kind === "sendDatagram") return act.errand;
  if (device.kind !== "host" || device.tcp === undefined) return undefined;
  const socket = socketBehind(device, act);
  return socket === undefined ? undefined : errandIdOf(device, socket);
}

/** The connection that an act names, or that its letter belongs to. */
function socketBehind({ belt }: Device, act: Act): SocketId | undefined {
  if ("socket" in act) return act.socket;
  const letter = "packet" in act ? letterOf(belt, act.packet)?.packet : undefined;
  return letter !== undefined && isTcpLetter(letter) ? socketOf(letter) : undefined;
}

function causesOfDatagram(
  host: Device & { readonly kind: "host" },
  act: Act & { readonly kind: "sendDatagram" },
): readonly (ActId | undefined)[] {
  const errand = errandOf(host, act.errand);
  const entry = errand === undefined ? undefined : host.book[errand.service];
  return [errand?.cause, entry?.port === act.destinationPort ? entry.cause : undefined];
}
