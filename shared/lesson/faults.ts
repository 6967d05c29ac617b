import type { Fault, HostIntent, Refusal } from "../contract/intent.ts";
import { changeLine } from "../match/advance-match.ts";
import { watchOf } from "../match/consequence.ts";
import type { Match } from "../match/match.ts";
import { setAlive, type Watch } from "../world/world.ts";
import type { Lesson, Network, NetworkId, Onlooker } from "./lesson.ts";

/** Does something to one network or to all of them, and writes down when. */
export function causeFault(
  lesson: Lesson,
  { fault, network: only }: HostIntent & { readonly kind: "fault" },
  onlooker: Onlooker | undefined,
): Refusal | undefined {
  if (lesson.phase !== "play") return "notPlaying";
  const chosen = Object.entries(lesson.networks).filter(
    ([id]) => only === undefined || id === only,
  );
  if (chosen.length === 0) return "noSuchNetwork";
  const meant = chosen.filter(([, { match }]) => hasTarget(match, fault));
  if (meant.length === 0) return "noSuchSeat";
  for (const [id, network] of meant) befall(lesson, id, network, fault, onlooker);
  return undefined;
}

function befall(
  lesson: Lesson,
  id: NetworkId,
  { match }: Network,
  fault: Fault,
  onlooker: Onlooker | undefined,
): void {
  const watch = watchOf(match, onlooker?.(match));
  if ("link" in fault) befallLine(match, fault, watch);
  else setAlive(match.world, fault.box, fault.kind === "reviveBox");
  lesson.faults = [...lesson.faults, { network: id, at: match.now, fault }];
}

function befallLine(match: Match, fault: LineFault, watch: Watch): void {
  const link = match.world.links[fault.link];
  if (link === undefined) return;
  switch (fault.kind) {
    case "cutLink":
      return changeLine(match, fault.link, "lineCut", watch);
    case "mendLink":
      return changeLine(match, fault.link, "lineMended", watch);
    case "setLoss":
      link.lossPercent = fault.percent;
      return;
    default:
      link.slow = fault.times;
  }
}

type LineFault = Extract<Fault, { readonly link: string }>;

const hasTarget = ({ world }: Match, fault: Fault): boolean =>
  "link" in fault ? world.links[fault.link] !== undefined : world.boxes[fault.box] !== undefined;
