import type { CaptureWords } from "../../shared/contract/capture-words.ts";
import { reasons } from "../../shared/contract/reasons.ts";
import { nameBox } from "./name-box.ts";
import type { Text } from "./text.ts";

/** The words of captures in the language of a text. */
export function captureWords(text: Text): CaptureWords {
  const { capture } = text.story;
  const missions: Readonly<Record<string, string>> = text.names.missions;
  return {
    about: (mission, seed) => capture.about(missions[mission] ?? mission, String(seed)),
    box: (box, nickname) => nameBox(box, nickname, text),
    said(who, reason) {
      const { verdict, rule } = reasons[reason];
      return capture.said(who, text.shell.result[verdict], text.coach.reasons[reason], rule);
    },
    lost: capture.lost,
  };
}
