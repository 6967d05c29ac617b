import type { View, ViewRow } from "../contract/view.ts";
import type { Act, Due, Duty } from "../device/act.ts";
import type { Device } from "../device/device.ts";
import { formatIpv4Address } from "../wire/ipv4-address.ts";
import { litDue } from "./assistance.ts";
import { letterNumber, type Match, type Seat } from "./match.ts";

/** What waits at a desk; only the due that is lit says how it would be done. */
export function viewDues(match: Match, seat: Seat, device: Device): View["dues"] {
  // What is covered cannot be pointed at.
  const isCovered = match.mission.covered !== undefined;
  const lit = isCovered ? undefined : litDue(seat, device.gate, match.now);
  const rows: Record<string, ViewRow<"dues">> = {};
  for (const due of device.gate.dues)
    rows[due.id] = due === lit ? litRow(seat, due) : unlitRow(seat, due);
  return rows;
}

const litRow = (seat: Seat, due: Due): ViewRow<"dues"> => ({
  ...kindOf(seat, due, true),
  ...{ since: due.since, lit: true },
  ...hintOf(due.proposal),
});

/** A due is one seat's, and a seat calls a letter by one number for good. */
function unlitRow(seat: Seat, due: Due): ViewRow<"dues"> {
  const row = unlit.get(due) ?? { ...kindOf(seat, due, false), since: due.since, lit: false };
  unlit.set(due, row);
  return row;
}

const unlit = new WeakMap<Due, ViewRow<"dues">>();

type DueKind = Pick<ViewRow<"dues">, "kind" | "about" | "letter">;

/** What a due asks for and what it is about, without saying how. */
function kindOf(seat: Seat, due: Due, lit: boolean): DueKind {
  const { duty, proposal } = due;
  switch (proposal.kind) {
    case "sendDatagram":
      return { kind: "errand", about: String(proposal.errand) };
    case "askDoor":
      return { kind: "ask", about: proposal.service };
    case "bindPort":
      return { kind: "bind", about: proposal.service };
    case "tellDoor":
      return { kind: "tell", about: proposal.service };
    case "giveUp":
      return { kind: "giveUp", about: String(proposal.errand) };
    case "pin":
    case "unpin":
      return { kind: proposal.kind, about: String(proposal.row) };
    case "raiseFlag":
      return { kind: "flag", about: proposal.flag };
    case "sendSegment":
      return segmentKindOf(seat, duty, proposal);
    case "sendCard":
      return { kind: duty === "transmit" ? "card" : "again", about: proposal.socket };
    case "letGo":
      return { kind: "letGo", about: lit ? proposal.socket : "" };
    case "place":
    case "discard":
      return { kind: "place", about: String(letterNumber(seat, proposal.packet)) };
    default:
      return { kind: "letter", about: String(letterNumber(seat, proposal.packet)) };
  }
}

function segmentKindOf(
  seat: Seat,
  duty: Duty,
  { socket, answers, flags }: Act & { readonly kind: "sendSegment" },
): DueKind {
  // A SYN+ACK answers although its letter has gone: it is said again.
  const isSaidAgain = duty === "handshake" && flags.includes("ack");
  if (answers === undefined && isSaidAgain) return { kind: "answer", about: socket };
  if (answers === undefined) return { kind: ownAccord[duty] ?? "acknowledge", about: socket };
  return { kind: "answer", about: socket, letter: letterNumber(seat, answers) };
}

/** What a segment that answers no letter is for. */
const ownAccord: Readonly<Partial<Record<Duty, string>>> = { handshake: "open", close: "close" };

/** The proposal, spelled out for the pupil. */
function hintOf(proposal: Act): Partial<ViewRow<"dues">> {
  switch (proposal.kind) {
    case "sendDatagram":
      return {
        hintAddress: formatIpv4Address(proposal.destination),
        hintPort: proposal.destinationPort,
        hintSource: proposal.sourcePort,
      };
    case "forward":
    case "pin":
      return { hintExit: proposal.exit };
    case "reject":
      return { hintExit: "reject" };
    case "deliver":
      return { hintPort: proposal.door };
    case "bindPort":
    case "tellDoor":
      return { hintPort: proposal.port };
    case "sendSegment":
      return {
        hintFlags: proposal.flags.join(" "),
        hintSequence: proposal.sequence,
        hintAcknowledgment: proposal.acknowledgment,
      };
    case "sendCard":
    case "place":
      return { hintSequence: proposal.sequence };
    case "discard":
      return { hintExit: "discard" };
    default:
      return {};
  }
}
