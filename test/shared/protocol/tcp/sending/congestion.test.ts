import { describe, expect, test } from "vitest";
import {
  afterProgress,
  afterTimeOut,
  allowance,
  beginFastRecovery,
  type Congestion,
  initialCongestion,
  initialWindow,
  tellsOfLoss,
} from "../../../../../shared/protocol/tcp/sending/congestion.ts";
import { sequenceNumber } from "../../../../../shared/protocol/tcp/sequence-number.ts";

const size = 10;
const at = sequenceNumber;
const congestion = (part: Partial<Congestion> = {}): Congestion => ({
  ...initialCongestion(at(100), size),
  ...part,
});

test.each([
  [10, 40],
  [1_095, 4_380],
  [1_096, 3_288],
  [1_460, 4_380],
  [2_190, 6_570],
  [2_191, 4_382],
])("the first window for segments of %d octets is %d", (segment, window) => {
  expect(initialWindow(segment)).toBe(window);
});

describe("growing", () => {
  test("slow start adds what was acknowledged, a segment at most", () => {
    const c = congestion();
    afterProgress(c, at(111), 10, 0, size);
    expect(c.window).toBe(50);
    afterProgress(c, at(131), 20, 0, size);
    expect(c.window).toBe(60);
    afterProgress(c, at(134), 3, 0, size);
    expect(c.window).toBe(63);
  });

  test("congestion avoidance adds less than a segment for each round trip", () => {
    const c = congestion({ window: 50, threshold: 50 });
    for (let n = 1; n <= 5; n++) afterProgress(c, at(100 + n * 10), 10, 0, size);
    expect(c.window).toBe(56);
  });

  test("it adds a whole octet even where a part of one would be due", () => {
    const c = congestion({ window: 40_000, threshold: 100 });
    afterProgress(c, at(111), 10, 0, size);
    expect(c.window).toBe(40_001);
  });
});

describe("after a time-out", () => {
  test("one segment may go, and half of what was under way is the threshold", () => {
    const c = congestion({ window: 100, duplicates: 2 });
    afterTimeOut(c, true, 80, at(181), size);
    expect(c).toMatchObject({ window: 10, threshold: 40, repair: "timeOut", duplicates: 0 });
  });

  test("the threshold is never below two segments", () => {
    const c = congestion();
    afterTimeOut(c, true, 10, at(111), size);
    expect(c.threshold).toBe(20);
  });

  test("the second try of the same segment leaves the threshold alone", () => {
    const c = congestion({ threshold: 70 });
    afterTimeOut(c, false, 10, at(111), size);
    expect(c.threshold).toBe(70);
  });

  test("what the window of that time held is repaired piece by piece, growing", () => {
    const c = congestion();
    afterTimeOut(c, true, 40, at(141), size);
    expect(afterProgress(c, at(111), 10, 30, size)).toBe(true);
    expect(c).toMatchObject({ window: 20, repair: "timeOut" });
    expect(afterProgress(c, at(141), 30, 0, size)).toBe(false);
    expect(c.repair).toBe("none");
  });
});

describe("fast recovery", () => {
  const begun = (): Congestion => {
    const c = congestion({ window: 80, duplicates: 3 });
    beginFastRecovery(c, 80, at(181), size);
    return c;
  };

  test("half of what is under way, and the three segments that have arrived", () => {
    expect(begun()).toMatchObject({ threshold: 40, window: 70, repair: "fast", recover: 181 });
  });

  test("what limited transmit sent does not count as under way", () => {
    const c = congestion({ window: 80, duplicates: 3, ahead: 20 });
    beginFastRecovery(c, 80, at(181), size);
    expect(c.threshold).toBe(30);
  });

  test("a partial ACK deflates the window by what it covers, less one segment", () => {
    const c = begun();
    expect(afterProgress(c, at(131), 30, 50, size)).toBe(true);
    expect(c).toMatchObject({ window: 50, repair: "fast" });
  });

  test("a full ACK ends it at the threshold, without a burst", () => {
    const c = begun();
    expect(afterProgress(c, at(181), 80, 0, size)).toBe(false);
    expect(c).toMatchObject({ window: 20, repair: "none", duplicates: 0 });
    const busy = begun();
    afterProgress(busy, at(181), 80, 60, size);
    expect(busy.window).toBe(40);
  });

  test("it begins with the third duplicate ACK, not before and not again", () => {
    const tells = (part: Partial<Congestion>) => tellsOfLoss(congestion(part), at(111));
    expect([1, 2, 3, 4].map((duplicates) => tells({ duplicates }))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(tells({ duplicates: 3, repair: "fast" })).toBe(false);
    expect(tells({ duplicates: 3, repair: "timeOut" })).toBe(false);
  });

  test("duplicates of what a repair has sent again do not begin another one", () => {
    const c = congestion({ duplicates: 3, recover: at(111) });
    expect(tellsOfLoss(c, at(111))).toBe(false);
    expect(tellsOfLoss(c, at(112))).toBe(true);
  });
});

test("each of the first two duplicate ACKs lets one segment more go", () => {
  const allowances = [0, 1, 2, 3].map((duplicates) => allowance(congestion({ duplicates }), size));
  expect(allowances).toEqual([40, 50, 60, 40]);
});
