import { districtOf } from "../contract/district.ts";
import type { Mission, MissionService } from "../contract/mission.ts";
import type { BoxId, ErrandId, ServiceId } from "../device/act.ts";
import type { NewErrand } from "../device/errand.ts";
import { wordLength } from "../device/program.ts";
import { hasFreeTray } from "../device/tcp/listening.ts";
import { drawOne, drawWhole } from "../lib/chance.ts";
import { later } from "../lib/instant.ts";
import { isReadByHand } from "./half-read-page.ts";
import type { ErrandPlan, Match } from "./match.ts";

/** The next errand of a client for this service, with a tag by which its answer will be known among the open ones. */
export function drawErrand(
  match: Match,
  plan: Pick<ErrandPlan, "chance" | "nextId">,
  service: MissionService,
  open: readonly Pick<NewErrand, "question">[],
): NewErrand {
  const id = plan.nextId;
  plan.nextId = (id + 1) as ErrandId;
  return {
    id,
    service: service.id,
    question: service.question.slice(0, wordLength) + drawTag(plan, open),
    ...(match.mission.tcp === undefined ? {} : { pages: service.answers }),
    patienceUntil: later(match.now, match.mission.patienceMs),
  };
}

function drawTag(
  { chance }: Pick<ErrandPlan, "chance">,
  open: readonly Pick<NewErrand, "question">[],
): string {
  for (;;) {
    const tag = `#${drawWhole(chance, 100, 999)}`;
    if (!open.some(({ question }) => question.endsWith(tag))) return tag;
  }
}

/** What the next errand asks for. The first one to write asks for something whose door is already known. */
export function drawService(match: Match, plan: ErrandPlan, asker: BoxId): MissionService {
  const services = notCrowded(match, withRoom(match, servicesFor(match.mission, asker)));
  const known = services.filter((service) => service.listening);
  const isFirst = match.now === 0 && known.length > 0;
  return drawOther(plan, isFirst ? known : services);
}

/** One of them, but never the same twice in a row where there is a choice: nobody is to do one thing all the time. */
export function drawOther<T extends { readonly id: ServiceId }>(
  plan: Pick<ErrandPlan, "chance" | "lastService">,
  services: readonly T[],
): T {
  const others = services.filter(({ id }) => id !== plan.lastService);
  const drawn = drawOne(plan.chance, others.length > 0 ? others : services);
  plan.lastService = drawn.id;
  return drawn;
}

/** A page is not handed over from a server that has no tray free for it, if another one has. */
function withRoom(match: Match, services: readonly MissionService[]): readonly MissionService[] {
  if (!isReadByHand(match)) return services;
  const open = services.filter(({ box }) => {
    const server = match.world.boxes[box];
    return server?.kind === "host" && hasFreeTray(server);
  });
  return open.length > 0 ? open : services;
}

/** Where letters are written by hand, what two already ask for is left for later: no desk is to use one door all the time. */
function notCrowded(
  { world, mission }: Match,
  services: readonly MissionService[],
): readonly MissionService[] {
  if (!mission.held.client.includes("address")) return services;
  const asked = Object.values(world.boxes).flatMap((box) =>
    box.kind === "host" ? box.errands.map(({ service }) => service) : [],
  );
  const askersOf = (id: ServiceId) => asked.filter((service) => service === id).length;
  const others = services.filter(({ id }) => askersOf(id) < mostAskers);
  return others.length > 0 ? others : services;
}

const mostAskers = 2;

/** Where two districts are joined, one errand in three leads to the other one. */
function servicesFor(mission: Mission, asker: BoxId): readonly MissionService[] {
  const services = mission.services.filter(({ box }) => box !== asker);
  const home = districtOf(mission, asker);
  if (home === undefined) return services;
  const near = services.filter(({ box }) => districtOf(mission, box) === home);
  return [...near, ...services];
}
