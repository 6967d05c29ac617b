import type { MissionEvent } from "../../shared/contract/mission.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { Story } from "../../shared/lesson/story.ts";

/** Something that befell a network by itself or by its host: a line or a box, and by how much. */
export type Change = {
  readonly at: number;
  readonly kind: ChangeKind;
  readonly target: string;
  readonly amount: number;
};

type ChangeKind =
  | "lineCut"
  | "lineMended"
  | "boxDies"
  | "boxRevives"
  | "setLoss"
  | "setDelay"
  | "programStops"
  | "programsSwap";

/** What a line or a box is like at an instant. */
export type Condition = {
  readonly cut: ReadonlySet<string>;
  readonly dead: ReadonlySet<string>;
  readonly loss: ReadonlyMap<string, number>;
  readonly slow: ReadonlyMap<string, number>;
};

/** What befell a network up to its end: what its mission brings, and what its host has done. */
export const changesOf = (
  { mission, endedAt }: Story,
  faults: readonly ViewRow<"faults">[],
): readonly Change[] =>
  [...mission.events.flatMap(changeOfEvent), ...faults.flatMap(changeOfFault)]
    .filter(({ at }) => at <= endedAt)
    .toSorted((one, other) => one.at - other.at);

/** What the host has done to one network, where the viewer knows it. */
export const faultsIn = ({ faults }: View, network: string): readonly ViewRow<"faults">[] =>
  Object.values(faults).filter((fault) => fault.network === network);

/** How lines and boxes stood at an instant. */
export function conditionAt({ mission }: Story, changes: readonly Change[], at: number): Condition {
  const condition: Changing = {
    cut: new Set(),
    dead: new Set(),
    loss: new Map(mission.links.map(({ id, lossPercent = 0 }) => [id, lossPercent])),
    slow: new Map(),
  };
  for (const change of changes) if (change.at <= at) apply(condition, change);
  return condition;
}

type Changing = {
  readonly cut: Set<string>;
  readonly dead: Set<string>;
  readonly loss: Map<string, number>;
  readonly slow: Map<string, number>;
};

function apply({ cut, dead, loss, slow }: Changing, { kind, target, amount }: Change): void {
  switch (kind) {
    case "lineCut":
      return void cut.add(target);
    case "lineMended":
      return void cut.delete(target);
    case "boxDies":
      return void dead.add(target);
    case "boxRevives":
      return void dead.delete(target);
    case "setLoss":
      return void loss.set(target, amount);
    case "setDelay":
      return void slow.set(target, amount);
    default:
      return undefined;
  }
}

function changeOfEvent(event: MissionEvent): readonly Change[] {
  const { at } = event;
  switch (event.kind) {
    case "lineCut":
    case "lineMended":
      return [{ at, kind: event.kind, target: event.link, amount: 0 }];
    case "boxDies":
    case "boxRevives":
      return [{ at, kind: event.kind, target: event.box, amount: 0 }];
    case "programStops":
      return [{ at, kind: event.kind, target: event.service, amount: 0 }];
    case "programsSwap":
      return [{ at, kind: event.kind, target: event.services.join(" "), amount: 0 }];
    default:
      return [];
  }
}

const faultNames: Readonly<Record<string, ChangeKind>> = {
  cutLink: "lineCut",
  mendLink: "lineMended",
  killBox: "boxDies",
  reviveBox: "boxRevives",
  setLoss: "setLoss",
  setDelay: "setDelay",
};

function changeOfFault({ at, kind, target, amount = 0 }: ViewRow<"faults">): readonly Change[] {
  const name = faultNames[kind];
  return name === undefined ? [] : [{ at, kind: name, target, amount }];
}
