import { missions } from "../../assets/missions/missions.ts";
import type { Hop, Story, ToldErrand } from "../../shared/lesson/story.ts";
import { instant } from "../../shared/lib/instant.ts";
import { ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet, PacketId, Port } from "../../shared/wire/packet.ts";
import { planFor } from "../../shared/world/topology.ts";

const clientAddress = ipv4Address(10, 0, 1, 5);
const serverAddress = ipv4Address(10, 0, 3, 80);

/** A story of four seats in which nothing has happened but what is given. */
export function madeUpStory(told: Partial<Story> = {}): Story {
  const mission = missions["best-effort-1"];
  if (mission === undefined) throw new Error("the mission is gone");
  return {
    mission: { ...planFor(mission, 4), events: [] },
    seed: 7,
    addresses: {
      zones: {},
      boxes: { client1: clientAddress, server1: serverAddress },
    },
    tables: {},
    nicknames: {},
    endedAt: instant(60_000),
    ...{ score: 0, stars: 0, hops: [], acts: [], errands: [], events: [] },
    ...told,
  };
}

/** The first client's errand for the time, still open. */
export const errand: ToldErrand = {
  key: "client1/1",
  client: "client1",
  service: "time",
  openedAt: instant(0),
};

/** A question on its way to the server, on one link. */
export function hop(
  id: number,
  [from, to]: readonly [from: string, to: string],
  [departAt, arriveAt]: readonly [number, number],
  more: { readonly lostAt?: number; readonly errand?: string } = {},
): Hop {
  const { lostAt, errand: key = errand.key } = more;
  return {
    packet: question(id),
    link: [from, to].sort().join("-"),
    ...{ from, to, errand: key },
    departAt: instant(departAt),
    arriveAt: instant(arriveAt),
    ...(lostAt === undefined ? {} : { lostAt: instant(lostAt) }),
  };
}

const question = (id: number): Packet => ({
  id: id as PacketId,
  ip: { source: clientAddress, destination: serverAddress, ttl: 8, identification: id },
  body: {
    protocol: "udp",
    sourcePort: 50_000 as Port,
    destinationPort: 7_604 as Port,
    payload: "time? #001",
  },
});
