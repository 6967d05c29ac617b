import type { Mission } from "../../shared/contract/mission.ts";
import { oneLossyWay } from "./one-lossy-way.ts";
import { pages } from "./pages.ts";

/** Chapter 4: cards are put in order and acknowledged, and what was lost is found out and sent again. */
export const inOrder1 = {
  id: "in-order-1",
  chapter: 4,
  kind: "mechanism",
  roundMs: 330_000,
  sight: "neighbours",
  held: {
    client: ["order", "acknowledge"],
    router: ["forward"],
    server: ["transmit", "retransmit"],
  },
  ...oneLossyWay,
  services: pages,
  events: [
    { at: 80_000, kind: "lineCut", link: "south" },
    { at: 92_000, kind: "lineMended", link: "south" },
    { at: 190_000, kind: "lineCut", link: "south" },
    { at: 202_000, kind: "lineMended", link: "south" },
  ],
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "answer", service: "diary" },
    { client: "client3", underWay: "answer", service: "quote" },
  ],
  visits: [
    { desk: "server1", from: "client7", to: "server1" },
    { desk: "server2", from: "client7", to: "server2" },
  ],
  seats: ["client1", "server1", "router1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [0, 6],
  errandPauseMs: 30_000,
  patienceMs: 300_000,
  retryMs: 85_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 5,
  pinsWorkLoose: true,
  emptyPercent: 60,
  tcp: { halfOpenSlots: 8, recycles: false, trays: 8, window: 40, goBackN: false },
  stars: [0.05, 2.5, 5.7],
} as const satisfies Mission;
