import { expect, test } from "vitest";
import { presentDeliveries } from "../../client/present/console-deliveries.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";

const bin = (network: string, at: number, answered: number, lost: number) => ({
  [`${network}/${at}`]: { network, at, answered, failed: 0, lost },
});
const fault = (network: string, at: number, kind: string) => ({ network, at, kind, target: "x" });
const told = (tables: Partial<View>): View => ({ ...emptyView(), ...tables });

test("all networks are counted together, and quiet stretches as nothing", () => {
  const timeline = { ...bin("n1", 0, 1, 0), ...bin("n2", 0, 2, 1), ...bin("n1", 20_000, 0, 3) };
  const { bins, most } = presentDeliveries(told({ timeline }), 25_000);
  expect(bins.map(({ answered, lost }) => [answered, lost])).toEqual([
    [3, 1],
    [0, 0],
    [0, 3],
  ]);
  expect(most).toBe(3);
});

test.each([
  [60_000, 6],
  [120_000, 12],
  [300_000, 10],
  [600_000, 10],
])("a round of %d ms is drawn in %d stretches", (ms, count) => {
  expect(presentDeliveries(told({}), ms).bins).toHaveLength(count);
});

test("nothing is lost when stretches grow longer", () => {
  const timeline = Object.assign(
    {},
    ...Array.from({ length: 30 }, (_, nth) => bin("n1", nth * 10_000, 1, 2)),
  );
  const { bins } = presentDeliveries(told({ timeline }), 300_000);
  expect(bins.reduce((sum, { answered }) => sum + answered, 0)).toBe(30);
  expect(bins.every(({ answered, lost }) => answered === 3 && lost === 6)).toBe(true);
});

test("what the host did to all networks at once is one mark", () => {
  const faults = {
    0: fault("n1", 31_000, "cutLink"),
    1: fault("n2", 29_500, "cutLink"),
    2: fault("n1", 60_000, "mendLink"),
    3: fault("n1", 90_000, "cutLink"),
  };
  expect(presentDeliveries(told({ faults }), 100_000).marks.map(({ at }) => at)).toEqual([
    29_500, 60_000, 90_000,
  ]);
});
