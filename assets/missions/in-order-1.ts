import type { Mission } from "../../shared/contract/mission.ts";
import { inTime, knocks } from "./knocks.ts";
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
  events: inTime(
    ...knocks("client7", ["poem", "story"], { first: 400, every: 9_000, until: 320_000 }),
    { at: 80_000, kind: "lineCut", link: "south" },
    { at: 130_000, kind: "lineMended", link: "south" },
    { at: 190_000, kind: "lineCut", link: "south" },
    { at: 230_000, kind: "lineMended", link: "south" },
  ),
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "answer" },
    { client: "client3", underWay: "answer", service: "quote" },
    { client: "client2", underWay: "question", service: "diary" },
  ],
  seats: ["client1", "server1", "router1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [3, 3],
  errandPauseMs: 3_000,
  patienceMs: 300_000,
  retryMs: 75_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 5,
  tcp: { halfOpenSlots: 8, recycles: false, trays: 8, window: 40, goBackN: false },
  stars: [0.15, 1.75, 3.7],
} as const satisfies Mission;
