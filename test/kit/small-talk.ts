import type { Mission, MissionTcp } from "../../shared/contract/mission.ts";
import type { Duty } from "../../shared/device/act.ts";

/** What a host can be given to do over TCP. */
export const tcpDuties = [
  "handshake",
  "close",
  "transmit",
  "retransmit",
  "order",
  "acknowledge",
] as const satisfies readonly Duty[];

/** With the errand's tag five cards, one more than the window takes at a time. */
export const poem = "Roses are red, violets blue, sugar is sweet #1";

/** What can be changed about the small mission; `tcp` may be given in part. */
export type TalkChanges = Omit<Partial<Mission>, "tcp" | "held"> & {
  readonly tcp?: Partial<MissionTcp>;
  readonly held?: Partial<Mission["held"]>;
};

/**
 * The smallest mission over TCP: a client, another one in a team of three, a router that runs by itself, and a
 * server with a page.
 */
export function smallTalk({ tcp, held, ...changes }: TalkChanges = {}): Mission {
  return {
    ...{ id: "small-talk", chapter: 4, kind: "mechanism", roundMs: 600_000, sight: "neighbours" },
    zones: [
      { id: "class1", x: 0, y: 0, width: 100, height: 100, tint: "sand" },
      { id: "class2", x: 0, y: 200, width: 100, height: 100, tint: "rose" },
      { id: "serverRoom", x: 200, y: 0, width: 100, height: 100, tint: "mist" },
    ],
    boxes: [
      { id: "client1", role: "client", zone: "class1", x: 50, y: 50 },
      { id: "client2", role: "client", zone: "class2", x: 150, y: 250, fromSize: 3 },
      { id: "router1", role: "router", zone: "class1", x: 150, y: 50, automatic: true },
      { id: "server1", role: "server", zone: "serverRoom", x: 250, y: 50 },
    ],
    links: [
      { id: "client1-router1", a: "client1", b: "router1", bends: [] },
      { id: "client2-router1", a: "client2", b: "router1", bends: [] },
      { id: "router1-server1", a: "router1", b: "server1", bends: [] },
    ],
    routes: [
      { router: "router1", to: "class1", exit: "client1-router1" },
      { router: "router1", to: "class2", exit: "client2-router1" },
      { router: "router1", to: "serverRoom", exit: "router1-server1" },
    ],
    services: [
      {
        ...{ id: "poem", box: "server1", question: "poem? ", listening: true },
        answers: [poem],
      },
    ],
    ...{ events: [], seeds: [], seats: ["client1", "client2", "server1"], hopMs: [600, 900] },
    ...{ ttl: 8, openErrands: [1, 1], errandPauseMs: 3_000, patienceMs: 300_000, retryMs: 20_000 },
    ...{ beltSlots: 8, mostSends: 5, pinSlots: 0, stars: [0, 0, 0] },
    ...changes,
    held: { client: [], router: [], server: [], ...held },
    tcp: { ...{ halfOpenSlots: 3, recycles: false, trays: 6, window: 40, goBackN: false }, ...tcp },
  };
}
