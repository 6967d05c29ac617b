import type { View, ViewRow } from "../contract/view.ts";
import type { Host } from "../device/host.ts";
import type { Router } from "../device/router.ts";
import { formatIpv4Address, formatPrefix } from "../wire/ipv4-address.ts";
import type { Match, Seat } from "./match.ts";

type Line = Omit<ViewRow<"sheets">, "network" | "box" | "order">;

/** Half-time of a round as it was planned, in play time: then two who share a seat swap. */
export const swapAtOf = ({ mission }: Match): number => Math.trunc(mission.roundMs / 2);

/** What a seat's own machine knows by heart, as it stands on the sheet of two who share the seat: names for its numbers. */
export function viewSheet(match: Match, network: string, { box }: Seat): View["sheets"] {
  const device = match.world.boxes[box];
  const lines =
    device === undefined ? [] : device.kind === "router" ? routes(device) : names(device);
  return Object.fromEntries(
    lines.map((line, order) => [`${network}/${box}/${order}`, { network, box, order, ...line }]),
  );
}

/** Of several rows for one prefix all stand there, the best first. */
const routes = ({ table }: Router): readonly Line[] =>
  table.map(({ prefix, exit }) => ({ kind: "route", about: formatPrefix(prefix), exit }));

const names = ({ programs, book, neighbours }: Host): readonly Line[] => [
  ...Object.values(programs).map(({ service, port }) => ({
    ...{ kind: "door", about: service },
    ...(port === undefined ? {} : { port }),
  })),
  ...Object.entries(book).map(([about, { address, port }]) => ({
    ...{ kind: "service", about, address: formatIpv4Address(address) },
    ...(port === undefined ? {} : { port }),
  })),
  ...Object.entries(neighbours).map(([about, address]) => ({
    ...{ kind: "host", about, address: formatIpv4Address(address) },
  })),
];
