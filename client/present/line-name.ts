import type { Text } from "../../assets/text/text.ts";
import { nameBox } from "./box-name.ts";
import { lineLength, type Point, pointAlong } from "./map-line.ts";

/** A line of a map: its two machines, and its way between them. */
export type NamedLine = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly line: readonly Point[];
};

/** A line by its two ends; of two between the same machines one is the upper one. Nobody is called by name. */
export function nameLine(line: NamedLine, lines: readonly NamedLine[], text: Text): string {
  const [one = "", other = ""] = [line.a, line.b].map((box) => nameBox(box, undefined, text));
  const name = text.console.faults.between(one, other);
  const twin = lines.find(({ id, a, b }) => id !== line.id && a === line.a && b === line.b);
  if (twin === undefined) return name;
  const isUpper = middleOf(line).y < middleOf(twin).y;
  return isUpper ? text.debrief.upper(name) : text.debrief.lower(name);
}

/** The point halfway along a line. */
export const middleOf = ({ line }: Pick<NamedLine, "line">): Point =>
  pointAlong(line, lineLength(line) / 2);
