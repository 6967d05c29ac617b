/** A seeded stream of chance as plain data: the same seed and the same number of draws give the same value. */
export type Chance = { readonly seed: number; drawn: number };

/** A stream of its own for each name, so that one more draw in one place reshuffles nothing elsewhere. */
export const namedChance = (seed: number, name: string): Chance => {
  let mixed = seed >>> 0;
  for (let i = 0; i < name.length; i++) mixed = mix((mixed ^ name.charCodeAt(i)) >>> 0);
  return { seed: mixed, drawn: 0 };
};

/** The next 32 random bits of the stream. */
export function drawBits(chance: Chance): number {
  chance.drawn += 1;
  return mix((chance.seed + Math.imul(chance.drawn, 0x9e3779b9)) >>> 0);
}

/** A whole number from `least` to `most`, both included. */
export const drawWhole = (chance: Chance, least: number, most: number): number =>
  least + Math.floor((drawBits(chance) / 0x1_0000_0000) * (most - least + 1));

/** True in `percent` of a hundred draws. */
export const drawPercent = (chance: Chance, percent: number): boolean =>
  percent > 0 && drawBits(chance) < (percent / 100) * 0x1_0000_0000;

/** One of the items, which must not be empty. */
export function drawOne<T>(chance: Chance, items: readonly T[]): T {
  const item = items[drawWhole(chance, 0, items.length - 1)];
  if (item === undefined) throw new Error("nothing to draw from");
  return item;
}

/** The items in a drawn order. */
export function shuffled<T>(chance: Chance, items: readonly T[]): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = drawWhole(chance, 0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** The finisher of splitmix32: every input bit reaches every output bit. */
function mix(bits: number): number {
  let z = bits;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
