import { type Assistance, assistances } from "./intent.ts";

/** An object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null;

/** A whole number of 32 bits. */
export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;

/** A name looks something up: what every object answers to, such as `constructor`, would be found anywhere. */
export const isName = (value: unknown): value is string =>
  typeof value === "string" && /^[\w-]{1,40}$/.test(value) && !(value in Object.prototype);

export const isAssistance = (value: unknown): value is Assistance =>
  assistances.some((known) => known === value);
