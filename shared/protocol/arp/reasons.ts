/** Why a packet that waited for a hardware address was dropped, each with the rule that says so. */
export const dropReasons = {
  /** Later ones wanted to go to the same neighbour. */
  tooManyWaiting: "RFC 1122 §2.3.2.2",
  /** Asking was in vain: the layer above may say Host Unreachable. */
  noAnswer: "RFC 1812 §3.3.2",
  /** So many others are asked for that there is no room for one more. */
  noRoom: "RFC 1812 §3.3.2",
} as const;

/** Why a packet was dropped. */
export type DropReason = keyof typeof dropReasons;

/** Why a message was not believed, each with the rule that says so. */
export const disbeliefs = {
  /** No single station has the address of a group. */
  groupHasNoAddress: "RFC 1812 §3.3.2",
  /** Our own words came back to us. */
  ownEcho: "RFC 5227 §2.4",
} as const;

/** Why a message was not believed. */
export type Disbelief = keyof typeof disbeliefs;
