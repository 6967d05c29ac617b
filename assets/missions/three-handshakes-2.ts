import type { Mission } from "../../shared/contract/mission.ts";
import { inTime, knocks } from "./knocks.ts";
import { questions } from "./questions.ts";
import { twoWaysAndALibrary } from "./two-ways-and-a-library.ts";

/** Chapter 3, twist: walk-ins who never answer, few slots, and a line that is cut while connections are open. */
export const threeHandshakes2 = {
  id: "three-handshakes-2",
  chapter: 3,
  kind: "twist",
  roundMs: 300_000,
  sight: "neighbours",
  held: {
    client: ["handshake", "close"],
    router: ["forward"],
    server: ["handshake"],
  },
  ...twoWaysAndALibrary,
  services: [
    { ...questions.time, box: "server1", listening: true },
    { ...questions.score, box: "server1", listening: true },
    { ...questions.quote, box: "server2", listening: true },
    { ...questions.diary, box: "server2", listening: true },
  ],
  events: inTime(
    { at: 1, kind: "boxDies", box: "client8" },
    ...knocks("client7", ["time"], { first: 400, every: 1_000, until: 1_400 }),
    ...knocks("client1", ["time", "quote"], { first: 400, every: 500, until: 1_400 }),
    ...knocks("client8", ["time", "quote", "score", "diary"], {
      first: 500,
      every: 300,
      until: 2_300,
    }),
    ...knocks("client1", ["score", "time"], { first: 11_000, every: 4_000, until: 28_000 }),
    { at: 90_000, kind: "lineCut", link: "north" },
    { at: 140_000, kind: "lineMended", link: "north" },
    { at: 180_000, kind: "lineCut", link: "south" },
    { at: 220_000, kind: "lineMended", link: "south" },
  ),
  seeds: [],
  visits: [
    { desk: "server1", from: "client8", to: "server1", isStray: true },
    { desk: "server1", from: "client1", to: "server1", isStray: true },
    { desk: "server2", from: "client8", to: "server2", isStray: true },
    { desk: "server2", from: "client2", to: "server2", isStray: true },
  ],
  emptyPercent: 64,
  seats: ["client1", "server1", "router1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [1, 6],
  errandPauseMs: 3_000,
  patienceMs: 180_000,
  retryMs: 48_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 5,
  pinsWorkLoose: true,
  quietPinsFirst: true,
  tcp: { halfOpenSlots: 3, recycles: true, trays: 6, window: 40, goBackN: false },
  stars: [0.01, 0.9, 2.2],
  variants: [
    { from: 4, to: 6, emptyPercent: 70 },
    { from: 6, to: 6, pinSlots: 6 },
  ],
} as const satisfies Mission;
