import { twoWays } from "./two-ways.ts";

const { zones, boxes, links, routes, ...map } = twoWays;

/** The map of chapter 3: two ways to the servers, and a computer in the hallway that nobody sits at. */
export const twoWaysAndAHallway = {
  ...map,
  zones: [...zones, { id: "hall", x: 204, y: 12, width: 132, height: 148, tint: "mist" }],
  boxes: [
    ...boxes,
    { id: "client7", role: "client", zone: "hall", x: 270, y: 92, automatic: true },
  ],
  links: [...links, { id: "client7-router1", a: "client7", b: "router1", bends: [] }],
  routes: [...routes, { router: "router1", to: "hall", exit: "client7-router1" }],
} as const;
