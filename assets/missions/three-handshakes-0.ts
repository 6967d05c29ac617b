import type { Mission } from "../../shared/contract/mission.ts";
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
  events: [
    { at: 400, kind: "strayKnock", from: "client1", service: "time" },
    { at: 400, kind: "strayKnock", from: "client1", service: "score" },
  ],
  seeds: [],
  visits: [
    { desk: "server1", from: "client1", to: "server1", isStray: true },
    { desk: "server2", from: "client2", to: "server2", isStray: true },
  ],
  emptyPercent: 55,
  seats: ["client1", "server1", "client2", "server2", "client3"],
  hopMs: [600, 900],
  ttl: 8,
  openErrands: [2, 6],
  errandPauseMs: 4_000,
  patienceMs: 40_000,
  retryMs: 18_500,
  beltSlots: 8,
  mostSends: 9,
  pinSlots: 0,
  tcp: { halfOpenSlots: 5, recycles: false, trays: 6, window: 40, goBackN: false },
  covered: "thirdStep",
  stars: [1, 2, 3],
  variants: [{ from: 6, to: 6, emptyPercent: 90 }],
} as const satisfies Mission;
