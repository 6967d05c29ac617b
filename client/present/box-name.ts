import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";
import type { BoxId, LinkId } from "../../shared/device/act.ts";
import { presentNickname } from "./shell-nickname.ts";
import { wordFor } from "./word-for.ts";

/** What a machine is called: by the nickname of who sits at it, else by its role and number. */
export const presentBoxName = (view: View, box: BoxId, text: Text): string =>
  nameBox(box, view.boxes[box]?.nickname, text);

/** What a machine is called whose player, if it has one, goes by this nickname. */
export function nameBox(box: BoxId, nickname: string | undefined, text: Text): string {
  if (nickname !== undefined) return presentNickname(nickname, text);
  const [, role = box, number = ""] = /^(\D+)(\d*)$/.exec(box) ?? [];
  return text.names.box(wordFor(text.names.roles, role), number);
}

/** The id of the viewer's own machine. */
export const myBox = (view: View): BoxId | undefined =>
  Object.keys(view.boxes).find((id) => view.boxes[id]?.you);

/** The machine at the other end of one of my links. */
export function neighbourAt(view: View, link: LinkId): BoxId | undefined {
  const row = view.links[link];
  return row?.a === myBox(view) ? row?.b : row?.a;
}
