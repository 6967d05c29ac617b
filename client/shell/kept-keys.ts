/** A key that lets this device back into a room: to a player's seat, or to the host's page. */
export type KeptKey = {
  readonly kind: "seat" | "host";
  readonly code: string;
  readonly key: string;
};

const storageName = "port-of-call.keys";
/** A device of a classroom meets a few rooms a day; older keys open nothing any more. */
const mostKept = 12;

/** The key this device keeps for a room. */
export const keptKey = (kind: KeptKey["kind"], code: string): string | undefined =>
  read().find((kept) => kept.kind === kind && kept.code === code)?.key;

/** The room that was last opened from this device. */
export const lastHosted = (): string | undefined =>
  read().find((kept) => kept.kind === "host")?.code;

/** Keeps a key; the newest stands first. */
export const keepKey = (fresh: KeptKey): void => write([fresh, ...without(fresh.kind, fresh.code)]);

/** Forgets the key of a room, once it opens nothing any more. */
export const forgetKey = (kind: KeptKey["kind"], code: string): void => write(without(kind, code));

const without = (kind: KeptKey["kind"], code: string): readonly KeptKey[] =>
  read().filter((kept) => kept.kind !== kind || kept.code !== code);

// A school's browser may forbid storage: then a reload needs the seat's link.
function read(): readonly KeptKey[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isKeptKey) : [];
  } catch {
    return [];
  }
}

function write(keys: readonly KeptKey[]): void {
  try {
    localStorage.setItem(storageName, JSON.stringify(keys.slice(0, mostKept)));
  } catch {}
}

function isKeptKey(value: unknown): value is KeptKey {
  if (typeof value !== "object" || value === null) return false;
  const { kind, code, key } = value as Record<string, unknown>;
  return (
    (kind === "seat" || kind === "host") && typeof code === "string" && typeof key === "string"
  );
}
