import { expect, test } from "vitest";
import { isForStation } from "../../../../shared/protocol/ethernet/is-for-station.ts";
import { frame, type Name, stations } from "./small-switch.ts";

const frames: readonly (readonly [Name, boolean])[] = [
  ["ann", true],
  ["all", true],
  ["group", true],
  ["bob", false],
];

test.each(frames)("of frames that come by, Ann's card takes one for %s: %s", (to, isTaken) => {
  expect(isForStation(stations.ann, frame("cho", to))).toBe(isTaken);
});
