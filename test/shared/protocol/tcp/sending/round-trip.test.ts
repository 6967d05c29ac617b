import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterLostSyn,
  backedOff,
  unmeasured,
  withMeasurement,
} from "../../../../../shared/protocol/tcp/sending/round-trip.ts";
import { defaultSettings } from "../../../../../shared/protocol/tcp/settings.ts";

const quick = { ...defaultSettings, minRto: 1 };

const rtosOf = (samples: readonly number[], settings = quick): readonly number[] => {
  let trip = unmeasured(settings);
  return samples.map((ms) => {
    trip = withMeasurement(trip, ms, settings);
    return trip.rto;
  });
};

test("before a round trip was measured, the time-out is a second", () => {
  expect(unmeasured(defaultSettings).rto).toBe(1_000);
});

test("the first measurement counts three times: R + 4 · R/2", () => {
  expect(rtosOf([800])).toEqual([2_400]);
});

test("the next ones move SRTT by an eighth and RTTVAR by a quarter", () => {
  // 800: SRTT 800, RTTVAR 400. Then 400: RTTVAR 3/4 · 400 + 1/4 · 400 = 400, SRTT 7/8 · 800 + 1/8 · 400 = 750.
  expect(rtosOf([800, 400])).toEqual([2_400, 750 + 4 * 400]);
  // A steady trip: RTTVAR falls by a quarter each time.
  expect(rtosOf([800, 800, 800])).toEqual([2_400, 800 + 4 * 300, 800 + 4 * 225]);
});

test("the time-out never falls below its floor", () => {
  expect(rtosOf([10, 10, 10], defaultSettings)).toEqual([1_000, 1_000, 1_000]);
});

test("whole numbers stay within a clock tick or two of the real ones", () => {
  const samples = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(samples, (all) => {
      const [first = 0, ...others] = all;
      let [smoothed, variation] = [first, first / 2];
      for (const ms of others) {
        variation = 0.75 * variation + 0.25 * Math.abs(smoothed - ms);
        smoothed = 0.875 * smoothed + 0.125 * ms;
      }
      const rto = rtosOf(all).at(-1) ?? 0;
      // SRTT is off by less than 1, RTTVAR by less than 1 for each step that it remembers, and counts four times.
      expect(Math.abs(rto - Math.max(1, smoothed + Math.max(1, 4 * variation)))).toBeLessThan(8);
    }),
  );
});

test("each time-out doubles the wait, up to 64 times", () => {
  const trip = unmeasured(defaultSettings);
  expect([0, 1, 2, 5, 6, 7, 30].map((n) => backedOff(trip, n))).toEqual([
    1_000, 2_000, 4_000, 32_000, 64_000, 64_000, 64_000,
  ]);
});

test("a lost SYN leaves three seconds for what follows, unless it was more already", () => {
  expect(afterLostSyn(unmeasured(defaultSettings)).rto).toBe(3_000);
  expect(afterLostSyn(unmeasured({ ...defaultSettings, initialRto: 30_000 })).rto).toBe(30_000);
});
