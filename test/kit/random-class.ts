import fc from "fast-check";
import { missions } from "../../assets/missions/missions.ts";
import type { Intent } from "../../shared/contract/intent.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { districtSize, mostInNetwork } from "../../shared/contract/network-size.ts";
import type { ErrandId } from "../../shared/device/act.ts";
import { instant } from "../../shared/lib/instant.ts";
import { Pupil, type Skill, skills } from "./pupil.ts";
import { type ClassOptions, ScriptedClass } from "./scripted-class.ts";

/** Something that happens to a class from outside, at an instant of the lesson. */
export type ClassEvent = { readonly at: number; readonly by: string; readonly intent: Intent };

/** A class that can be lived through again and again: its pupils, and what happens to it. */
export type ClassPlan = {
  readonly seed: number;
  /** The first mission that is played; the first of the game unless told. */
  readonly mission?: string;
  readonly pupils: readonly Skill[];
  /** How many play in one network at most; as usual unless told. */
  readonly networkSize?: number;
  /** Whether two share every second device. */
  readonly hasPairs?: boolean;
  readonly events: readonly ClassEvent[];
  readonly untilMs: number;
};

const lateComers = ["late1", "late2", "late3"] as const;
const aPlayer = fc.constantFrom("p1", "p2", "p3", ...lateComers);
const aHostIntent = (missions: readonly string[]): fc.Arbitrary<Intent> =>
  fc.constantFrom<Intent>(
    { kind: "pause" },
    { kind: "resume" },
    { kind: "resume" },
    { kind: "endRound" },
    { kind: "startRound" },
    ...missions.map((mission) => ({ kind: "startRound", mission }) as const),
  );
const aPlayerIntent = fc.constantFrom<Intent>(
  { kind: "ready" },
  { kind: "takeBack" },
  { kind: "shareSeat", shared: true },
  { kind: "setAssistance", assistance: "expert" },
  { kind: "setAssistance", assistance: "guided" },
  { kind: "act", act: { kind: "raiseFlag", flag: "wait" } },
  { kind: "act", act: { kind: "askDoor", service: "score" } },
  { kind: "act", act: { kind: "giveUp", errand: 1 as ErrandId } },
  { kind: "act", act: { kind: "pin", row: 3, exit: "router1-router2" } },
  { kind: "act", act: { kind: "unpin", row: 3 } },
);

const aWhat = (missions: readonly string[]): fc.Arbitrary<Omit<ClassEvent, "at">> =>
  fc.oneof(
    fc.record({ by: fc.constant("host" as const), intent: aHostIntent(missions) }),
    fc.record({ by: aPlayer, intent: aPlayerIntent }),
    fc
      .constantFrom(...lateComers)
      .map(
        (player) => ({ by: "shell", intent: { kind: "join", player, keyHash: player } }) as const,
      ),
    fc
      .tuple(fc.constantFrom("lineCut", "lineBack", "lineBack"), aPlayer)
      .map(([kind, player]) => ({ by: "shell", intent: { kind, player } as Intent })),
    aPlayer.map((player) => ({ by: "host", intent: { kind: "kick", player } }) as const),
  );

/** New pupils make three times their usual mistakes here, so that every consequence comes up. */
const clumsy: Skill = { ...skills.new, errorPercent: 45 };

/** Every mission with whatever happens in it four times as early, so that a short round has it all. */
export const hurriedMissions: Readonly<Record<string, Mission>> = Object.fromEntries(
  Object.values(missions).map((mission) => {
    const events = mission.events.map((event) => ({ ...event, at: Math.trunc(event.at / 4) }));
    return [mission.id, { ...mission, events }];
  }),
);

const firstMission = "address-and-door-1";

/** Classes of every size with pupils of every skill, who play these missions and to whom things happen at any moment. */
export const aClassPlan = (
  untilMs: number,
  played: readonly string[] = [firstMission],
): fc.Arbitrary<ClassPlan> =>
  fc.record({
    seed: fc.nat(),
    mission: fc.constantFrom(...played),
    pupils: fc.array(fc.constantFrom(clumsy, clumsy, skills.average, skills.sharp), {
      minLength: 1,
      maxLength: 8,
    }),
    networkSize: fc.constantFrom(districtSize, mostInNetwork),
    hasPairs: fc.boolean(),
    events: fc
      .array(
        fc
          .tuple(fc.integer({ min: 0, max: untilMs }), aWhat(played))
          .map(([at, what]) => ({ at, ...what })),
        { maxLength: 12 },
      )
      .map((events) => events.sort((a, b) => a.at - b.at)),
    untilMs: fc.constant(untilMs),
  });

/** Lives through the plan; `watch` is called after every single thing that happened. */
export function liveThrough(
  plan: ClassPlan,
  options: ClassOptions = {},
  watch: (classroom: ScriptedClass) => void = () => undefined,
): ScriptedClass {
  const { seed, mission = firstMission, networkSize = districtSize } = plan;
  const classroom = new ScriptedClass({ seed, mission, ...options });
  for (const [index, skill] of plan.pupils.entries()) {
    classroom.join(`p${index + 1}`, new Pupil(skill, plan.seed + index));
    if (plan.hasPairs === true && index % 2 === 0)
      classroom.move(`p${index + 1}`, { kind: "shareSeat", shared: true });
  }
  if (networkSize !== districtSize) classroom.move("host", { kind: "setSize", size: networkSize });
  classroom.startRound();
  for (const { at, by, intent } of plan.events) {
    classroom.runOn(instant(at), () => watch(classroom));
    classroom.move(by, intent);
    watch(classroom);
  }
  classroom.runOn(instant(plan.untilMs), () => watch(classroom));
  return classroom;
}
