import type { Text } from "./text.ts";

/** A nickname in words: `3-17` is one adjective and one animal, both counted from 0. */
export function nameNickname(nickname: string, text: Text): string {
  const [adjective, animal] = nickname.split("-").map(Number);
  const { adjectives, animals, nickname: worded } = text.names;
  return worded(adjectives[adjective ?? -1] ?? "", animals[animal ?? -1] ?? "");
}

/** What a machine is called whose player, if it has one, goes by this nickname. */
export function nameBox(box: string, nickname: string | undefined, text: Text): string {
  if (nickname !== undefined) return nameNickname(nickname, text);
  const [, role = box, number = ""] = /^(\D+)(\d*)$/.exec(box) ?? [];
  const roles: Readonly<Record<string, string>> = text.names.roles;
  return text.names.box(roles[role] ?? role, number);
}
