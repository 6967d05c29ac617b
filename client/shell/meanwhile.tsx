import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentMeanwhile } from "../present/shell-meanwhile.ts";
import { useTick } from "./use-tick.ts";

/** Tells somebody who is back at their desk what the autopilot did there meanwhile. */
export function Meanwhile({ link }: { readonly link: MatchLink }) {
  useTick();
  const count = presentMeanwhile(link.view.value, link.playNow());
  return (
    <div role="status">
      {count !== undefined && (
        <p class="line-sign meanwhile">{text.value.debrief.meanwhile(count)}</p>
      )}
    </div>
  );
}
