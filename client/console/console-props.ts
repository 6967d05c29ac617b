import type { ComponentChildren } from "preact";
import type { MatchLink } from "../net/match-link.ts";

/** What a console needs besides its line. */
export type ConsoleProps = {
  readonly link: MatchLink;
  readonly code: string;
  readonly hostKey: string;
  /** The address of the big screen. */
  readonly screenLink: string;
  /** What stands when the lesson is over for this page. */
  readonly over: ComponentChildren;
  /** The host leaves and comes back next lesson. */
  readonly onSave: () => void;
};
