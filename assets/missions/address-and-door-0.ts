import type { Mission } from "../../shared/contract/mission.ts";
import { twoRouters } from "./two-routers.ts";

/** Chapter 1, experiment: three programs behind one address, and envelopes that do not say which one is meant. */
export const addressAndDoor0 = {
  id: "address-and-door-0",
  chapter: 1,
  kind: "experiment",
  roundMs: 75_000,
  sight: "open",
  held: {
    client: [],
    router: [],
    server: ["demultiplex"],
  },
  ...twoRouters,
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
      listening: true,
    },
    {
      id: "quote",
      box: "server",
      question: "quote ",
      answers: ["smile ", "think ", "share "],
      listening: true,
    },
  ],
  events: [],
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "question" },
    { client: "client3", underWay: "answer" },
  ],
  visits: [{ desk: "server", from: "server2", to: "server" }],
  emptyPercent: 60,
  seats: ["server"],
  hopMs: [600, 900],
  ttl: 7,
  openErrands: [1, 1],
  errandPauseMs: 7_000,
  patienceMs: 60_000,
  retryMs: 30_000,
  beltSlots: 8,
  mostSends: 99,
  pinSlots: 0,
  covered: "ports",
  stars: [1, 2, 3],
} as const satisfies Mission;
