import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { type ActKind, type Duty, duties } from "../../../shared/device/act.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

/** The mission with only these duties played: one line of its data. */
const missionWith = (mission: Mission, played: readonly Duty[]): Mission => ({
  ...mission,
  held: {
    client: mission.held.client.filter((duty) => played.includes(duty)),
    router: mission.held.router.filter((duty) => played.includes(duty)),
    server: mission.held.server.filter((duty) => played.includes(duty)),
  },
});

/** Missions in which nothing needs to fail, and the duties that are held or open in them. */
const gated: readonly (readonly [Mission, readonly Duty[]])[] = [
  [addressAndDoor1, ["address", "forward", "demultiplex"]],
  [calm(bestEffort1), ["retransmit", "forward"]],
];

/** Every choice of these duties, none to all of them. */
const choicesOf = (all: readonly Duty[]): readonly (readonly Duty[])[] =>
  Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((__, index) => ((bits >> index) & 1) === 1),
  );

const settings = gated.flatMap(([mission, all]) =>
  choicesOf(all).map((played) => ({ mission, played })),
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
  bindPort: ["demultiplex"],
  tellDoor: ["demultiplex"],
  raiseFlag: [],
};

test("every duty is held and open, three of them in eight ways and two in four", () => {
  expect(settings).toHaveLength(8 + 4);
  expect(new Set(settings.flatMap(({ played }) => played))).toEqual(new Set(duties));
});

describe.each(settings)("in $mission.id with $played played", ({ mission, played }) => {
  const missions = { [mission.id]: missionWith(mission, played) };
  const options = { missions, mission: mission.id };
  const allowed: readonly string[] = Object.entries(dutyOf).flatMap(([kind, of]) =>
    of.some((duty) => played.includes(duty)) ? [kind] : [],
  );

  test("autopilots get every errand answered, and act only for the played duties", () => {
    const { classroom, match } = new Hands([], options);
    classroom.finishRound();
    expect(match.answered).toBeGreaterThan(15);
    expect(match.failed).toBe(0);
    expect(match.acts.filter(({ kind }) => !allowed.includes(kind))).toEqual([]);
    // where nothing is lost, nothing is sent again
    expect(match.acts.length > 0).toBe(played.some((duty) => duty !== "retransmit"));
  });

  test("five sharp pupils play it to the end, each judged for the duties they hold", () => {
    const classroom = new ScriptedClass({ ...options, seed: 4 });
    for (const n of [1, 2, 3, 4, 5]) classroom.join(`p${n}`, new Pupil(skills.sharp, n));
    classroom.startRound();
    classroom.finishRound();
    const match = classroom.lesson.networks["n1"]?.match;
    expect(match?.answered).toBeGreaterThan(10);
    expect(match?.failed).toBe(0);
    const judged = match?.evidence.map(({ act }) => match.acts[act - 1]?.kind) ?? [];
    expect(judged.filter((kind) => kind === undefined || !allowed.includes(kind))).toEqual([]);
  });
});

test("with every duty open an answer comes back at line speed, and no desk ever sees a letter", () => {
  const hands = new Hands([], {
    missions: { [addressAndDoor1.id]: missionWith(addressAndDoor1, []) },
  });
  const { world } = hands.match;
  const delays = (links: readonly string[]): number =>
    links.reduce((sum, link) => sum + (world.links[link]?.delayMs ?? 0), 0);
  const shared = ["router1-router2", "router2-server"];
  const roundTrips = {
    client1: 2 * delays(["client1-router1", ...shared]),
    client2: 2 * delays(["client2-router1", ...shared]),
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
