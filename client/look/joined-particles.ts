/** Between a closing quotation mark and the particle after it a browser breaks the line, even where words are kept whole. */
const particleAfterQuote = /([’”])(?=[가-힣])/g;
const wordJoiner = "\u2060";

/** The same texts, in which a particle stays at its word. What is saved in files goes without. */
export function withJoinedParticles<T>(said: T): T {
  return joined(said) as T;
}

function joined(said: unknown): unknown {
  if (typeof said === "string") return said.replace(particleAfterQuote, `$1${wordJoiner}`);
  if (typeof said === "function") return (...told: unknown[]) => joined(said(...told));
  if (Array.isArray(said)) return said.map(joined);
  if (typeof said !== "object" || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, joined(one)]));
}
