import type { View } from "../../shared/contract/view.ts";
import type { MatchLink } from "../net/match-link.ts";

/** What every part of the big screen is given. */
export type ScreenProps = {
  readonly link: MatchLink;
  readonly view: View;
  readonly code: string;
  readonly screenKey: string;
};
