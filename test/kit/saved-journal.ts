import { readFileSync, writeFileSync } from "node:fs";

/** The text of a journal as it lies on disk. */
export const journalOf = (path: string): string => readFileSync(path, "utf8");

/** Changes a journal on disk, as another version or an accident would have left it. */
export const damageJournal = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(journalOf(path)));
