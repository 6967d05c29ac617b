import { useEffect, useState } from "preact/hooks";
import { type Entered, enterRoom } from "./enter-room.ts";
import type { KeptKey } from "./kept-keys.ts";

/** How far entering a room has come. */
export type Entry = Entered | { readonly kind: "entering" };

/** Enters a room while a screen stands and leaves it with the screen; the second value enters again. */
export function useRoom(
  kind: KeptKey["kind"],
  code: string,
  linkKey?: string,
): readonly [Entry, () => void] {
  const [entry, setEntry] = useState<Entry>({ kind: "entering" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stands = true;
    let leave = () => {};
    setEntry({ kind: "entering" });
    enterRoom(kind, code, attempt === 0 ? linkKey : undefined).then((entered) => {
      if (entered.kind === "in") leave = () => entered.link.leave();
      if (stands) setEntry(entered);
      else leave();
    });
    return () => {
      stands = false;
      leave();
    };
  }, [kind, code, linkKey, attempt]);
  return [entry, () => setAttempt((count) => count + 1)];
}
