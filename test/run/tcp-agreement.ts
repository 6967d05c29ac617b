import { repetitions, type TcpLabel } from "./tcp-label.ts";
import { labelsOf, plainLabelOf } from "./tcp-labels.ts";
import type { ToldFrame, ToldSegment } from "./told-segment.ts";

/** How far Wireshark and the engine agree about the segments that pass the link of their sender. */
export type TcpAgreement = {
  readonly segments: number;
  readonly segmentsAgreed: number;
  /** Segments that repair something: repetitions and probes, by the engine's word or by Wireshark's. */
  readonly repairs: number;
  readonly repairsAgreed: number;
  /** Those for which Wireshark has the very word that the engine's reason alone suggests. */
  readonly repairsInPlainWords: number;
  /** Segments that nothing can be said about: those that somebody wrote against the machine, and what followed them. */
  readonly unexplained: number;
  readonly disagreements: readonly string[];
};

export const noAgreement: TcpAgreement = {
  ...{ segments: 0, segmentsAgreed: 0, repairs: 0, repairsAgreed: 0, repairsInPlainWords: 0 },
  unexplained: 0,
  disagreements: [],
};

/** So much has to be agreed about: in a thousand segments one may be called something else, of repairs one in a hundred. */
const leastShare = { segments: 0.999, repairs: 0.99 } as const;

/** Holds what Wireshark said of the frames of a link against what the engine says of them. */
export function compareLabels(
  name: string,
  frames: readonly ToldFrame[],
  read: readonly (readonly TcpLabel[])[],
): TcpAgreement {
  const expected = labelsOf(frames);
  const astray = opensTwice(frames);
  return frames.reduce<TcpAgreement>((sum, { told }, at) => {
    if (told === undefined) return sum;
    // From here on the machine's books and the wire tell of this connection differently.
    if (told.why === undefined) astray.add(told.connection);
    if (!told.isAtSender) return sum;
    if (astray.has(told.connection)) return bothAgreements(sum, { ...noAgreement, unexplained: 1 });
    const one = compare(told, expected[at] ?? [], read[at] ?? []);
    const named = one.disagreements.map((words) => `${name} frame ${at + 1}: ${words}`);
    return bothAgreements(sum, { ...one, disagreements: named });
  }, noAgreement);
}

/** Where somebody wrote a SYN, Wireshark may tell of two connections with the same ports, from their first frame on. */
const opensTwice = (frames: readonly ToldFrame[]): Set<string> =>
  new Set(
    frames.flatMap(({ told }) =>
      told?.why === undefined && told?.segment.flags.includes("syn") ? [told.connection] : [],
    ),
  );

/** The agreement over more links than one. */
export const bothAgreements = (one: TcpAgreement, other: TcpAgreement): TcpAgreement => ({
  segments: one.segments + other.segments,
  segmentsAgreed: one.segmentsAgreed + other.segmentsAgreed,
  repairs: one.repairs + other.repairs,
  repairsAgreed: one.repairsAgreed + other.repairsAgreed,
  repairsInPlainWords: one.repairsInPlainWords + other.repairsInPlainWords,
  unexplained: one.unexplained + other.unexplained,
  disagreements: [...one.disagreements, ...other.disagreements],
});

/** Whether enough is agreed about. */
export const isAgreed = (agreement: TcpAgreement): boolean =>
  agreement.segmentsAgreed >= leastShare.segments * agreement.segments &&
  agreement.repairsAgreed >= leastShare.repairs * agreement.repairs;

function compare(
  told: ToldSegment,
  expected: readonly TcpLabel[],
  read: readonly TcpLabel[],
): TcpAgreement {
  const [ours, theirs] = [inWords(expected), inWords(read)];
  const plain = plainLabelOf(told);
  const isAgreed = ours === theirs;
  const isRepair = plain !== undefined || [...expected, ...read].some(isRepetition);
  return {
    segments: 1,
    segmentsAgreed: Number(isAgreed),
    repairs: Number(isRepair),
    repairsAgreed: Number(isRepair && isAgreed),
    unexplained: 0,
    repairsInPlainWords: Number(plain !== undefined && read.includes(plain)),
    disagreements: isAgreed ? [] : [`${told.why} should be ${ours} and was read as ${theirs}`],
  };
}

const isRepetition = (label: TcpLabel): boolean => repetitions.includes(label);

const inWords = (labels: readonly TcpLabel[]): string => [...labels].sort().join(" ") || "nothing";
