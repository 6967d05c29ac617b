import { nicknamesOf } from "../../shared/contract/pair.ts";
import type { Text } from "./text.ts";

/** Nicknames in words: both of two who share a seat. */
export const nameNickname = (nickname: string, text: Text): string =>
  nicknamesOf(nickname)
    .map((one) => nameOne(one, text))
    .join(" · ");

/** `3-17` is one adjective and one animal, both counted from 0. */
function nameOne(nickname: string, text: Text): string {
  const [adjective, animal] = nickname.split("-").map(Number);
  const { adjectives, animals, nickname: worded } = text.names;
  return worded(adjectives[adjective ?? -1] ?? "", animals[animal ?? -1] ?? "");
}

/** What a machine is called whose player, if it has one, goes by this nickname; there is room for one name. */
export function nameBox(box: string, nickname: string | undefined, text: Text): string {
  if (nickname !== undefined) return nameOne(nicknamesOf(nickname)[0] ?? "", text);
  const [, role = box, number = ""] = /^(\D+)(\d*)$/.exec(box) ?? [];
  const roles: Readonly<Record<string, string>> = text.names.roles;
  return text.names.box(roles[role] ?? role, number);
}
