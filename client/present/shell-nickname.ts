import { nameNickname as presentNickname } from "../../assets/text/name-box.ts";
import type { Text } from "../../assets/text/text.ts";

/** A nickname in two pieces between which a narrow place may break it. */
export function splitNickname(nickname: string, text: Text): readonly [string, string] {
  const words = presentNickname(nickname, text);
  const animal = text.names.animals[Number(nickname.split("-")[1] ?? -1)] ?? "";
  return [words.slice(0, words.length - animal.length), animal];
}

export { presentNickname };
