import {
  bothAgreements,
  compareLabels,
  isAgreed,
  noAgreement,
  type TcpAgreement,
} from "./tcp-agreement.ts";
import type { ToldCapture } from "./told-segment.ts";
import type { ReadFrame } from "./wireshark.ts";

/** What was found when captures were read by somebody else than us. */
export type CaptureFindings = {
  readonly files: number;
  readonly frames: number;
  readonly comments: number;
  readonly malformed: number;
  readonly badChecksums: number;
  /** Frames that are missing or too many, and frames whose comment or protocol was read as something else. */
  readonly misread: number;
  readonly agreement: TcpAgreement;
  /** The first few frames that something was wrong with. */
  readonly faults: readonly string[];
};

export const noFindings: CaptureFindings = {
  ...{ files: 0, frames: 0, comments: 0, malformed: 0, badChecksums: 0, misread: 0, faults: [] },
  agreement: noAgreement,
};

const mostFaults = 10;
const known = ["udp", "icmp", "tcp", "arp"];

/** Holds what was read of a file against what was written into it. */
export function checkCapture(
  name: string,
  { frames: written }: ToldCapture,
  read: readonly ReadFrame[],
): CaptureFindings {
  const missing = Math.abs(written.length - read.length);
  const checked = read.map((frame, at) => faultsOf(frame, written[at]?.comment ?? ""));
  const count = (fault: Fault) => checked.filter((faults) => faults.includes(fault)).length;
  const lines = checked.flatMap((faults, at) =>
    faults.length === 0 ? [] : [`${name} frame ${at + 1}: ${faults.join(", ")}`],
  );
  return {
    files: 1,
    frames: read.length,
    comments: read.filter(({ comment }) => comment !== "").length,
    malformed: count("malformed"),
    badChecksums: count("bad checksum"),
    misread: missing + count("misread"),
    agreement: compareLabels(
      name,
      written,
      read.map(({ labels }) => labels),
    ),
    faults:
      missing === 0 ? lines : [`${name}: ${read.length} of ${written.length} frames`, ...lines],
  };
}

/** Findings of more files than one. */
export const bothFindings = (one: CaptureFindings, other: CaptureFindings): CaptureFindings => ({
  files: one.files + other.files,
  frames: one.frames + other.frames,
  comments: one.comments + other.comments,
  malformed: one.malformed + other.malformed,
  badChecksums: one.badChecksums + other.badChecksums,
  misread: one.misread + other.misread,
  agreement: bothAgreements(one.agreement, other.agreement),
  faults: [...one.faults, ...other.faults].slice(0, mostFaults),
});

/** Whether nothing was wrong, and what Wireshark said of TCP is what the engine says. */
export const isSound = (findings: CaptureFindings): boolean =>
  findings.frames > 0 &&
  findings.malformed + findings.badChecksums + findings.misread === 0 &&
  isAgreed(findings.agreement);

type Fault = "malformed" | "bad checksum" | "misread";

function faultsOf(frame: ReadFrame, comment: string): readonly Fault[] {
  const isKnown = frame.protocols.some((protocol) => known.includes(protocol));
  const isBad = frame.checksums.some((status) => status.includes("Bad"));
  return [
    ...(frame.malformed ? (["malformed"] as const) : []),
    ...(isBad ? (["bad checksum"] as const) : []),
    ...(isKnown && frame.comment === comment ? [] : (["misread"] as const)),
  ];
}
