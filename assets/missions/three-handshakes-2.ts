import type { Mission } from "../../shared/contract/mission.ts";
import { inTime, knocks } from "./knocks.ts";
import { twoWaysAndAHallway } from "./two-ways-and-a-hallway.ts";

/** Chapter 3, twist: walk-ins who never answer, few trays, and a line that is cut while connections are open. */
export const threeHandshakes2 = {
  id: "three-handshakes-2",
  chapter: 3,
  kind: "twist",
  roundMs: 270_000,
  sight: "neighbours",
  held: {
    client: ["handshake", "close"],
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
    { at: 1, kind: "boxDies", box: "client7" },
    ...knocks("client1", ["time", "quote"], { first: 400, every: 500, until: 1_400 }),
    ...knocks("client7", ["time", "quote", "score", "diary"], {
      ...{ first: 500, every: 300, until: 2_900 },
    }),
    ...knocks("client1", ["score", "diary", "time", "quote"], {
      ...{ first: 14_000, every: 4_000, until: 46_000 },
    }),
    ...knocks("client7", ["time", "score"], { first: 24_000, every: 22_000, until: 250_000 }),
    ...knocks("client7", ["quote", "diary"], { first: 36_000, every: 28_000, until: 250_000 }),
    { at: 90_000, kind: "lineCut", link: "north" },
    { at: 140_000, kind: "lineMended", link: "north" },
    { at: 180_000, kind: "lineCut", link: "south" },
    { at: 220_000, kind: "lineMended", link: "south" },
  ),
  seeds: [],
  seats: ["client1", "server1", "router1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [1, 6],
  errandPauseMs: 3_000,
  patienceMs: 180_000,
  retryMs: 36_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 5,
  pinsWorkLoose: true,
  tcp: { halfOpenSlots: 3, recycles: true, trays: 4, window: 40, goBackN: false },
  stars: [0.01, 0.9, 1.9],
} as const satisfies Mission;
