import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { Broken } from "./broken.tsx";
import { useScreenName } from "./screen.tsx";
import { useModule } from "./use-module.ts";
import { Waiting } from "./waiting.tsx";

// Fetched once; the second time it is there already.
const fetchDesk = () => import("../desk/desk.tsx");

/** Fetches what a round is made of while there is time: it starts at once then, and a practice needs no network. */
export function fetchRoundAhead(): void {
  const parts = [fetchDesk(), import("../map/open-map.ts"), import("../map/map-stage.ts")];
  for (const part of parts) part.catch(() => undefined);
}

/** The round itself: the desk has the whole page. */
export function Play({ link, onLeave }: { link: MatchLink; onLeave: () => void }) {
  const desk = useModule(fetchDesk);
  useScreenName("play", text.value.shell.host.phases.play);
  if (desk.kind === "here") return <desk.module.Desk link={link} onLeave={onLeave} />;
  if (desk.kind === "coming") return <Waiting name="play" words={text.value.shell.working} />;
  return <Broken />;
}
