import type { BoxId } from "../device/act.ts";
import type { Mission } from "./mission.ts";

type Map = Pick<Mission, "boxes" | "links">;

/** Over so many lines a letter can go from host to host without passing a box twice. */
export function longestWay(map: Map): number {
  const from = (at: BoxId, passed: readonly BoxId[]): number => {
    if (passed.length > 0 && roleOf(map, at) !== "router") return passed.length;
    const next = neighboursOf(map, at).filter((box) => !passed.includes(box));
    return Math.max(0, ...next.map((box) => from(box, [...passed, at])));
  };
  return Math.max(...hostsOf(map).map((host) => from(host, [])));
}

/** Over so many lines a question has to go to the program that is farthest from who asks for it. */
export function farthestService(map: Pick<Mission, "boxes" | "links" | "services">): number {
  const askers = map.boxes.filter(({ role }) => role === "client");
  return Math.max(...askers.map(({ id }) => linesFrom(map, id)));
}

/** How many lines away the last program is that is found from this box. */
function linesFrom(map: Pick<Mission, "boxes" | "links" | "services">, host: BoxId): number {
  const found = [host];
  let reached: readonly BoxId[] = found;
  let farthest = 0;
  for (let lines = 1; reached.length > 0; lines++) {
    const near = reached.flatMap((box) => neighboursOf(map, box));
    reached = [...new Set(near)].filter((box) => !found.includes(box));
    found.push(...reached);
    if (map.services.some(({ box }) => reached.includes(box))) farthest = lines;
  }
  return farthest;
}

const hostsOf = ({ boxes }: Map): readonly BoxId[] =>
  boxes.filter(({ role }) => role !== "router").map(({ id }) => id);

const roleOf = ({ boxes }: Map, wanted: BoxId) => boxes.find(({ id }) => id === wanted)?.role;

const neighboursOf = ({ links }: Map, box: BoxId): readonly BoxId[] =>
  links.flatMap(({ a, b }) => (a === box ? [b] : b === box ? [a] : []));
