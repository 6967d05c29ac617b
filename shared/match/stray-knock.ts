import type { BoxId, ServiceId } from "../device/act.ts";
import { straySyn } from "../device/tcp/stray-syn.ts";
import { launch, launchTowards, type Watch } from "../world/world.ts";
import type { Match } from "./match.ts";

/** A SYN that nobody has just sent: its numbers are those of some connection of before. */
export function knockAstray(match: Match, from: BoxId, service: ServiceId, watch: Watch): void {
  const box = match.mission.services.find(({ id }) => id === service)?.box;
  const [server, host] = [match.world.boxes[box ?? ""], match.world.boxes[from]];
  if (server?.kind !== "host" || host?.kind !== "host") return;
  const port = server.programs[service]?.port;
  if (port === undefined) return;
  const syn = straySyn(host, server, port);
  // Nobody must see a letter leave a desk that did not send it; where nobody sits it comes all the way.
  const isNobodys = match.mission.boxes.some(({ id, automatic }) => id === from && automatic);
  if (isNobodys) return launch(match.world, host, syn, watch);
  launchTowards(match.world, server, syn, watch);
}
