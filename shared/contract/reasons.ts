import type { Duty } from "../device/act.ts";

/** How an act is judged against what the machine would have done. */
export type Verdict = "right" | "wasteful" | "wrong";

/** The ideas that a round lets pupils meet; evidence is counted by them. */
export const concepts = [
  "ipAddress",
  "destinationPort",
  "sourcePort",
  "longestPrefix",
  "doors",
  "listening",
  "asking",
  "keepingUp",
  "silence",
  "pinning",
  "threeSteps",
  "sequenceNumbers",
  "oldDuplicates",
  "halfOpen",
  "closing",
  "ordering",
  "acknowledging",
  "window",
  "resending",
] as const;
export type Concept = (typeof concepts)[number];

/** The field of a header that a coach line points at. */
export type HeaderField =
  | "destinationAddress"
  | "destinationPort"
  | "sourcePort"
  | "ttl"
  | "flags"
  | "sequence"
  | "acknowledgment";

/** What every reason says about an act: the verdict, the idea, the header field and where the rule is written. */
export type ReasonRow = {
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly concept: Concept;
  readonly field?: HeaderField;
  readonly rule: string;
};

/** Every reason of the judge. Each has a coach text in Korean and in English. */
export const reasons = {
  addressedRight: {
    verdict: "right",
    duty: "address",
    concept: "destinationPort",
    rule: "RFC 768",
  },
  wrongAddress: {
    verdict: "wrong",
    duty: "address",
    concept: "ipAddress",
    field: "destinationAddress",
    rule: "RFC 791 §2.2",
  },
  wrongPort: {
    verdict: "wrong",
    duty: "address",
    concept: "destinationPort",
    field: "destinationPort",
    rule: "RFC 1122 §4.1.3.1",
  },
  sourcePortOfAnotherErrand: {
    verdict: "wrong",
    duty: "address",
    concept: "sourcePort",
    field: "sourcePort",
    rule: "RFC 768",
  },
  sourcePortNobodyOpened: {
    verdict: "wrong",
    duty: "address",
    concept: "sourcePort",
    field: "sourcePort",
    rule: "RFC 768",
  },
  sentBeforeTimeout: {
    verdict: "wasteful",
    duty: "address",
    concept: "destinationPort",
    rule: "RFC 8085 §3.1.1",
  },
  resentRight: { verdict: "right", duty: "retransmit", concept: "silence", rule: "RFC 8085 §3.1" },
  keptKnocking: {
    verdict: "wasteful",
    duty: "retransmit",
    concept: "silence",
    rule: "RFC 1123 §6.1.3.3",
  },
  gaveUpRight: {
    verdict: "right",
    duty: "retransmit",
    concept: "silence",
    rule: "RFC 1123 §6.1.3.3",
  },
  gaveUpTooSoon: {
    verdict: "wrong",
    duty: "retransmit",
    concept: "silence",
    rule: "RFC 1123 §6.1.3.3",
  },
  askedRight: { verdict: "right", duty: "address", concept: "asking", rule: "RFC 6335 §3" },
  askedAgain: { verdict: "wasteful", duty: "address", concept: "asking", rule: "RFC 6335 §3" },
  forwardedRight: {
    verdict: "right",
    duty: "forward",
    concept: "longestPrefix",
    rule: "RFC 1812 §5.2.4.3",
  },
  shorterPrefix: {
    verdict: "wrong",
    duty: "forward",
    concept: "longestPrefix",
    field: "destinationAddress",
    rule: "RFC 1812 §5.2.4.3",
  },
  forwardedDetour: {
    verdict: "wasteful",
    duty: "forward",
    concept: "longestPrefix",
    rule: "RFC 1812 §5.2.4.3",
  },
  forwardedDeadLine: {
    verdict: "wrong",
    duty: "forward",
    concept: "longestPrefix",
    rule: "RFC 1812 §5.2.4.3",
  },
  noMatchingPrefix: {
    verdict: "wrong",
    duty: "forward",
    concept: "longestPrefix",
    field: "destinationAddress",
    rule: "RFC 1812 §5.2.4.3",
  },
  rejectedRoutable: {
    verdict: "wrong",
    duty: "forward",
    concept: "longestPrefix",
    field: "destinationAddress",
    rule: "RFC 1812 §5.2.7.1",
  },
  pinnedRight: {
    verdict: "right",
    duty: "forward",
    concept: "pinning",
    rule: "RFC 1812 §5.2.4.3",
  },
  pinnedAstray: {
    verdict: "wrong",
    duty: "forward",
    concept: "pinning",
    field: "destinationAddress",
    rule: "RFC 1812 §5.2.4.3",
  },
  pinnedDeadLine: {
    verdict: "wrong",
    duty: "forward",
    concept: "pinning",
    rule: "RFC 1812 §5.2.4.3",
  },
  pinnedDetour: {
    verdict: "wasteful",
    duty: "forward",
    concept: "pinning",
    rule: "RFC 1812 §5.2.4.3",
  },
  deliveredRight: { verdict: "right", duty: "demultiplex", concept: "doors", rule: "RFC 768" },
  wrongDoor: {
    verdict: "wrong",
    duty: "demultiplex",
    concept: "doors",
    field: "destinationPort",
    rule: "RFC 768",
  },
  deliveredToNobody: {
    verdict: "wrong",
    duty: "demultiplex",
    concept: "doors",
    field: "destinationPort",
    rule: "RFC 1122 §4.1.3.1",
  },
  rejectedRight: {
    verdict: "right",
    duty: "demultiplex",
    concept: "listening",
    rule: "RFC 1122 §4.1.3.1",
  },
  rejectedOpenDoor: {
    verdict: "wrong",
    duty: "demultiplex",
    concept: "doors",
    field: "destinationPort",
    rule: "RFC 1122 §4.1.3.1",
  },
  boundRight: { verdict: "right", duty: "demultiplex", concept: "listening", rule: "RFC 6335 §6" },
  portInUse: {
    verdict: "wrong",
    duty: "demultiplex",
    concept: "listening",
    rule: "RFC 6335 §3",
  },
  systemPortTaken: {
    verdict: "wasteful",
    duty: "demultiplex",
    concept: "listening",
    rule: "RFC 6335 §8.1",
  },
  toldRight: { verdict: "right", duty: "demultiplex", concept: "listening", rule: "RFC 6335 §3" },
  toldWrongPort: {
    verdict: "wrong",
    duty: "demultiplex",
    concept: "listening",
    rule: "RFC 6335 §3",
  },
  openedRight: {
    verdict: "right",
    duty: "handshake",
    concept: "threeSteps",
    rule: "RFC 9293 §3.5",
  },
  answeredSynRight: {
    verdict: "right",
    duty: "handshake",
    concept: "sequenceNumbers",
    rule: "RFC 9293 §3.10.7.2",
  },
  thirdStepRight: {
    verdict: "right",
    duty: "handshake",
    concept: "threeSteps",
    rule: "RFC 9293 §3.10.7.3",
  },
  resetStrangerRight: {
    verdict: "right",
    duty: "handshake",
    concept: "oldDuplicates",
    rule: "RFC 9293 §3.10.7.1",
  },
  acceptedStranger: {
    verdict: "wrong",
    duty: "handshake",
    concept: "oldDuplicates",
    field: "acknowledgment",
    rule: "RFC 9293 §3.5",
  },
  resetFriend: {
    verdict: "wrong",
    duty: "handshake",
    concept: "threeSteps",
    field: "flags",
    rule: "RFC 9293 §3.5.2",
  },
  wrongFlags: {
    verdict: "wrong",
    duty: "handshake",
    concept: "threeSteps",
    field: "flags",
    rule: "RFC 9293 §3.5",
  },
  wrongInitialSequence: {
    verdict: "wrong",
    duty: "handshake",
    concept: "sequenceNumbers",
    field: "sequence",
    rule: "RFC 9293 §3.4.1",
  },
  wrongSequence: {
    verdict: "wrong",
    duty: "handshake",
    concept: "sequenceNumbers",
    field: "sequence",
    rule: "RFC 9293 §3.4",
  },
  acknowledgedTooLittle: {
    verdict: "wrong",
    duty: "handshake",
    concept: "sequenceNumbers",
    field: "acknowledgment",
    rule: "RFC 9293 §3.4",
  },
  acknowledgesUnsentData: {
    verdict: "wrong",
    duty: "handshake",
    concept: "sequenceNumbers",
    field: "acknowledgment",
    rule: "RFC 9293 §3.10.7.4",
  },
  openedAgain: {
    verdict: "wasteful",
    duty: "handshake",
    concept: "threeSteps",
    rule: "RFC 9293 §3.8.1",
  },
  letGoRight: {
    verdict: "right",
    duty: "handshake",
    concept: "halfOpen",
    rule: "RFC 4987 §3.2",
  },
  letGoFriend: {
    verdict: "wrong",
    duty: "handshake",
    concept: "halfOpen",
    rule: "RFC 4987 §3.2",
  },
  closedRight: {
    verdict: "right",
    duty: "close",
    concept: "closing",
    rule: "RFC 9293 §3.6",
  },
  answeredFinRight: {
    verdict: "right",
    duty: "close",
    concept: "closing",
    rule: "RFC 9293 §3.10.7.4",
  },
  closedTooEarly: {
    verdict: "wrong",
    duty: "close",
    concept: "closing",
    field: "flags",
    rule: "RFC 9293 §3.6",
  },
  sentNextRight: {
    verdict: "right",
    duty: "transmit",
    concept: "window",
    rule: "RFC 9293 §3.8.6",
  },
  sentOutOfTurn: {
    verdict: "wasteful",
    duty: "transmit",
    concept: "window",
    field: "sequence",
    rule: "RFC 9293 §3.8.6",
  },
  sentBeyondWindow: {
    verdict: "wrong",
    duty: "transmit",
    concept: "window",
    field: "sequence",
    rule: "RFC 9293 §3.8.6",
  },
  resentLostRight: {
    verdict: "right",
    duty: "retransmit",
    concept: "resending",
    rule: "RFC 6298 §5.4",
  },
  resentTooEarly: {
    verdict: "wasteful",
    duty: "retransmit",
    concept: "resending",
    rule: "RFC 6298 §5",
  },
  resentWrongCard: {
    verdict: "wasteful",
    duty: "retransmit",
    concept: "resending",
    field: "sequence",
    rule: "RFC 5681 §3.2",
  },
  placedRight: {
    verdict: "right",
    duty: "order",
    concept: "ordering",
    rule: "RFC 9293 §3.10.7.4",
  },
  placedWrong: {
    verdict: "wrong",
    duty: "order",
    concept: "ordering",
    field: "sequence",
    rule: "RFC 9293 §3.4",
  },
  placedTwice: {
    verdict: "wasteful",
    duty: "order",
    concept: "ordering",
    field: "sequence",
    rule: "RFC 9293 §3.10.7.4",
  },
  discardedRight: {
    verdict: "right",
    duty: "order",
    concept: "ordering",
    rule: "RFC 9293 §3.10.7.4",
  },
  discardedNeeded: {
    verdict: "wrong",
    duty: "order",
    concept: "ordering",
    field: "sequence",
    rule: "RFC 9293 §3.10.7.4",
  },
  acknowledgedRight: {
    verdict: "right",
    duty: "acknowledge",
    concept: "acknowledging",
    rule: "RFC 9293 §3.4",
  },
  duplicateRight: {
    verdict: "right",
    duty: "acknowledge",
    concept: "acknowledging",
    rule: "RFC 5681 §4.2",
  },
  acknowledgedGap: {
    verdict: "wrong",
    duty: "acknowledge",
    concept: "acknowledging",
    field: "acknowledgment",
    rule: "RFC 9293 §3.4",
  },
  acknowledgedUnseen: {
    verdict: "wrong",
    duty: "acknowledge",
    concept: "acknowledging",
    field: "acknowledgment",
    rule: "RFC 9293 §3.4",
  },
  acknowledgedOld: {
    verdict: "wasteful",
    duty: "acknowledge",
    concept: "acknowledging",
    field: "acknowledgment",
    rule: "RFC 9293 §3.4",
  },
  acknowledgedAgain: {
    verdict: "wasteful",
    duty: "acknowledge",
    concept: "acknowledging",
    field: "acknowledgment",
    rule: "RFC 5681 §4.2",
  },
  letBeltOverflow: {
    verdict: "wrong",
    duty: "forward",
    concept: "keepingUp",
    rule: "RFC 1812 §5.3.6",
  },
} as const satisfies Readonly<Record<string, ReasonRow>>;

export type Reason = keyof typeof reasons;
export const reasonNames = Object.keys(reasons) as readonly Reason[];
