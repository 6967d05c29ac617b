import { parseArgs } from "node:util";

/** One option of a command: what holds without it, what may be given, and a line for whoever asks. */
type Option = {
  readonly about: string;
  readonly standard: string | number | boolean;
  readonly oneOf?: readonly string[];
  readonly least?: number;
  readonly most?: number;
};
export type Options = Readonly<Record<string, Option>>;

type Widened<T> = T extends number ? number : T extends boolean ? boolean : string;
export type Values<O extends Options> = { readonly [K in keyof O]: Widened<O[K]["standard"]> };

/** What became of the words behind a command. */
export type Reading<O extends Options> =
  | { readonly kind: "values"; readonly values: Values<O> }
  | { readonly kind: "fault" | "help"; readonly text: string };

/** The option that every measuring command has. */
export const jsonOption = {
  json: { about: "print one JSON object instead of a table", standard: false },
} as const satisfies Options;

/** The options of the command that was typed; a word it does not know ends it with status 2. */
export function commandLine<const O extends Options>(name: string, options: O): Values<O> {
  const reading = readOptions(name, options, process.argv.slice(2));
  if (reading.kind === "values") return reading.values;
  const isHelp = reading.kind === "help";
  (isHelp ? process.stdout : process.stderr).write(`${reading.text}\n`);
  return process.exit(isHelp ? 0 : 2);
}

/** Reads the words against the options of the command. */
export function readOptions<const O extends Options>(
  name: string,
  options: O,
  words: readonly string[],
): Reading<O> {
  const usage = usageOf(name, options);
  try {
    const given = parseWords(options, words);
    if (given["help"] === true) return { kind: "help", text: usage };
    const values = Object.entries(options).map(([key, option]) => [
      key,
      readValue(key, option, given[key]),
    ]);
    return { kind: "values", values: Object.fromEntries(values) };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return { kind: "fault", text: `${name}: ${reason}\n\n${usage}` };
  }
}

function parseWords(options: Options, words: readonly string[]): Readonly<Record<string, unknown>> {
  const types = Object.entries(options).map(([key, { standard }]) => [
    key,
    { type: typeof standard === "boolean" ? ("boolean" as const) : ("string" as const) },
  ]);
  const known = { ...Object.fromEntries(types), help: { type: "boolean" as const } };
  return parseArgs({ args: [...words], options: known, strict: true }).values;
}

function readValue(key: string, option: Option, given: unknown): string | number | boolean {
  if (given === undefined) return option.standard;
  if (typeof option.standard === "number") return readNumber(key, option, String(given));
  if (option.oneOf !== undefined && !option.oneOf.includes(String(given)))
    throw new Error(`--${key} is one of ${option.oneOf.join(", ")}, not '${given}'`);
  return given as string | boolean;
}

function readNumber(key: string, { least = 0, most = 0xffff_ffff }: Option, given: string): number {
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < least || value > most)
    throw new Error(`--${key} is a whole number from ${least} to ${most}, not '${given}'`);
  return value;
}

function usageOf(name: string, options: Options): string {
  const lines = Object.entries(options).map(([key, { about, standard, oneOf }]) => {
    const choices = oneOf === undefined ? "" : ` (${oneOf.join(", ")})`;
    const usual = standard === false || standard === "" ? "" : `; ${standard} unless told`;
    return `  --${key.padEnd(10)} ${about}${choices}${usual}`;
  });
  return [`npm run ${name} -- [options]`, ...lines].join("\n");
}
