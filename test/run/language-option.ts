import { languages, type Text, texts } from "../../assets/text/text.ts";

/** The option of a command that writes words into files. */
export const languageOption = {
  lang: { about: "the language of what is written", standard: "ko", oneOf: languages },
} as const;

/** All texts in the language that a command was given. */
export function textIn(language: string): Text {
  const found = languages.find((one) => one === language);
  if (found === undefined) throw new Error(`no texts in ${language}`);
  return texts[found];
}
