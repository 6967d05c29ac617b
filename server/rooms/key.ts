import { createHash, randomBytes } from "node:crypto";

/** What a server remembers of the keys to a room. */
export type KeyHashes = { readonly host: string; readonly screen: string };

/** A key of 128 bits that lets its holder back to a seat, or to the host's page. */
export const drawKey = (): string => randomBytes(16).toString("hex");

/** What the server remembers of a key. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** The key of the big screen: it follows from the host's, which does not follow from it. */
export const screenKeyOf = (hostKey: string): string => hashKey(`screen ${hostKey}`).slice(0, 32);

/** What the server remembers of a room whose host has this key. */
export const keyHashesOf = (hostKey: string): KeyHashes => ({
  host: hashKey(hostKey),
  screen: hashKey(screenKeyOf(hostKey)),
});
