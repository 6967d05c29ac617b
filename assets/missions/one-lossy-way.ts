import { twoWaysAndAHallway } from "./two-ways-and-a-hallway.ts";

const { links, routes, ...map } = twoWaysAndAHallway;

/** The map of chapter 4: what the servers send comes by a way that loses letters, and what is sent to them goes by the other. */
export const oneLossyWay = {
  ...map,
  links: links.map((link) =>
    link.id === "north" ? { ...link, lossPercent: 8, jitterMs: 1_000 } : link,
  ),
  routes: [
    ...routes.filter(
      ({ router, to }) => router === "router2" || (to !== "serverRoom" && to !== "lab"),
    ),
    { router: "router1", to: "serverRoom", exit: "south" },
    { router: "router1", to: "serverRoom", exit: "north", metric: 2 },
    { router: "router1", to: "lab", exit: "south" },
    { router: "router1", to: "lab", exit: "north", metric: 2 },
  ],
} as const;
