import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { type Duty, duties } from "../../../shared/device/act.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { Hands } from "../../kit/hands.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

/** The mission with only these duties played: one line of its data. */
const missionWith = (played: readonly Duty[]): Mission => ({
  ...addressAndDoor1,
  held: {
    client: addressAndDoor1.held.client.filter((duty) => played.includes(duty)),
    router: addressAndDoor1.held.router.filter((duty) => played.includes(duty)),
    server: addressAndDoor1.held.server.filter((duty) => played.includes(duty)),
  },
});

/** Every choice of duties, none to all three. */
const choices = Array.from({ length: 8 }, (_, bits) =>
  duties.filter((__, index) => ((bits >> index) & 1) === 1),
);

/** What each kind of act is the doing of. */
const dutyOf = {
  sendDatagram: "address",
  askDoor: "address",
  forward: "forward",
  deliver: "demultiplex",
  reject: "demultiplex",
  bindPort: "demultiplex",
  tellDoor: "demultiplex",
  raiseFlag: undefined,
} as const;

test("three duties can be held or open in eight ways", () => {
  expect(choices).toHaveLength(8);
});

describe.each(choices.map((played) => ({ played })))("with $played played", ({ played }) => {
  const missions = { [addressAndDoor1.id]: missionWith(played) };
  const allowed: readonly string[] = Object.entries(dutyOf).flatMap(([kind, duty]) =>
    duty !== undefined && played.includes(duty) ? [kind] : [],
  );

  test("autopilots get every errand answered, and act only for the played duties", () => {
    const { classroom, match } = new Hands([], { missions });
    classroom.finishRound();
    expect(match.answered).toBeGreaterThan(15);
    expect(match.failed).toBe(0);
    expect(match.acts.filter(({ kind }) => !allowed.includes(kind))).toEqual([]);
    expect(match.acts.length > 0).toBe(played.length > 0);
  });

  test("five sharp pupils play it to the end, each judged for the duties they hold", () => {
    const classroom = new ScriptedClass({ missions, seed: 4 });
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
  const hands = new Hands([], { missions: { [addressAndDoor1.id]: missionWith([]) } });
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
