/** Where a switch believes that a frame has to go, seen from the port that it came in by. */
export type Whereabouts =
  /** To a station behind another port. */
  | "elsewhere"
  /** To a station behind the very port that the frame came in by. */
  | "sameSide"
  /** To a station that has not been heard yet, or not for long. */
  | "unknown"
  /** To a group of stations, or to all of them. */
  | "group"
  /** To whoever stands at the other end of this one line: protocols between neighbouring switches. */
  | "thisLine";

/** What a switch does with a frame. */
export type Decision = "forward" | "flood" | "filter";

/** The whole of switching: what is done follows from the destination alone (IEEE 802.1D §7.7). */
export const decisions: Readonly<Record<Whereabouts, Decision>> = {
  elsewhere: "forward",
  sameSide: "filter",
  unknown: "flood",
  group: "flood",
  thisLine: "filter",
};

/** Why a switch lets a frame end, each with the rule that says so. */
export const dropReasons = {
  /** Its station has heard it already, on the line it came by. */
  sameSide: "IEEE 802.1D §7.7.1",
  /** It was meant for the switch at the end of the line, and no further. */
  thisLine: "IEEE 802.1D §7.12.6",
  /** There is no other port that a line is up at. */
  noOtherPort: "IEEE 802.1D §7.7.1",
  /** It came by a port whose line is down. */
  portDown: "IEEE 802.1D §7.4",
} as const;

/** Why a frame was dropped. */
export type DropReason = keyof typeof dropReasons;
