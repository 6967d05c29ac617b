import { expect, test } from "vitest";
import { captionSide } from "../../client/present/caption-side.ts";

const box = { id: "router1", x: 100, y: 100 };
const lineTo = (...next: readonly (readonly [number, number])[]) => ({
  a: "router1",
  b: "router2",
  line: [{ x: 100, y: 100 }, ...next.map(([x, y]) => ({ x, y }))],
});
const turned = ({ a, b, line }: ReturnType<typeof lineTo>) => ({
  a: b,
  b: a,
  line: line.toReversed(),
});

test.each([
  { what: "a line straight down", line: lineTo([100, 300]), side: "over" },
  { what: "a line that comes up to it", line: turned(lineTo([100, 300])), side: "over" },
  { what: "a line straight up", line: lineTo([100, 20]), side: "under" },
  { what: "a line that bends away", line: lineTo([150, 150], [150, 300]), side: "under" },
])("with $what a box has its name $side it", ({ line, side }) => {
  expect(captionSide(box, [line])).toBe(side);
});

test("lines of other boxes move no name", () => {
  expect(captionSide({ ...box, id: "client1" }, [lineTo([100, 300])])).toBe("under");
});
