import { missions } from "../../assets/missions/missions.ts";
import {
  type Mission,
  type MissionEvent,
  type Role,
  roles,
} from "../../shared/contract/mission.ts";
import { type Duty, duties } from "../../shared/device/act.ts";
import { type Chance, drawOne, drawPercent, drawWhole, shuffled } from "../../shared/lib/chance.ts";

/** Every mission of the game, each with faults, losses, narrow lines and held duties of its own. */
export const varyMissions = (chance: Chance): Readonly<Record<string, Mission>> =>
  Object.fromEntries(
    Object.values(missions).map((mission) => [
      mission.id,
      drawPercent(chance, 20) ? mission : varied(chance, mission),
    ]),
  );

const mostFaults = 24;

function varied(chance: Chance, mission: Mission): Mission {
  const faults = Array.from({ length: drawWhole(chance, 0, mostFaults) }, () =>
    drawFault(chance, mission),
  );
  return {
    ...mission,
    held: drawPercent(chance, 60) ? mission.held : drawHeld(chance),
    links: mission.links.map((link) => ({ ...link, ...drawTrouble(chance) })),
    events: [...mission.events, ...faults].sort((a, b) => a.at - b.at),
    ttl: drawOne(chance, [mission.ttl, mission.ttl, 1, 2, 3]),
    beltSlots: drawOne(chance, [mission.beltSlots, mission.beltSlots, 1, 3]),
    retryMs: drawOne(chance, [mission.retryMs, 5_000]),
    patienceMs: drawOne(chance, [mission.patienceMs, 40_000]),
    mostSends: drawOne(chance, [mission.mostSends, 1, 2]),
    pinSlots: drawOne(chance, [mission.pinSlots, 0, 1, 3]),
    ...drawTcp(chance, mission),
  };
}

/** Hosts that talk over TCP may have less or more room for it than their mission gives them. */
const drawTcp = (chance: Chance, { tcp }: Mission): Pick<Mission, "tcp"> =>
  tcp === undefined || drawPercent(chance, 30)
    ? {}
    : {
        tcp: {
          halfOpenSlots: drawWhole(chance, 1, 3),
          recycles: drawPercent(chance, 50),
          trays: drawWhole(chance, 1, 3),
          window: drawOne(chance, [10, 20, 40, 80]),
          goBackN: drawPercent(chance, 30),
        },
      };

const drawHeld = (chance: Chance): Mission["held"] => {
  const some = (): readonly Duty[] => duties.filter(() => drawPercent(chance, 50));
  return Object.fromEntries(roles.map((role) => [role, some()])) as Record<Role, Duty[]>;
};

/** Most lines are sound; some lose, delay or take few letters. */
const drawTrouble = (chance: Chance): Partial<Mission["links"][number]> => ({
  ...(drawPercent(chance, 20) ? { lossPercent: drawWhole(chance, 1, 90) } : {}),
  ...(drawPercent(chance, 20) ? { jitterMs: drawWhole(chance, 1, 4_000) } : {}),
  ...(drawPercent(chance, 15) ? { capacity: drawWhole(chance, 1, 4) } : {}),
});

type Fault = MissionEvent["kind"];

/** One way to draw each fault that a mission can have; a fault that is new is missed by the type checker. */
const faults: {
  readonly [K in Fault]: (
    chance: Chance,
    mission: Mission,
  ) => Omit<MissionEvent & { kind: K }, "at">;
} = {
  programStops: (chance, { services }) => ({
    kind: "programStops",
    service: drawOne(chance, services).id,
  }),
  programsSwap: (chance, { services }) => {
    const [one = "", other = ""] = shuffled(
      chance,
      services.map(({ id }) => id),
    );
    return { kind: "programsSwap", services: [one, other] };
  },
  lineCut: (chance, { links }) => ({ kind: "lineCut", link: drawOne(chance, links).id }),
  lineMended: (chance, { links }) => ({ kind: "lineMended", link: drawOne(chance, links).id }),
  strayKnock: (chance, { boxes, services }) => ({
    kind: "strayKnock",
    from: drawOne(chance, boxes).id,
    service: drawOne(chance, services).id,
  }),
  boxDies: (chance, { boxes }) => ({ kind: "boxDies", box: drawOne(chance, boxes).id }),
  boxRevives: (chance, { boxes }) => ({ kind: "boxRevives", box: drawOne(chance, boxes).id }),
};

function drawFault(chance: Chance, mission: Mission): MissionEvent {
  const kind = drawOne(chance, Object.keys(faults) as Fault[]);
  const at = drawWhole(chance, 1, mission.roundMs - 1);
  return { at, ...faults[kind](chance, mission) } as MissionEvent;
}
