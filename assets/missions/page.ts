const [cardOctets, lastOctets] = [10, 6];

/** An answer that takes several cards: each is filled up to 10 octets, the last to the 6 that the errand's tag leaves. */
export const page = (...cards: readonly string[]): string =>
  cards
    .map((card, index) => card.padEnd(index < cards.length - 1 ? cardOctets : lastOctets))
    .join("");
