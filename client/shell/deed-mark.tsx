import type { Deed } from "../present/shell-result.ts";

/** The stroke that is the sign of a deed, in a field of 24 by 24. */
export const deedStrokes: Readonly<Record<Deed, string>> = {
  right: "M5 12.5l4.5 4.5L19 7.5",
  wasteful: "M5 12h14",
  wrong: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  missed: "M12 5v9M12 18.5v.2",
};

/** The sign of a deed; its shape says it, the colour only helps. */
export const DeedMark = ({ deed }: { readonly deed: Deed }) => (
  <svg class={`deed-mark ${deed}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d={deedStrokes[deed]} />
  </svg>
);
