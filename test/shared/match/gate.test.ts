import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import { threeHandshakes2 } from "../../../assets/missions/three-handshakes-2.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { type ActKind, type Duty, duties } from "../../../shared/device/act.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";
import { still } from "../../kit/still-mission.ts";

/** The mission with only these duties played: one line of its data. */
const missionWith = (mission: Mission, played: readonly Duty[]): Mission => ({
  ...mission,
  held: {
    client: mission.held.client.filter((duty) => played.includes(duty)),
    router: mission.held.router.filter((duty) => played.includes(duty)),
    server: mission.held.server.filter((duty) => played.includes(duty)),
  },
});

/** A mission in which nothing needs to fail, the duties that are held or open in it, and how much is done there at least. */
type Gated = {
  readonly mission: Mission;
  readonly duties: readonly Duty[];
  readonly least: { readonly automatic: number; readonly sharp: number };
};

const gated: readonly Gated[] = [
  {
    mission: still(addressAndDoor1),
    duties: ["address", "forward", "demultiplex"],
    least: { automatic: 15, sharp: 10 },
  },
  {
    mission: still(calm(bestEffort1)),
    duties: ["retransmit", "forward"],
    least: { automatic: 15, sharp: 10 },
  },
  {
    mission: still(calm(threeHandshakes2)),
    duties: ["handshake", "close", "forward"],
    least: { automatic: 15, sharp: 8 },
  },
  {
    // one page at a time: more would fall off a desk where the cards of both servers come by themselves
    mission: { ...still(calm(inOrder1)), openErrands: [1, 1], errandPauseMs: 3_000 },
    duties: ["order", "acknowledge", "transmit", "retransmit", "forward"],
    least: { automatic: 5, sharp: 4 },
  },
];

/** Every choice of these duties, none to all of them. */
const choicesOf = (all: readonly Duty[]): readonly (readonly Duty[])[] =>
  Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((__, index) => ((bits >> index) & 1) === 1),
  );

const settings = gated.flatMap(({ duties: all, ...what }) =>
  choicesOf(all).map((played) => ({ ...what, played })),
);

/** What each kind of act is the doing of. */
const dutyOf: Readonly<Record<ActKind, readonly Duty[]>> = {
  sendDatagram: ["address", "retransmit"],
  giveUp: ["retransmit"],
  askDoor: ["address"],
  forward: ["forward"],
  pin: ["forward"],
  unpin: ["forward"],
  deliver: ["demultiplex"],
  reject: ["demultiplex", "forward"],
  sendSegment: ["handshake", "close", "acknowledge"],
  sendCard: ["transmit", "retransmit"],
  place: ["order"],
  discard: ["order"],
  letGo: ["handshake"],
  bindPort: ["demultiplex"],
  tellDoor: ["demultiplex"],
  raiseFlag: [],
};

test("every duty is held and open, with every choice of those that are played beside it", () => {
  expect(settings).toHaveLength(8 + 4 + 8 + 32);
  expect(new Set(settings.flatMap(({ played }) => played))).toEqual(new Set(duties));
});

describe.each(settings)("in $mission.id with $played played", ({ mission, played, least }) => {
  const missions = { [mission.id]: missionWith(mission, played) };
  const options = { missions, mission: mission.id };
  const allowed: readonly string[] = Object.entries(dutyOf).flatMap(([kind, of]) =>
    of.some((duty) => played.includes(duty)) ? [kind] : [],
  );

  test("autopilots get every errand answered, and act only for the played duties", () => {
    const { classroom, match } = new Hands([], options);
    classroom.finishRound();
    expect(match.answered).toBeGreaterThan(least.automatic);
    expect(match.failed).toBe(0);
    expect(match.acts.filter(({ kind }) => !allowed.includes(kind))).toEqual([]);
    // where nothing is lost, nothing is sent again
    const atDesks = Object.values(match.world.boxes).flatMap(({ gate }) => gate.held);
    expect(match.acts.length > 0).toBe(atDesks.some((duty) => duty !== "retransmit"));
  });

  test("five sharp pupils play it to the end, each judged for the duties they hold", () => {
    const classroom = new ScriptedClass({ ...options, seed: 4 });
    for (const n of [1, 2, 3, 4, 5]) classroom.join(`p${n}`, new Pupil(skills.sharp, n));
    classroom.startRound();
    classroom.finishRound();
    const match = classroom.lesson.networks["n1"]?.match;
    expect(match?.answered).toBeGreaterThan(least.sharp);
    expect(match?.failed).toBe(0);
    const judged = match?.evidence.map(({ act }) => match.acts[act - 1]?.kind) ?? [];
    expect(judged.filter((kind) => kind === undefined || !allowed.includes(kind))).toEqual([]);
  });
});

test("with every duty open an answer comes back at line speed, and no desk ever sees a letter", () => {
  const hands = new Hands([], {
    missions: { [addressAndDoor1.id]: missionWith(still(addressAndDoor1), []) },
  });
  const { world } = hands.match;
  const delays = (links: readonly string[]): number =>
    links.reduce((sum, link) => sum + (world.links[link]?.delayMs ?? 0), 0);
  const servers = ["router3-server", "router3-server2"];
  const toServer = Math.max(...servers.map((link) => delays([link])));
  const roundTrips = {
    client1: 2 * (delays(["client1-router1", "router1-router3"]) + toServer),
    client2: 2 * (delays(["client2-router2", "router2-router3"]) + toServer),
  };
  const oldest = { client1: 0, client2: 0 };
  hands.classroom.runOn(instant(hands.classroom.now + 60_000), () => {
    for (const box of Object.values(world.boxes)) expect(box.gate.dues).toEqual([]);
    for (const client of ["client1", "client2"] as const) {
      const ages = hands.host(client).errands.map(({ openedAt }) => hands.match.now - openedAt);
      oldest[client] = Math.max(oldest[client], ...ages);
    }
  });
  expect(hands.match.acts).toEqual([]);
  expect(hands.match.answered).toBeGreaterThan(15);
  for (const client of ["client1", "client2"] as const) {
    expect(oldest[client]).toBeLessThanOrEqual(roundTrips[client]);
    expect(oldest[client]).toBeGreaterThan(roundTrips[client] - 1_000);
  }
});
