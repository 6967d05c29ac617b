/** Tells whether a browser's `Origin` is a page of this server, or one that the operator allows besides. */
export type OwnOrigin = (origin: string | undefined, host: string | undefined) => boolean;

/** What is not a browser sends no origin and is let through: an origin protects people, not the server. */
export const ownOrigin =
  (allowed: readonly string[]): OwnOrigin =>
  (origin, host) =>
    origin === undefined ||
    allowed.includes(origin) ||
    (URL.canParse(origin) && new URL(origin).host === host);
