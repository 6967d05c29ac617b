import type { Text } from "../../assets/text/text.ts";

/** A nickname in words: `3-17` is one adjective and one animal, both counted from 0. */
export function presentNickname(nickname: string, text: Text): string {
  const [adjective, animal] = nickname.split("-").map(Number);
  const { adjectives, animals, nickname: worded } = text.names;
  return worded(adjectives[adjective ?? -1] ?? "", animals[animal ?? -1] ?? "");
}
