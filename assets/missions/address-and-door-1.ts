import type { Mission } from "../../shared/contract/mission.ts";
import { twoRouters } from "./two-routers.ts";

/** Chapter 1: a host is found by its address, a program by its port, and the answer comes back to the source port. */
export const addressAndDoor1 = {
  id: "address-and-door-1",
  chapter: 1,
  kind: "mechanism",
  roundMs: 240_000,
  sight: "open",
  held: {
    client: ["address", "demultiplex"],
    router: ["forward"],
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
      listening: false,
    },
    {
      id: "quote",
      box: "server",
      question: "quote ",
      answers: ["smile ", "think ", "share "],
      listening: false,
    },
    {
      id: "album",
      box: "server2",
      question: "photo ",
      answers: ["a cat ", "a dog "],
      listening: true,
    },
    {
      id: "diary",
      box: "server2",
      question: "note? ",
      answers: ["hello ", "sunny "],
      listening: true,
    },
    {
      id: "poem",
      box: "server2",
      question: "poem? ",
      answers: ["roses ", "stars "],
      listening: true,
      fromSize: 6,
    },
  ],
  events: [
    { at: 50_000, kind: "programStops", service: "time" },
    { at: 110_000, kind: "programStops", service: "quote" },
    { at: 170_000, kind: "programStops", service: "score" },
  ],
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "question" },
    { client: "client3", underWay: "answer" },
  ],
  visits: [
    { desk: "router1", from: "client7", to: "server2", underWay: "answer" },
    { desk: "router2", from: "client8", to: "server2", underWay: "answer" },
    { desk: "server", from: "server2", to: "server" },
  ],
  seats: ["server", "client1", "router1", "client2", "router2", "client3"],
  hopMs: [600, 900],
  ttl: 7,
  openErrands: [1, 5],
  errandPauseMs: 1_000,
  patienceMs: 180_000,
  retryMs: 85_000,
  beltSlots: 8,
  mostSends: 99,
  pinSlots: 0,
  stars: [0.25, 1.6, 3.25],
  variants: [
    { from: 2, to: 2, openErrands: [2, 5], stars: [0.25, 1.85, 3.3] },
    { from: 5, to: 6, mostEmptyMs: 13_400 },
  ],
} as const satisfies Mission;
