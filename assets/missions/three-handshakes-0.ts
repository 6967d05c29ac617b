import type { Mission } from "../../shared/contract/mission.ts";
import { inTime, knocks } from "./knocks.ts";
import { questions } from "./questions.ts";
import { twoWaysAndAHallway } from "./two-ways-and-a-hallway.ts";

/** Chapter 3, experiment: whoever is answered by mistake cannot say so, and the server's slots fill with ghosts. */
export const threeHandshakes0 = {
  id: "three-handshakes-0",
  chapter: 3,
  kind: "experiment",
  roundMs: 80_000,
  sight: "open",
  held: {
    client: ["handshake"],
    router: [],
    server: ["handshake"],
  },
  ...twoWaysAndAHallway,
  services: [
    { ...questions.time, box: "server1", listening: true },
    { ...questions.score, box: "server2", listening: true },
  ],
  events: inTime(
    ...knocks("client1", ["time"], { first: 400, every: 6_000, until: 30_000 }),
    ...knocks("client1", ["score"], { first: 400, every: 12_000, until: 30_000 }),
    ...knocks("client2", ["score"], { first: 6_000, every: 12_000, until: 30_000 }),
  ),
  seeds: [],
  seats: ["client1", "server1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [3, 6],
  errandPauseMs: 10_000,
  patienceMs: 40_000,
  retryMs: 17_500,
  beltSlots: 8,
  mostSends: 9,
  pinSlots: 0,
  tcp: { halfOpenSlots: 5, recycles: false, trays: 6, window: 40, goBackN: false },
  covered: "thirdStep",
  stars: [1, 2, 3],
} as const satisfies Mission;
