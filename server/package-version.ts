import { readFileSync } from "node:fs";

/** The version that stands in package.json: the page's build and the server must agree on it. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { version = "0.0.0" } = JSON.parse(text) as { readonly version?: string };
  return version;
}
