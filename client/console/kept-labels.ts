import type { Labels } from "../present/console-labels.ts";

const storageName = "port-of-call.labels";
/** A teacher has a few classes; older rooms are gone. */
const mostRooms = 12;

type Kept = { readonly code: string; readonly labels: Labels };

/** What the host of this browser calls the players of a room. */
export const keptLabels = (code: string): Labels =>
  read().find((kept) => kept.code === code)?.labels ?? {};

/** Keeps a room's labels in this browser, and nowhere else. */
export function keepLabels(code: string, labels: Labels): void {
  const rooms = [{ code, labels }, ...read().filter((kept) => kept.code !== code)];
  try {
    localStorage.setItem(storageName, JSON.stringify(rooms.slice(0, mostRooms)));
  } catch {}
}

// A school's browser may forbid storage: then labels last as long as the page.
function read(): readonly Kept[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { code, labels } = value as Record<string, unknown>;
  if (typeof code !== "string" || typeof labels !== "object" || labels === null) return false;
  return Object.values(labels).every((label) => typeof label === "string");
}
