import { useEffect, useState } from "preact/hooks";

/** A part of the game that is fetched when it is needed first. */
export type Fetched<T> =
  | { readonly kind: "coming" }
  | { readonly kind: "here"; readonly module: T }
  | { readonly kind: "broken" };

/** Fetches a part of the game while a screen stands; `load` is one `import()` and never changes. */
export function useModule<T>(load: () => Promise<T>): Fetched<T> {
  const [fetched, setFetched] = useState<Fetched<T>>({ kind: "coming" });
  useEffect(() => {
    load().then(
      (module) => setFetched({ kind: "here", module }),
      () => setFetched({ kind: "broken" }),
    );
  }, [load]);
  return fetched;
}
