import { createHash, randomBytes } from "node:crypto";

/** A key of 128 bits that lets its holder back to a seat, or to the host's page. */
export const drawKey = (): string => randomBytes(16).toString("hex");

/** What the server remembers of a key. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");
