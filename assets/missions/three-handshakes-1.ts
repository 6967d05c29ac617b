import type { Mission } from "../../shared/contract/mission.ts";
import { inTime, knocks } from "./knocks.ts";
import { twoWaysAndAHallway } from "./two-ways-and-a-hallway.ts";

/** Chapter 3: three steps open a connection, and a number that nobody sent is turned away. */
export const threeHandshakes1 = {
  id: "three-handshakes-1",
  chapter: 3,
  kind: "mechanism",
  roundMs: 240_000,
  sight: "neighbours",
  held: {
    client: ["handshake"],
    router: ["forward"],
    server: ["handshake"],
  },
  ...twoWaysAndAHallway,
  services: [
    {
      id: "time",
      box: "server1",
      question: "time? ",
      answers: ["09:41 ", "12:30 ", "15:05 "],
      listening: true,
    },
    {
      id: "score",
      box: "server1",
      question: "score ",
      answers: ["saved ", "best! "],
      listening: true,
    },
    {
      id: "quote",
      box: "server2",
      question: "quote ",
      answers: ["smile ", "think ", "share "],
      listening: true,
    },
    {
      id: "diary",
      box: "server2",
      question: "note? ",
      answers: ["hello ", "sunny "],
      listening: true,
    },
  ],
  events: inTime(
    ...knocks("client1", ["time", "quote", "score"], { first: 400, every: 500, until: 1_900 }),
    ...knocks("client2", ["quote", "score"], { first: 400, every: 500, until: 1_400 }),
    ...knocks("client1", ["score", "quote", "time"], {
      first: 10_000,
      every: 5_000,
      until: 34_000,
    }),
    ...knocks("client1", ["score", "time"], { first: 66_000, every: 36_000, until: 220_000 }),
    ...knocks("client2", ["quote", "score"], { first: 42_000, every: 36_000, until: 220_000 }),
    ...knocks("client3", ["diary", "quote"], { first: 54_000, every: 36_000, until: 220_000 }),
    ...knocks("client7", ["time", "score"], { first: 400, every: 16_000, until: 230_000 }),
    ...knocks("client7", ["quote", "diary"], { first: 24_000, every: 32_000, until: 230_000 }),
    { at: 100_000, kind: "lineCut", link: "north" },
    { at: 150_000, kind: "lineMended", link: "north" },
  ),
  seeds: [],
  seats: ["client1", "server1", "router1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [2, 3],
  errandPauseMs: 3_000,
  patienceMs: 180_000,
  retryMs: 36_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 5,
  pinsWorkLoose: true,
  tcp: { halfOpenSlots: 6, recycles: false, trays: 4, window: 40, goBackN: false },
  stars: [0.2, 1.7, 3.3],
} as const satisfies Mission;
