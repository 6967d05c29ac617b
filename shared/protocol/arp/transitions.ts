/** What is known of one neighbour's hardware address. */
export type NeighbourState = "unknown" | "asking" | "known";

/** What can happen about one neighbour. */
export type NeighbourEvent =
  /** A packet wants to go there. */
  | "wanted"
  /** An ARP message came from there, for whomever it was meant. */
  | "overheard"
  /** One came from there, and it was meant for us. */
  | "spokeToUs"
  /** A request was not answered in time. */
  | "silence"
  /** Nor was the last one that we try. */
  | "lastSilence"
  /** What is known has not been confirmed for too long. */
  | "aged";

/** What is done on the way from one state to the next, in this order. */
export type NeighbourAction =
  /** The packet joins those that wait. */
  | "keep"
  /** A request goes to everybody on the link. */
  | "ask"
  /** The hardware address is written down, and its time starts anew. */
  | "note"
  /** All that wait are sent. */
  | "send"
  /** All that wait are dropped, and the layer above hears of it. */
  | "discard";

type Transition = { readonly to: NeighbourState; readonly does: readonly NeighbourAction[] };

type Row = Readonly<Partial<Record<NeighbourEvent, Transition>>>;

/**
 * The life of one neighbour. What is not in a row changes nothing: a stranger who is only overheard stays one, since
 * RFC 826, "Packet Reception", merges what it knows already and adds only who speaks to us.
 */
export const transitions: Readonly<Record<NeighbourState, Row>> = {
  unknown: {
    wanted: { to: "asking", does: ["keep", "ask"] },
    spokeToUs: { to: "known", does: ["note"] },
  },
  asking: {
    wanted: { to: "asking", does: ["keep"] }, // no second request for it (RFC 1122 §2.3.2.1)
    overheard: { to: "known", does: ["note", "send"] },
    spokeToUs: { to: "known", does: ["note", "send"] },
    silence: { to: "asking", does: ["ask"] },
    lastSilence: { to: "unknown", does: ["discard"] },
  },
  known: {
    wanted: { to: "known", does: ["keep", "send"] },
    overheard: { to: "known", does: ["note"] },
    spokeToUs: { to: "known", does: ["note"] },
    aged: { to: "unknown", does: [] }, // even while it is in use (RFC 1122 §2.3.2.1, mechanism 1)
  },
};
