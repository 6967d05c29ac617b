const storageName = "port-of-call.screen";

type Kept = { readonly code: string; readonly key: string };

/** The key of this tab's big screen, so that a reload finds its room again. */
export const keptScreenKey = (code: string): string | undefined => {
  const kept = read();
  return kept?.code === code ? kept.key : undefined;
};

/** Keeps the key as long as the tab stands; the address bar, which a whole class reads, does not have it. */
export function keepScreenKey(kept: Kept): void {
  try {
    sessionStorage.setItem(storageName, JSON.stringify(kept));
  } catch {}
}

// A school's browser may forbid storage: then a reload needs the link.
function read(): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageName) ?? "null");
    return typeof kept?.code === "string" && typeof kept?.key === "string" ? kept : undefined;
  } catch {
    return undefined;
  }
}
