import type { TcpSettings } from "../settings.ts";

/** What is known about the time to the peer and back (RFC 6298 §2), in whole numbers. */
export type RoundTrip = {
  /** RTO in ms, before any doubling. */
  readonly rto: number;
  /** Absent before the first measurement. */
  readonly measured?: {
    /** SRTT in eighths of a ms, so that its gain of 1/8 loses nothing. */
    readonly smoothed: number;
    /** RTTVAR in quarters of a ms, so that its gain of 1/4 loses nothing. */
    readonly variation: number;
  };
};

const clockMs = 1; // G of RFC 6298 §2
const mostDoublings = 6; // at least 60 s from the least time-out of a second (RFC 6298 §2.5)

/** Nothing was measured yet (RFC 6298 §2.1). */
export const unmeasured = (settings: TcpSettings): RoundTrip => ({ rto: settings.initialRto });

/** The estimate after one more measurement (RFC 6298 §2.2 to §2.4). */
export function withMeasurement(trip: RoundTrip, ms: number, settings: TcpSettings): RoundTrip {
  const measured = trip.measured
    ? updated(trip.measured, ms)
    : { smoothed: 8 * ms, variation: 2 * ms };
  const rto = (measured.smoothed >> 3) + Math.max(clockMs, measured.variation);
  return { rto: Math.max(settings.minRto, rto), measured };
}

/** RTTVAR first, for it needs the old SRTT (RFC 6298 §2.3). */
function updated({ smoothed, variation }: Required<RoundTrip>["measured"], ms: number) {
  const error = ms - (smoothed >> 3);
  return {
    smoothed: smoothed + error,
    variation: variation + Math.abs(error) - (variation >> 2),
  };
}

/** How long to wait after so many time-outs in a row (RFC 6298 §5.5). */
export const backedOff = (trip: RoundTrip, timeOuts: number): number =>
  trip.rto * 2 ** Math.min(timeOuts, mostDoublings);

/** A SYN that was lost leaves at least 3 s for the text behind it (RFC 6298 §5.7). */
export const afterLostSyn = (trip: RoundTrip): RoundTrip => ({
  ...trip,
  rto: Math.max(trip.rto, 3_000),
});
