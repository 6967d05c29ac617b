import type { Mission } from "../../shared/contract/mission.ts";
import { oneLossyWay } from "./one-lossy-way.ts";
import { pages } from "./pages.ts";

/** Chapter 4, experiment: cards are numbered, but nobody says which of them have come. */
export const inOrder0 = {
  id: "in-order-0",
  chapter: 4,
  kind: "experiment",
  roundMs: 80_000,
  sight: "open",
  held: {
    client: ["order"],
    router: [],
    server: ["transmit", "retransmit"],
  },
  ...oneLossyWay,
  services: pages,
  events: [],
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "answer", service: "diary" },
    { client: "client3", underWay: "answer", service: "quote" },
  ],
  visits: [
    { desk: "server1", from: "client7", to: "server1" },
    { desk: "server2", from: "client7", to: "server2" },
  ],
  seats: ["client1", "server1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [0, 6],
  errandPauseMs: 30_000,
  patienceMs: 80_000,
  retryMs: 14_000,
  beltSlots: 8,
  mostSends: 9,
  pinSlots: 0,
  tcp: { halfOpenSlots: 3, recycles: false, trays: 6, window: 40, goBackN: false },
  covered: "acknowledgments",
  stars: [1, 2, 3],
} as const satisfies Mission;
