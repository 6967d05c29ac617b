/** What is wrong with a value of unknown origin, and where it stands: `services[1].question is not 6 ASCII characters`. */
export type Fault = { readonly path: string; readonly problem: string };

/** Looks at a value found at a path; undefined when nothing is wrong with it. */
export type Check = (value: unknown, path: string) => Fault | undefined;

/** One check for each field of a type; a field that the type gets later is missed by the type checker. */
type FieldChecks<T> = { readonly [K in keyof T]-?: Check };

/** The first fault of a few checks. */
export function firstFault(checks: Iterable<Fault | undefined>): Fault | undefined {
  for (const fault of checks) if (fault !== undefined) return fault;
  return undefined;
}

/** An object with these fields and no others. */
export const fields =
  <T>(checks: FieldChecks<T>): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null) return { path, problem: "is no object" };
    const found = value as Readonly<Record<string, unknown>>;
    const stranger = Object.keys(found).find((name) => !Object.hasOwn(checks, name));
    if (stranger !== undefined) return { path: at(path, stranger), problem: "is no known field" };
    return firstFault(
      Object.entries<Check>(checks).map(([name, check]) => check(found[name], at(path, name))),
    );
  };

/** An object of one of several kinds, each with fields of its own. */
export const oneKindOf =
  <K extends string>(kinds: Readonly<Record<K, FieldChecks<Record<string, unknown>>>>): Check =>
  (value, path) => {
    const { kind } = Object(value) as { readonly kind?: unknown };
    const known = Object.keys(kinds).find((name): name is K => name === kind);
    if (known === undefined) return oneOf(...Object.keys(kinds))(kind, at(path, "kind"));
    return fields({ ...kinds[known], kind: oneOf(known) })(value, path);
  };

/** A list of at least so many things, each of which passes the check. */
export const list =
  (check: Check, least = 0): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return { path, problem: missingOr(value, "is no list") };
    if (value.length < least) return { path, problem: `has fewer than ${least}` };
    return firstFault(value.map((item, index) => check(item, `${path}[${index}]`)));
  };

/** A list of exactly these things. */
export const tuple =
  (...checks: readonly Check[]): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return { path, problem: missingOr(value, "is no list") };
    if (value.length !== checks.length) return { path, problem: `has not ${checks.length} items` };
    return firstFault(checks.map((check, index) => check(value[index], `${path}[${index}]`)));
  };

/** A field that may be absent. */
export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);

/** A whole number within bounds. */
export const whole =
  (least: number, most: number): Check =>
  (value, path) => {
    if (!Number.isInteger(value)) return { path, problem: missingOr(value, "is no whole number") };
    return within(least, most, value as number, path);
  };

/** A number within bounds. */
export const decimal =
  (least: number, most: number): Check =>
  (value, path) => {
    if (typeof value !== "number") return { path, problem: missingOr(value, "is no number") };
    return within(least, most, value, path);
  };

/** One of a few words. */
export const oneOf =
  <W extends string>(...words: readonly W[]): Check =>
  (value, path) =>
    words.some((word) => word === value)
      ? undefined
      : { path, problem: missingOr(value, `is not one of ${words.join(", ")}`) };

/** A text of this form; `form` finishes "is not …". */
export const text =
  (pattern: RegExp, form: string): Check =>
  (value, path) =>
    typeof value === "string" && pattern.test(value)
      ? undefined
      : { path, problem: missingOr(value, `is not ${form}`) };

/** True or false. */
export const flag: Check = (value, path) =>
  typeof value === "boolean"
    ? undefined
    : { path, problem: missingOr(value, "is not true or false") };

const within = (least: number, most: number, value: number, path: string): Fault | undefined =>
  value >= least && value <= most ? undefined : { path, problem: `is not ${least} to ${most}` };

const missingOr = (value: unknown, problem: string): string =>
  value === undefined ? "is missing" : problem;

const at = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
