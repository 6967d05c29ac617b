import type { Text } from "../../assets/text/text.ts";
import type { Fault } from "../../shared/contract/intent.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { nameBox } from "./box-name.ts";
import { networksOf, networkView } from "./console-network-view.ts";
import { missionOf } from "./mission-of.ts";

/** A line or a server that something can be done to. */
export type FaultTarget = { readonly id: string; readonly name: string };

/** What is wrong with a line just now, in every network that is meant. */
export type LineState = { readonly isUp: boolean; readonly loss: number; readonly slow: number };

/** Something the host did that still lasts, where, and how to undo it. */
export type ActiveFault = {
  readonly id: string;
  readonly networks: readonly string[];
  readonly kind: FaultKind;
  readonly target: string;
  readonly amount: number;
  readonly at: number;
  readonly undo: Fault;
};

export const faultKinds = [
  "cutLink",
  "mendLink",
  "setLoss",
  "setDelay",
  "killBox",
  "reviveBox",
] as const satisfies readonly Fault["kind"][];
type FaultKind = (typeof faultKinds)[number];

/** The lines of the networks that are meant; those between routers come first, for there a cut leaves a way round. */
export function presentLines(view: View, network: string | undefined, text: Text) {
  const rows = Object.entries(firstView(view, network).links);
  const isInner = ({ a, b }: ViewRow<"links">) => [a, b].every((box) => box.startsWith("router"));
  return rows
    .toSorted(([, one], [, other]) => Number(isInner(other)) - Number(isInner(one)))
    .map(([id, { a, b }]): FaultTarget => {
      const [one, other] = [a, b].map((box) => nameBox(box, undefined, text));
      return { id, name: text.console.faults.between(one ?? "", other ?? "") };
    });
}

/** The servers of the networks that are meant. */
export const presentServers = (
  view: View,
  network: string | undefined,
  text: Text,
): readonly FaultTarget[] =>
  Object.entries(firstView(view, network).boxes)
    .filter(([, { role }]) => role === "server")
    .map(([id]) => ({ id, name: nameBox(id, undefined, text) }));

/** How a line stands; of several networks the first one speaks for all. */
export function lineState(view: View, network: string | undefined, line: string): LineState {
  const { up = true, loss = 0, slow = 1 } = firstView(view, network).links[line] ?? {};
  return { isUp: up, loss, slow };
}

/** Whether a server is off. */
export const isDead = (view: View, network: string | undefined, box: string): boolean =>
  firstView(view, network).boxes[box]?.dead === true;

/** What the host has done that still lasts: of each line and server the latest, unless it was undone. */
export function presentActiveFaults(view: View): readonly ActiveFault[] {
  const latest = new Map<string, ActiveFault>();
  for (const [id, row] of Object.entries(view.faults)) {
    const kind = faultKinds.find((one) => one === row.kind);
    if (kind === undefined) continue;
    const thing = `${row.network} ${row.target} ${things[kind]}`;
    latest.delete(thing);
    const undo = undoOf(kind, row, missionLoss(view, row.network, row.target));
    if (undo === undefined) continue;
    const { network, target, at, amount = 0 } = row;
    latest.set(thing, { id, networks: [network], kind, target, amount, at, undo });
  }
  return together([...latest.values()]);
}

/** What holds in several networks alike is one line. */
function together(faults: readonly ActiveFault[]): readonly ActiveFault[] {
  const groups = new Map<string, ActiveFault>();
  for (const fault of faults) {
    const name = `${fault.kind} ${fault.target} ${fault.amount}`;
    const known = groups.get(name);
    const networks = [...(known?.networks ?? []), ...fault.networks];
    groups.set(name, { ...(known ?? fault), networks });
  }
  return [...groups.values()];
}

/** A line or a box by its own id, as the host reads it. */
export function nameTarget(view: View, network: string, target: string, text: Text): string {
  const row = networkView(view, network).links[target];
  if (row === undefined) return nameBox(target, undefined, text);
  const [one, other] = [row.a, row.b].map((box) => nameBox(box, undefined, text));
  return text.console.faults.between(one ?? "", other ?? "");
}

/** What a fault is about: of two about the same thing the later one counts. */
const things: Readonly<Record<FaultKind, string>> = {
  cutLink: "line",
  mendLink: "line",
  setLoss: "loss",
  setDelay: "delay",
  killBox: "box",
  reviveBox: "box",
};

function undoOf(
  kind: FaultKind,
  { target, amount }: ViewRow<"faults">,
  usualLoss: number,
): Fault | undefined {
  switch (kind) {
    case "cutLink":
      return { kind: "mendLink", link: target };
    case "killBox":
      return { kind: "reviveBox", box: target };
    case "setLoss":
      return amount === usualLoss ? undefined : { kind, link: target, percent: usualLoss };
    case "setDelay":
      return (amount ?? 1) > 1 ? { kind, link: target, times: 1 } : undefined;
    default:
      return undefined;
  }
}

/** Some missions have lines that lose letters all by themselves. */
const missionLoss = (view: View, network: string, line: string): number =>
  missionOf(view, network)?.links.find(({ id }) => id === line)?.lossPercent ?? 0;

const firstView = (view: View, network: string | undefined): View =>
  networkView(view, network ?? networksOf(view)[0] ?? "");
