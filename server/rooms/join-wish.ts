/** What somebody at the door brings: the page's version, and a key if they were here before. */
export type JoinWish = {
  readonly version?: string;
  readonly seatKey?: string;
  readonly hostKey?: string;
  readonly screenKey?: string;
};

const names = ["version", "seatKey", "hostKey", "screenKey"] as const;

/** A wish from whatever a join's body held; what is no text is left out. */
export function parseJoinWish(value: unknown): JoinWish {
  if (typeof value !== "object" || value === null) return {};
  const known = names.flatMap((name) => {
    const text: unknown = Reflect.get(value, name);
    return typeof text === "string" ? [[name, text] as const] : [];
  });
  return Object.fromEntries(known);
}
