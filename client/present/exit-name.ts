import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import type { LinkId } from "../../shared/device/act.ts";
import { neighbourAt, presentBoxName } from "./box-name.ts";
import { lineLength, pointAlong } from "./map-line.ts";
import { presentMap } from "./map-scene.ts";

/** Which of several lines to the same machine one is, as it lies on the map. */
export type LineSide = "upper" | "lower";

/** What one of my exits is called: by the machine at its end, and where two lead there, by which of them it is. */
export function presentExitName(view: View, exit: LinkId, text: Text): string {
  const name = presentBoxName(view, neighbourAt(view, exit) ?? exit, text);
  const side = lineSide(view, exit);
  return side === undefined ? name : text.desk.places.lineTo[side](name);
}

/** Where a line lies among those between the same two machines; undefined where it is the only one. */
export function lineSide(view: View, link: LinkId): LineSide | undefined {
  const twins = Object.keys(view.links).filter(
    (other) => endsOf(view, other) === endsOf(view, link),
  );
  if (twins.length < 2) return undefined;
  return twins.every((other) => heightOf(view, link) <= heightOf(view, other)) ? "upper" : "lower";
}

const endsOf = ({ links }: View, id: LinkId): string =>
  [links[id]?.a, links[id]?.b].toSorted().join();

function heightOf(view: View, id: LinkId): number {
  const line = presentMap(view).links.find((link) => link.id === id)?.line ?? [];
  return pointAlong(line, lineLength(line) / 2).y;
}
