import { twoWays } from "./two-ways.ts";

const { zones, boxes, links, routes, ...map } = twoWays;

/**
 * The map of chapter 4: what the servers send comes by a way that loses letters, and what is sent to them goes by the
 * other. Beside the servers stands a computer that nobody sits at.
 */
export const oneLossyWay = {
  ...map,
  zones: [...zones, { id: "hall", x: 406, y: 4, width: 128, height: 168, tint: "mist" }],
  boxes: [
    ...boxes,
    { id: "client7", role: "client", zone: "hall", x: 470, y: 132, automatic: true },
  ],
  links: [
    ...links.map((link) =>
      link.id === "north" ? { ...link, lossPercent: 8, jitterMs: 1_000 } : link,
    ),
    { id: "client7-router2", a: "client7", b: "router2", bends: [] },
  ],
  routes: [
    ...routes.filter(
      ({ router, to }) => router === "router2" || (to !== "serverRoom" && to !== "lab"),
    ),
    { router: "router1", to: "serverRoom", exit: "south" },
    { router: "router1", to: "serverRoom", exit: "north", metric: 2 },
    { router: "router1", to: "lab", exit: "south" },
    { router: "router1", to: "lab", exit: "north", metric: 2 },
    { router: "router1", to: "hall", exit: "south" },
    { router: "router1", to: "hall", exit: "north", metric: 2 },
    { router: "router2", to: "hall", exit: "client7-router2" },
  ],
} as const;
