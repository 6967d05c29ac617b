import type { Mission } from "../../shared/contract/mission.ts";
import { twoRouters } from "./two-routers.ts";

/** Chapter 1, twist: programs swap their doors, so that a number learned a minute ago finds the wrong one. */
export const addressAndDoor2 = {
  id: "address-and-door-2",
  chapter: 1,
  kind: "twist",
  roundMs: 300_000,
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
    { at: 40_000, kind: "programsSwap", services: ["time", "quote"] },
    { at: 60_000, kind: "programsSwap", services: ["album", "diary"] },
    { at: 75_000, kind: "programsSwap", services: ["quote", "score"] },
    { at: 190_000, kind: "programStops", service: "time" },
  ],
  seeds: [
    { client: "client1", underWay: "answer" },
    { client: "client2", underWay: "question" },
    { client: "client3", underWay: "answer" },
  ],
  visits: [
    { desk: "router1", from: "client7", to: "server2" },
    { desk: "router2", from: "client8", to: "server2" },
    { desk: "server", from: "server2", to: "server" },
  ],
  seats: ["server", "client1", "router1", "client2", "router2", "client3"],
  hopMs: [600, 900],
  ttl: 7,
  openErrands: [1, 4],
  errandPauseMs: 3_000,
  patienceMs: 180_000,
  retryMs: 85_000,
  beltSlots: 8,
  mostSends: 99,
  pinSlots: 0,
  stars: [0.1, 1.25, 2.9],
} as const satisfies Mission;
