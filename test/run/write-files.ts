import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes files into a folder, which comes into being if it is not there. */
export function writeFiles(
  folder: string,
  contents: Readonly<Record<string, string | Uint8Array>>,
): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(contents)) {
    writeFileSync(join(folder, name), content);
  }
}
