import { twoWaysAndAHallway } from "./two-ways-and-a-hallway.ts";

const { zones, boxes, links, routes, ...map } = twoWaysAndAHallway;

/** The map of chapter 3's twist: in the library, behind the router next to the servers, stands one more computer. */
export const twoWaysAndALibrary = {
  ...map,
  zones: [...zones, { id: "library", x: 392, y: 4, width: 140, height: 168, tint: "sand" }],
  boxes: [
    ...boxes,
    { id: "client8", role: "client", zone: "library", x: 470, y: 132, automatic: true },
  ],
  links: [...links, { id: "client8-router2", a: "client8", b: "router2", bends: [] }],
  routes: [
    ...routes,
    { router: "router1", to: "library", exit: "north" },
    { router: "router2", to: "library", exit: "client8-router2" },
  ],
} as const;
