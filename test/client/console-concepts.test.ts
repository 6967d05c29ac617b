import { expect, test } from "vitest";
import { presentConcepts } from "../../client/present/console-concepts.ts";
import { emptyView, type View, type ViewRow } from "../../shared/contract/view.ts";

const standing = { score: 0, answered: 0, failed: 0, stars: 0, you: false };

function shown(
  ...rows: readonly (readonly [string, string, Partial<ViewRow<"concepts">>])[]
): View {
  const concepts = rows.map(([network, concept, counts]) => [
    `${network}/${concept}`,
    { network, concept, right: 0, wasteful: 0, wrong: 0, lit: 0, ...counts },
  ]);
  return {
    ...emptyView(),
    standings: { n1: standing, n2: standing },
    concepts: Object.fromEntries(concepts),
  };
}

test("a cell is the share of right acts among those without help", () => {
  const { rows } = presentConcepts(
    shown(["n1", "doors", { right: 3, wasteful: 1, wrong: 2, lit: 40 }]),
  );
  expect(rows.map(({ network, cells }) => [network, cells[0]?.share])).toEqual([
    [undefined, 50],
    ["n1", 50],
    ["n2", undefined],
  ]);
});

test("the row of all weighs acts, not networks", () => {
  const { rows } = presentConcepts(
    shown(["n1", "doors", { right: 9, wrong: 1 }], ["n2", "doors", { wrong: 10 }]),
  );
  expect(rows[0]?.cells[0]).toMatchObject({ share: 45, count: 20 });
});

test("an idea that was only met under light has a column and no number", () => {
  const { concepts, rows } = presentConcepts(shown(["n1", "asking", { lit: 4 }]));
  expect(concepts).toEqual(["asking"]);
  expect(rows.every(({ cells }) => cells[0] === undefined)).toBe(true);
});

test("ideas stand in the order in which they are taught", () => {
  const { concepts } = presentConcepts(
    shown(["n1", "pinning", { right: 1 }], ["n2", "ipAddress", { right: 1 }]),
  );
  expect(concepts).toEqual(["ipAddress", "pinning"]);
});

test.each([
  [0, 0],
  [39, 0],
  [40, 1],
  [60, 2],
  [75, 3],
  [90, 4],
  [100, 4],
])("%d of a hundred is level %d", (right, level) => {
  const { rows } = presentConcepts(shown(["n1", "doors", { right, wrong: 100 - right }]));
  expect(rows[1]?.cells[0]?.level).toBe(level);
});
