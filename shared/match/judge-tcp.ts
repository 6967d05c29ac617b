import type { Reason } from "../contract/reasons.ts";
import type { Act, Due } from "../device/act.ts";
import { letterOf } from "../device/belt.ts";
import { aimedAt } from "../device/gate.ts";
import { type Host, tcpOf } from "../device/host.ts";
import { hasHadItsTime } from "../device/tcp/listening.ts";
import { hasRoomAt, isOfNoUse } from "../device/tcp/place-card.ts";
import { isTcpLetter } from "../device/tcp/tcp-side.ts";
import type { Instant } from "../lib/instant.ts";
import type { Connection } from "../protocol/tcp/connection/connection.ts";
import {
  distance,
  isBefore,
  plus,
  type SequenceNumber,
  sequenceNumber,
} from "../protocol/tcp/sequence-number.ts";

type ActOf<Kind extends Act["kind"]> = Act & { readonly kind: Kind };
type SegmentAct = ActOf<"sendSegment">;

/** What an act over TCP is worth, field by field, against the segment that the machine holds ready. */
export function judgeOverTcp(host: Host, act: Act, now: Instant): Reason | undefined {
  if (host.tcp === undefined) return undefined;
  switch (act.kind) {
    case "sendSegment":
      return judgeSegment(host, act);
    case "sendCard":
      return judgeCard(host, act);
    case "place":
    case "discard":
      return judgePlace(host, act);
    case "letGo":
      return judgeLettingGo(host, act, now);
    default:
      return undefined;
  }
}

function judgeSegment(host: Host, act: SegmentAct): Reason {
  const dues = aimedAt(host.gate, act).filter(isSegmentDue);
  const alike = dues.filter(({ proposal }) => endsToo(proposal, act));
  const due = alike.find(({ proposal }) => says(proposal, act)) ?? alike[0] ?? dues[0];
  if (due === undefined) return judgeUnasked(connectionAt(host, act.socket), act);
  return due.duty === "acknowledge"
    ? judgeAcknowledgment(host, act, due)
    : (faultOf(due.proposal, act) ?? rightReason(host, due));
}

type SegmentDue = Due & { readonly proposal: SegmentAct };
const isSegmentDue = (due: Due): due is SegmentDue => due.proposal.kind === "sendSegment";

const says = (proposal: SegmentAct, act: SegmentAct): boolean =>
  proposal.acknowledgment === act.acknowledgment;

/** Both end the connection, or neither does. */
const endsToo = (proposal: SegmentAct, act: SegmentAct): boolean =>
  proposal.flags.includes("fin") === act.flags.includes("fin");

/** The first field of a handshake's or a farewell's segment that is not as it should be. */
function faultOf(proposal: SegmentAct, act: SegmentAct): Reason | undefined {
  const wrongBits = faultOfBits(proposal.flags, act.flags);
  if (wrongBits !== undefined) return wrongBits;
  if (proposal.sequence !== act.sequence)
    return act.flags.includes("syn") ? "wrongInitialSequence" : "wrongSequence";
  // Without ACK, and beside RST, the number means nothing.
  const isRead = act.flags.includes("ack") && !act.flags.includes("rst");
  if (!isRead || says(proposal, act)) return undefined;
  return distance(sequenceNumber(proposal.acknowledgment), sequenceNumber(act.acknowledgment)) < 0
    ? "acknowledgedTooLittle"
    : "acknowledgesUnsentData";
}

function faultOfBits(wanted: Bits, sent: Bits): Reason | undefined {
  const [wantsReset, sendsReset] = [wanted.includes("rst"), sent.includes("rst")];
  if (wantsReset !== sendsReset) return wantsReset ? "acceptedStranger" : "resetFriend";
  // A reset says all that it has to say without ACK.
  if (sendsReset) return undefined;
  const isSame = wanted.length === sent.length && wanted.every((flag) => sent.includes(flag));
  return isSame ? undefined : "wrongFlags";
}

type Bits = SegmentAct["flags"];

function rightReason(host: Host, { duty, proposal }: SegmentDue): Reason {
  const { flags } = proposal;
  if (flags.includes("rst")) return "resetStrangerRight";
  if (flags.includes("syn")) return flags.includes("ack") ? "answeredSynRight" : "openedRight";
  if (duty === "handshake") return "thirdStepRight";
  if (flags.includes("fin")) return "closedRight";
  return proposal.answers === undefined && connectionAt(host, proposal.socket) === undefined
    ? "acknowledgedRight"
    : "answeredFinRight";
}

/** Nothing asked for this segment. */
function judgeUnasked(connection: Connection | undefined, act: SegmentAct): Reason {
  if (act.flags.includes("rst")) return "resetFriend";
  if (act.flags.includes("syn")) return "openedAgain";
  if (act.flags.includes("fin")) return "closedTooEarly";
  if (connection === undefined) return "acknowledgedAgain";
  return wrongAcknowledgment(connection, act) ?? "acknowledgedAgain";
}

/** One ACK may stand for several, as long as it says no more than what has come without a gap. */
function judgeAcknowledgment(host: Host, act: SegmentAct, { proposal }: SegmentDue): Reason {
  const connection = connectionAt(host, act.socket);
  const wrongBits = faultOfBits(proposal.flags, act.flags);
  if (wrongBits !== undefined) return wrongBits;
  // What has gone out since this ACK was due has moved the number on (RFC 9293 §3.10.7.4: <SEQ=SND.NXT>).
  const numbers = [proposal.sequence, connection?.send.next];
  if (!numbers.some((number) => number === act.sequence)) return "wrongSequence";
  if (connection === undefined) return "acknowledgedRight";
  const isRight = says(proposal, act) || act.acknowledgment === connection.receive.next;
  if (isRight) return isAboveGap(host, proposal) ? "duplicateRight" : "acknowledgedRight";
  return wrongAcknowledgment(connection, act) ?? "acknowledgedOld";
}

/** An ACK that says what an earlier one said already, because something above a gap has come. */
const isAboveGap = (host: Host, { socket, acknowledgment }: SegmentAct): boolean => {
  const connection = connectionAt(host, socket);
  return (
    connection !== undefined &&
    connection.receive.next === acknowledgment &&
    connection.receive.held.length > 0
  );
};

function wrongAcknowledgment(
  { receive }: Connection,
  { acknowledgment }: SegmentAct,
): Reason | undefined {
  const said = sequenceNumber(acknowledgment);
  if (isBefore(said, receive.next)) return "acknowledgedOld";
  if (!isBefore(receive.next, said)) return undefined;
  const last = receive.held.at(-1);
  const seenTo = last === undefined ? receive.next : plus(last.from, last.text.length);
  return isBefore(seenTo, said) ? "acknowledgedUnseen" : "acknowledgedGap";
}

function judgeCard(host: Host, act: ActOf<"sendCard">): Reason | undefined {
  const connection = connectionAt(host, act.socket);
  if (connection === undefined) return undefined;
  const dues = aimedAt(host.gate, act).filter(isCardDue);
  const sequence = sequenceNumber(act.sequence);
  const due = dues.find(({ proposal }) => proposal.sequence === act.sequence);
  if (due?.duty === "retransmit") return "resentLostRight";
  if (due?.duty === "transmit")
    return isFirstOf(dues, sequence) ? "sentNextRight" : "sentOutOfTurn";
  if (!isBefore(sequence, connection.send.next)) return "sentBeyondWindow";
  return dues.some(({ duty }) => duty === "retransmit") ? "resentWrongCard" : "resentTooEarly";
}

type CardDue = Due & { readonly proposal: ActOf<"sendCard"> };
const isCardDue = (due: Due): due is CardDue => due.proposal.kind === "sendCard";

const isFirstOf = (dues: readonly CardDue[], sequence: SequenceNumber): boolean =>
  !dues.some(
    ({ duty, proposal }) =>
      duty === "transmit" && isBefore(sequenceNumber(proposal.sequence), sequence),
  );

function judgePlace(host: Host, act: ActOf<"place" | "discard">): Reason | undefined {
  const letter = letterOf(host.belt, act.packet)?.packet;
  if (letter === undefined || !isTcpLetter(letter)) return undefined;
  const isUseless = isOfNoUse(host, letter);
  const fits = hasRoomAt(host, letter, letter.body.sequence);
  if (act.kind === "discard") return isUseless || !fits ? "discardedRight" : "discardedNeeded";
  if (act.sequence !== letter.body.sequence) return "placedWrong";
  return isUseless ? "placedTwice" : "placedRight";
}

/** A friend's third step may be on its way; whoever has been silent for longer will hardly answer any more. */
function judgeLettingGo(host: Host, { socket }: ActOf<"letGo">, now: Instant): Reason | undefined {
  if (connectionAt(host, socket) === undefined) return undefined;
  return hasHadItsTime(host, socket, now) ? "letGoRight" : "letGoFriend";
}

const connectionAt = (host: Host, socket: string): Connection | undefined =>
  tcpOf(host).endpoint.connections[socket]?.connection;
