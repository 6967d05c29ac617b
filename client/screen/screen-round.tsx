import { sheetOf, sheets } from "../../shared/contract/district-sheet.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";
import { NetworkMap } from "../console/network-map.tsx";
import { text } from "../look/language.ts";
import { playTimeOf } from "../net/play-time.ts";
import { networkView, orderOf, shownNetwork } from "../present/console-network-view.ts";
import { nameNetwork } from "../present/console-troubles.ts";
import type { ScreenProps } from "./screen-props.ts";
import { ScreenStandings } from "./screen-standings.tsx";

const framesPerSecond = 30;

/** A round as the class sees it: one network's map with its letters of a while ago, and how the teams do. */
export function ScreenRound({ link, view }: ScreenProps) {
  const words = text.value.console;
  const network = shownNetwork(view);
  const now = view.lesson["now"];
  if (network === undefined) return null;
  const own = networkView(view, network);
  return (
    <div class={isWide(own) ? "big-round wide" : "big-round"}>
      <section class="screen-map" aria-labelledby="screen-map">
        <h2 id="screen-map">{words.network.name(orderOf(network))}</h2>
        <NetworkMap
          key={`${now?.round} ${network}`}
          view={own}
          label={words.network.map(nameNetwork(network, text.value))}
          looks="named"
          framesPerSecond={framesPerSecond}
          letters={() => lettersOf(link.view.peek(), network)}
          playNow={() => playTimeOf(networkView(link.view.peek(), network), link.lessonNow())}
        />
        <p class="screen-late">{noteFor(now?.phase)}</p>
      </section>
      <ScreenStandings view={view} />
    </div>
  );
}

/** Two districts side by side leave no room beside them. */
const isWide = ({ zones }: View): boolean => sheetOf(Object.values(zones)) === sheets.two;

/** When the round is over nothing travels any more. */
const lettersOf = (view: View, network: string): View =>
  view.lesson["now"]?.phase === "play" ? networkView(view, network) : emptyView();

function noteFor(phase: string | undefined): string {
  const words = text.value.console.screen;
  if (phase === "briefing") return words.briefing;
  return phase === "play" ? words.late : "";
}
