/** How many places the bare chain has; each of them knows one prefix for every place. */
export const barePlaces = 20;

const letters = 10;
const hopMs = 750;
const mostHops = 255;
const lastSlot = 15;

/** One prefix for each place, of different lengths: whoever searches them has to look at all of them. */
const lengths = Uint8Array.from({ length: barePlaces }, (_, place) => 24 - (place % 8));
const masks = Uint32Array.from(lengths, (length) => -1 << (32 - length));
const prefixes = Uint32Array.from(lengths, (_, place) => 0x0a00_0000 + (place << 16));
const addresses = prefixes.map((prefix) => prefix + 80);
/** Where a place sends what matches a row: one step towards the place whose prefix it is. */
const nextPlaces = Uint8Array.from({ length: barePlaces ** 2 }, (_, at) => {
  const [place, row] = [Math.floor(at / barePlaces), at % barePlaces];
  return place + Math.sign(row - place);
});

const sources = new Uint32Array(letters).fill(addresses.at(0) ?? 0);
const destinations = new Uint32Array(letters).fill(addresses.at(-1) ?? 0);
const ttls = new Uint8Array(letters).fill(mostHops);
const places = new Uint8Array(letters);
const arrivals = new Float64Array(letters);
/** All lines are equally long, so what leaves first arrives first. */
const queue = Uint8Array.from({ length: lastSlot + 1 }, (_, letter) => letter);
let first = 0;
let behind = letters;

/**
 * The least that a hop can cost: letters go to and fro along a chain, and wherever the next one arrives it loses one of its
 * TTL and the longest of all prefixes says where it goes on to. Plain arrays with nothing around them; how many arrived.
 */
export function hopBare(hops: number): number {
  let arrived = 0;
  for (let hop = 0; hop < hops && first !== behind; hop++) {
    const letter = queue[first] as number;
    first = (first + 1) & lastSlot;
    const place = places[letter] as number;
    if (destinations[letter] === addresses[place]) {
      arrived += 1;
      sendBack(letter);
    }
    const ttl = (ttls[letter] as number) - 1;
    if (ttl === 0) continue;
    const row = longestMatch(destinations[letter] as number);
    ttls[letter] = ttl;
    places[letter] = nextPlaces[place * barePlaces + row] as number;
    arrivals[letter] = (arrivals[letter] as number) + hopMs;
    queue[behind] = letter;
    behind = (behind + 1) & lastSlot;
  }
  return arrived;
}

function sendBack(letter: number): void {
  const destination = sources[letter] as number;
  sources[letter] = destinations[letter] as number;
  destinations[letter] = destination;
  ttls[letter] = mostHops;
}

/** The row with the longest prefix that matches; there is always one. */
function longestMatch(destination: number): number {
  let row = 0;
  let longest = -1;
  for (let at = 0; at < barePlaces; at++) {
    const differing = (destination ^ (prefixes[at] as number)) & (masks[at] as number);
    if (differing === 0 && (lengths[at] as number) > longest) {
      row = at;
      longest = lengths[at] as number;
    }
  }
  return row;
}
