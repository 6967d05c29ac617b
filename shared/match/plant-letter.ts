import type { NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import { wordLength } from "../device/program.ts";
import { launchSafely, type Watch } from "../world/world.ts";
import type { Match } from "./match.ts";

/** Sends off what an errand that was begun elsewhere has on its way: its question, or the answer already. */
export function plantLetter(
  match: Match,
  [asker, server]: readonly [asker: Host, server: Host],
  { id, question, service }: NewErrand,
  underWay: "question" | "answer",
  watch: Watch,
): void {
  const socket = asker.errands.find((errand) => errand.id === id)?.socket;
  if (socket === undefined) return;
  const { port = socket, answers = [] } = server.programs[service] ?? {};
  const [from, to, payload, sourcePort, destinationPort] =
    underWay === "question"
      ? ([asker, server, question, socket, port] as const)
      : ([server, asker, `${answers[0]}${question.slice(wordLength)}`, port, socket] as const);
  const ip = { source: from.address, destination: to.address, ttl: match.mission.ttl };
  const body = { protocol: "udp", sourcePort, destinationPort, payload } as const;
  launchSafely(match.world, from, { ip, body }, watch);
}
