import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";

/** Says that the line is cut and being found again. */
export const LineBanner = ({ link }: { readonly link: MatchLink }) => (
  <div role="status">
    {link.line.value === "away" && <p class="line-sign">{text.value.desk.line.away}</p>}
  </div>
);
