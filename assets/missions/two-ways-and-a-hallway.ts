import { twoWays } from "./two-ways.ts";

const { zones, boxes, links, routes, ...map } = twoWays;

/** The map of chapter 3: two ways to the servers, and a computer in the hallway that nobody sits at. */
export const twoWaysAndAHallway = {
  ...map,
  zones: [...zones, { id: "hall", x: 256, y: 4, width: 128, height: 168, tint: "mist" }],
  boxes: [
    ...boxes,
    { id: "client7", role: "client", zone: "hall", x: 320, y: 132, automatic: true },
  ],
  links: [...links, { id: "client7-router1", a: "client7", b: "router1", bends: [] }],
  routes: [...routes, { router: "router1", to: "hall", exit: "client7-router1" }],
} as const;
