import { nameBox } from "../../assets/text/name-box.ts";
import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import type { BoxId, LinkId } from "../../shared/device/act.ts";

/** What a machine is called: by the nickname of who sits at it, else by its role and number. */
export const presentBoxName = (view: View, box: BoxId, text: Text): string =>
  nameBox(box, view.boxes[box]?.nickname, text);

export { nameBox };

/** The id of the viewer's own machine. */
export const myBox = (view: View): BoxId | undefined =>
  Object.keys(view.boxes).find((id) => view.boxes[id]?.you);

/** The machine at the other end of one of my links. */
export function neighbourAt(view: View, link: LinkId): BoxId | undefined {
  const row = view.links[link];
  return row?.a === myBox(view) ? row?.b : row?.a;
}
