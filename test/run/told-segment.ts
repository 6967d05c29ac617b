import type { Why } from "../../shared/protocol/tcp/connection/turn.ts";
import type { Segment } from "../../shared/protocol/tcp/segment.ts";
import type { CapturedFrame, CaptureFile } from "../../shared/wire/capture-file.ts";

/** What the engine says of a segment in a frame: which end of which connection sent it, and why. */
export type ToldSegment = {
  readonly segment: Segment;
  /** Absent where somebody wrote the segment by hand and the machine would not have sent it. */
  readonly why?: Why;
  readonly connection: string;
  readonly from: string;
  readonly to: string;
  /** Whether this is the link of the one who sent it. */
  readonly isAtSender: boolean;
};

/** A frame of which the engine can say more than its octets do. */
export type ToldFrame = CapturedFrame & { readonly told?: ToldSegment };

/** A capture whose frames the engine can tell about. */
export type ToldCapture = Omit<CaptureFile, "frames"> & { readonly frames: readonly ToldFrame[] };
