/** The map of chapters 3 and 4: one router for the class, and two ways to the servers. */
export const twoWays = {
  zones: [
    { id: "class1", x: 4, y: 4, width: 232, height: 168, tint: "sand" },
    { id: "class2", x: 4, y: 176, width: 232, height: 168, tint: "rose" },
    { id: "class3", x: 4, y: 348, width: 232, height: 168, tint: "sand" },
    { id: "serverRoom", x: 538, y: 42, width: 178, height: 208, tint: "mist" },
    { id: "lab", x: 538, y: 256, width: 178, height: 208, tint: "rose" },
  ],
  boxes: [
    { id: "client1", role: "client", zone: "class1", x: 164, y: 84 },
    { id: "client2", role: "client", zone: "class2", x: 164, y: 256, fromSize: 4 },
    { id: "client3", role: "client", zone: "class3", x: 164, y: 428, fromSize: 6 },
    { id: "router1", role: "router", zone: "class1", x: 320, y: 256, playedFrom: 3 },
    { id: "router2", role: "router", zone: "serverRoom", x: 470, y: 256, automatic: true },
    { id: "server1", role: "server", zone: "serverRoom", x: 640, y: 152 },
    { id: "server2", role: "server", zone: "lab", x: 640, y: 364, fromSize: 4 },
  ],
  links: [
    {
      id: "client1-router1",
      a: "client1",
      b: "router1",
      bends: [
        [216, 84],
        [246, 114],
        [246, 182],
      ],
    },
    { id: "client2-router1", a: "client2", b: "router1", bends: [] },
    {
      id: "client3-router1",
      a: "client3",
      b: "router1",
      bends: [
        [216, 428],
        [246, 398],
        [246, 330],
      ],
    },
    {
      id: "north",
      a: "router1",
      b: "router2",
      bends: [
        [370, 206],
        [420, 206],
      ],
    },
    {
      id: "south",
      a: "router1",
      b: "router2",
      bends: [
        [370, 306],
        [420, 306],
      ],
    },
    { id: "router2-server1", a: "router2", b: "server1", bends: [[574, 152]] },
    { id: "router2-server2", a: "router2", b: "server2", bends: [[578, 364]] },
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
