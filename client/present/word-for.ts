/** The word for a code of the view; a code that has none stands for itself. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  words[code] ?? code;
