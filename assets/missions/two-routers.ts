/** The map of chapter 1: two classrooms and a server room around two routers; a third classroom joins a team of six. */
export const twoRouters = {
  zones: [
    { id: "class1", x: 4, y: 12, width: 190, height: 240, tint: "sand" },
    { id: "class2", x: 4, y: 268, width: 190, height: 240, tint: "rose" },
    { id: "serverRoom", x: 526, y: 208, width: 190, height: 300, tint: "mist" },
    { id: "class3", x: 526, y: 8, width: 190, height: 192, tint: "sand" },
  ],
  boxes: [
    { id: "client1", role: "client", zone: "class1", x: 92, y: 132 },
    { id: "client2", role: "client", zone: "class2", x: 92, y: 388 },
    { id: "router1", role: "router", zone: "class1", x: 280, y: 260 },
    { id: "router2", role: "router", zone: "serverRoom", x: 440, y: 260 },
    { id: "server", role: "server", zone: "serverRoom", x: 622, y: 360 },
    { id: "client3", role: "client", zone: "class3", x: 622, y: 114, fromSize: 6 },
  ],
  links: [
    { id: "client1-router1", a: "client1", b: "router1", bends: [[152, 132]] },
    { id: "client2-router1", a: "client2", b: "router1", bends: [[152, 388]] },
    { id: "router1-router2", a: "router1", b: "router2", bends: [] },
    { id: "router2-server", a: "router2", b: "server", bends: [[540, 360]] },
    { id: "client3-router2", a: "client3", b: "router2", bends: [[586, 114]] },
  ],
  routes: [
    { router: "router1", to: "class1", exit: "client1-router1" },
    { router: "router1", to: "class2", exit: "client2-router1" },
    { router: "router1", to: "all", exit: "router1-router2" },
    { router: "router2", to: "serverRoom", exit: "router2-server" },
    { router: "router2", to: "class3", exit: "client3-router2" },
    { router: "router2", to: "all", exit: "router1-router2" },
  ],
  backbone: {
    gateway: "router1",
    bends: [
      [330, 310],
      [330, 514],
    ],
  },
} as const;
