/** What somebody holds: a letter of the belt, the pin of a row of the routing table, or the end of a connection. */
export type Hand = { readonly kind: "letter" | "pin" | "connection"; readonly id: string };

/** A pin that is on no row yet. */
export const freePin: Hand = { kind: "pin", id: "free" };

/** Whether two hands hold the same thing. */
export const holdsSame = (one: Hand | undefined, other: Hand): boolean =>
  one?.kind === other.kind && one.id === other.id;
