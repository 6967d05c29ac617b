import { nameNickname as presentNickname } from "../../assets/text/name-box.ts";
import type { Text } from "../../assets/text/text.ts";
import { nicknamesOf } from "../../shared/contract/pair.ts";

/** Nicknames in pieces between which a narrow place may break them. */
export const splitNickname = (nickname: string, text: Text): readonly string[] =>
  nicknamesOf(nickname).flatMap((one, nth) => {
    const words = presentNickname(one, text);
    const animal = text.names.animals[Number(one.split("-")[1] ?? -1)] ?? "";
    const adjective = words.slice(0, words.length - animal.length);
    return [nth === 0 ? adjective : ` · ${adjective}`, animal];
  });

export { presentNickname };
