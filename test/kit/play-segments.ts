import { inside, type Seen, type Sight } from "./play-sight.ts";
import { press, type Reader, type Situation, type Step } from "./play-step.ts";

/** A reader for handshakes and farewells: answers what it reads, number by number. */
export const shaking: Reader = (situation) => {
  const { sight } = situation;
  if (sight.letGo.length > 0) return press(lit(sight.letGo) ?? sight.letGo[0], true);
  if (sight.bits.length === 0) return undefined;
  const isFilled = sight.litBits.length > 0 && !situation.isWrong;
  const wanted = isFilled ? undefined : segmentFor(situation);
  if (isFilled) return press(sight.sendSegment[0], true, ["Enter"]);
  return wanted && writeOut(sight, wanted);
};

/** What a segment is to say; an absent number is not written. */
type Wanted = { readonly bits: readonly string[]; readonly own?: number; readonly theirs?: number };

function segmentFor({ sight, words, isWrong }: Situation): Wanted | undefined {
  const wanted = answerTo(sight) ?? ownSegment(sight, words.desk.segment.titles);
  if (wanted === undefined || !isWrong) return wanted;
  return wanted.theirs === undefined
    ? { ...wanted, own: (wanted.own ?? 0) + 1 }
    : { ...wanted, theirs: wanted.theirs + 1 };
}

/** The answer to the letter that is read. */
function answerTo(sight: Sight): Wanted | undefined {
  const [kind, sequence, acknowledgment] = sight.segmentRead.map(({ words }) => words);
  if (kind === undefined) return undefined;
  const bits = kind.toLowerCase().split("+");
  const theirs = Number(sequence) + octetsIn(sight) + 1;
  const own = initial(sight);
  if (bits.includes("syn") && !bits.includes("ack")) {
    return own === undefined ? undefined : { bits: ["syn", "ack"], own, theirs };
  }
  const said = Number(acknowledgment);
  const isFriend = own !== undefined && said === own + 1;
  if (bits.includes("syn") && !isFriend) return { bits: ["rst"], own: said };
  return bits.includes("syn") || bits.includes("fin")
    ? { bits: ["ack"], own: said, theirs }
    : undefined;
}

type Titles = Situation["words"]["desk"]["segment"]["titles"];

/** The segment that nobody asked for just now: a first hello, a SYN+ACK once more, or a goodbye behind the last octets of both. */
function ownSegment(sight: Sight, titles: Titles): Wanted | undefined {
  const title = sight.segmentTitle[0]?.words;
  const own = initial(sight);
  if (own === undefined) return undefined;
  if (title === titles.open) return { bits: ["syn"], own };
  const isAgain = title === titles.answer;
  const said = isAgain ? own : own + 1 + questionOctets;
  const theirs = expectedAt(sight, [own, said]);
  if (theirs === undefined) return undefined;
  if (isAgain) return { bits: ["syn", "ack"], own, theirs };
  const isGoodbye = title === titles.close && numbersOf(sight, 0).includes(said);
  return isGoodbye ? { bits: ["fin", "ack"], own: said, theirs } : undefined;
}

const questionOctets = 10;

/** What I expect next is at hand with the number after it, and is none of mine. */
function expectedAt(sight: Sight, mine: readonly number[]): number | undefined {
  const numbers = numbersOf(sight, 1);
  return numbers.find((n) => n > 1 && !mine.includes(n) && numbers.includes(n + 1));
}

function writeOut(sight: Sight, { bits, own, theirs }: Wanted): Step | undefined {
  const wrongBit = sight.bits.find(
    (bit) => bit.isPressed !== bits.some((one) => bit.marks.includes(one)),
  );
  if (wrongBit !== undefined) return press(wrongBit, false);
  return (
    writeNumber(sight, 0, own) ??
    writeNumber(sight, 1, theirs) ??
    press(sight.sendSegment[0], true, ["Enter"])
  );
}

/** Takes a number from those at hand, or types it. */
export function writeNumber(
  sight: Sight,
  nth: number,
  number: number | undefined,
): Step | undefined {
  const [line, at] = [sight.numberLines[nth], sight.numberFields[nth]];
  if (line === undefined || at === undefined || number === undefined) return undefined;
  const written = String(number);
  if (at.value === written) return undefined;
  const chip = inside(line, sight.numberChips).find((one) => numberOn(one) === number);
  return press(chip, false) ?? { kind: "write", at, written, isAct: false };
}

const numbersOf = (sight: Sight, nth: number): readonly number[] => {
  const line = sight.numberLines[nth];
  return line === undefined ? [] : inside(line, sight.numberChips).map(numberOn);
};

/** On a chip stands a number, behind the name of its line, which is only heard, and before its key. */
const numberOn = ({ words }: Seen): number => Number(/\d+/.exec(words)?.[0]);

/** My own first number on the connection that is written about; a client's is found by its own port. */
function initial(sight: Sight): number | undefined {
  const ports = sight.segmentEnds[0]?.words.match(/:\d+/g) ?? [];
  const address = sight.segmentEnds[0]?.words.match(/\d+\.\d+\.\d+\.\d+/)?.[0] ?? "";
  const mine = ports.length > 1 ? ports[0]?.slice(1) : ports[0];
  const cards = sight.connections.filter(({ words }) => words.includes(mine ?? ""));
  // A crowded desk writes no whole address on its cards.
  const card = cards.find(({ words }) => words.includes(address)) ?? cards[0];
  const numbers = card
    ? inside(card, sight.connectionNumbers).map(({ words }) => Number(words))
    : [];
  return numbers.at(-1);
}

const octetsIn = (sight: Sight): number => Number(sight.segmentRead[3]?.words ?? 0);

const lit = (things: readonly Seen[]): Seen | undefined =>
  things.find(({ marks }) => marks.includes("lit"));
