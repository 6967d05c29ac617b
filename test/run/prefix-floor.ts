/** How many prefixes are searched: as many as there are districts on the chain of twenty. */
export const prefixCount = 20;

/** Addresses and masks of a table with a row for every district. */
const prefixes = Uint32Array.from({ length: prefixCount }, (_, n) => 0x0a00_0000 + (n + 1) * 256);
const masks = new Uint32Array(prefixCount).fill(0xffff_ff00);

/** The least that a hop can cost: a linear search through as many prefixes in plain arrays; the exits, added up. */
export function searchPrefixes(hops: number): number {
  let exits = 0;
  for (let hop = 0; hop < hops; hop++) {
    // Questions are for the last row and answers for the first, as on the chain.
    const destination = (prefixes[hop % 2 === 0 ? prefixCount - 1 : 0] ?? 0) + 80;
    let row = 0;
    while (((destination ^ (prefixes[row] ?? 0)) & (masks[row] ?? 0)) !== 0) row += 1;
    exits += row;
  }
  return exits;
}
