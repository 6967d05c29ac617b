import type { Mission } from "../../shared/contract/mission.ts";

/** Chapter 1: a host is found by its address, a program by its port, and the answer comes back to the source port. */
export const addressAndDoor1 = {
  id: "address-and-door-1",
  chapter: 1,
  roundMs: 240_000,
  sight: "open",
  held: {
    client: ["address", "demultiplex"],
    router: ["forward"],
    server: ["demultiplex"],
  },
  zones: [
    { id: "class1", x: 4, y: 12, width: 190, height: 240, tint: "sand" },
    { id: "class2", x: 4, y: 268, width: 190, height: 240, tint: "rose" },
    { id: "serverRoom", x: 526, y: 190, width: 190, height: 318, tint: "mist" },
    { id: "class3", x: 526, y: 12, width: 190, height: 164, tint: "sand" },
  ],
  boxes: [
    { id: "client1", role: "client", zone: "class1", x: 92, y: 132 },
    { id: "client2", role: "client", zone: "class2", x: 92, y: 388 },
    { id: "router1", role: "router", zone: "class1", x: 280, y: 260 },
    { id: "router2", role: "router", zone: "serverRoom", x: 440, y: 260 },
    { id: "server", role: "server", zone: "serverRoom", x: 622, y: 340 },
    { id: "client3", role: "client", zone: "class3", x: 622, y: 88, fromSize: 6 },
  ],
  links: [
    { id: "client1-router1", a: "client1", b: "router1", bends: [[152, 132]] },
    { id: "client2-router1", a: "client2", b: "router1", bends: [[152, 388]] },
    { id: "router1-router2", a: "router1", b: "router2", bends: [] },
    { id: "router2-server", a: "router2", b: "server", bends: [[520, 340]] },
    { id: "client3-router2", a: "client3", b: "router2", bends: [[612, 88]] },
  ],
  routes: [
    { router: "router1", to: "class1", exit: "client1-router1" },
    { router: "router1", to: "class2", exit: "client2-router1" },
    { router: "router1", to: "all", exit: "router1-router2" },
    { router: "router2", to: "serverRoom", exit: "router2-server" },
    { router: "router2", to: "class3", exit: "client3-router2" },
    { router: "router2", to: "all", exit: "router1-router2" },
  ],
  services: [
    {
      id: "time",
      box: "server",
      question: "time? ",
      answers: ["09:41 ", "12:30 ", "15:05 "],
      listening: true,
    },
    {
      id: "score",
      box: "server",
      question: "score ",
      answers: ["saved ", "best! "],
      listening: false,
    },
    {
      id: "quote",
      box: "server",
      question: "quote ",
      answers: ["smile ", "think ", "share "],
      listening: false,
    },
  ],
  events: [
    { at: 100_000, kind: "programStops", service: "quote" },
    { at: 170_000, kind: "programStops", service: "time" },
  ],
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "question" },
    { client: "client3", underWay: "question" },
  ],
  seats: ["server", "client1", "router1", "client2", "router2", "client3"],
  hopMs: [600, 900],
  ttl: 7,
  openErrands: 2,
  errandPauseMs: 3_000,
  patienceMs: 120_000,
  retryMs: 60_000,
  beltSlots: 8,
  stars: [0.2, 1, 2.2],
} as const satisfies Mission;
