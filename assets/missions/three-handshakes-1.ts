import type { Mission } from "../../shared/contract/mission.ts";
import { inTime, knocks } from "./knocks.ts";
import { questions } from "./questions.ts";
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
    { ...questions.time, box: "server1", listening: true },
    { ...questions.score, box: "server1", listening: true },
    { ...questions.quote, box: "server2", listening: true },
    { ...questions.diary, box: "server2", listening: true },
  ],
  events: inTime(
    ...knocks("client7", ["time"], { first: 400, every: 1_000, until: 1_400 }),
    ...knocks("client1", ["time", "quote", "score"], { first: 400, every: 500, until: 1_900 }),
    ...knocks("client2", ["quote", "score"], { first: 400, every: 500, until: 1_400 }),
    { at: 100_000, kind: "lineCut", link: "north" },
    { at: 150_000, kind: "lineMended", link: "north" },
  ),
  seeds: [],
  visits: [
    { desk: "server1", from: "client1", to: "server1", isStray: true },
    { desk: "server2", from: "client2", to: "server2", isStray: true },
  ],
  emptyPercent: 65,
  seats: ["client1", "server1", "router1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [2, 5],
  errandPauseMs: 3_000,
  patienceMs: 180_000,
  retryMs: 36_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 5,
  pinsWorkLoose: true,
  quietPinsFirst: true,
  tcp: { halfOpenSlots: 6, recycles: false, trays: 6, window: 40, goBackN: false },
  stars: [0.2, 1.7, 3.3],
  variants: [
    { from: 4, to: 5, emptyPercent: 75 },
    { from: 6, to: 6, emptyPercent: 90, pinSlots: 6 },
  ],
} as const satisfies Mission;
