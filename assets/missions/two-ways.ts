/** The map of chapters 3 and 4: one router for the class, and two ways to the servers. */
export const twoWays = {
  zones: [
    { id: "class1", x: 4, y: 12, width: 176, height: 158, tint: "sand" },
    { id: "class2", x: 4, y: 182, width: 176, height: 158, tint: "rose" },
    { id: "class3", x: 4, y: 352, width: 176, height: 158, tint: "sand" },
    { id: "serverRoom", x: 540, y: 96, width: 176, height: 158, tint: "mist" },
    { id: "lab", x: 540, y: 266, width: 176, height: 158, tint: "rose" },
  ],
  boxes: [
    { id: "client1", role: "client", zone: "class1", x: 92, y: 92 },
    { id: "client2", role: "client", zone: "class2", x: 92, y: 262, fromSize: 4 },
    { id: "client3", role: "client", zone: "class3", x: 92, y: 432, fromSize: 6 },
    { id: "router1", role: "router", zone: "class1", x: 270, y: 262, playedFrom: 3 },
    { id: "router2", role: "router", zone: "serverRoom", x: 450, y: 262, automatic: true },
    { id: "server1", role: "server", zone: "serverRoom", x: 628, y: 176 },
    { id: "server2", role: "server", zone: "lab", x: 628, y: 346, fromSize: 5 },
  ],
  links: [
    { id: "client1-router1", a: "client1", b: "router1", bends: [[100, 92]] },
    { id: "client2-router1", a: "client2", b: "router1", bends: [] },
    { id: "client3-router1", a: "client3", b: "router1", bends: [[100, 432]] },
    {
      id: "north",
      a: "router1",
      b: "router2",
      bends: [
        [330, 202],
        [390, 202],
      ],
    },
    {
      id: "south",
      a: "router1",
      b: "router2",
      bends: [
        [330, 322],
        [390, 322],
      ],
    },
    { id: "router2-server1", a: "router2", b: "server1", bends: [[536, 176]] },
    { id: "router2-server2", a: "router2", b: "server2", bends: [[534, 346]] },
  ],
  routes: [
    { router: "router1", to: "class1", exit: "client1-router1" },
    { router: "router1", to: "class2", exit: "client2-router1" },
    { router: "router1", to: "class3", exit: "client3-router1" },
    { router: "router1", to: "serverRoom", exit: "north" },
    { router: "router1", to: "serverRoom", exit: "south", metric: 2 },
    { router: "router1", to: "lab", exit: "south" },
    { router: "router1", to: "lab", exit: "north", metric: 2 },
    { router: "router2", to: "serverRoom", exit: "router2-server1" },
    { router: "router2", to: "lab", exit: "router2-server2" },
    { router: "router2", to: "all", exit: "north" },
    { router: "router2", to: "all", exit: "south", metric: 2 },
  ],
  backbone: { gateway: "router2", bends: [] },
} as const;
