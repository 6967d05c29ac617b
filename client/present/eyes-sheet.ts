import type { Text } from "../../assets/text/text.ts";
import { type Mission, type Role, roles } from "../../shared/contract/mission.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { presentBoxName } from "./box-name.ts";
import { networkView, orderOf } from "./console-network-view.ts";
import { nameNetwork } from "./console-troubles.ts";
import { presentExitName } from "./exit-name.ts";
import { missionOf } from "./mission-of.ts";
import { presentRoleRule, type RoleRule } from "./role-rule.ts";
import { presentNickname } from "./shell-nickname.ts";
import { tcpDeskFor } from "./tcp-desk.ts";
import { wordFor } from "./word-for.ts";

/** A line of a sheet; where nothing is known yet there is a blank to write on. */
type SheetLine = {
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
};

type SectionName = keyof Text["pair"]["sheet"]["sections"];

/** A part of a sheet: what it is a list of. */
export type SheetSection = { readonly name: SectionName; readonly lines: readonly SheetLine[] };

/** What whoever is the eyes of a seat holds: the names for the numbers that are on the desk. */
export type EyesSheet = {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly role: Role;
  readonly address: string;
  readonly rule: RoleRule;
  readonly sections: readonly SheetSection[];
  /** How numbers are reckoned, at the ends of a connection. */
  readonly sums: readonly string[];
};

/** The sheet of my seat, if two share it. */
export function presentMySheet(view: View, text: Text): EyesSheet | undefined {
  const [row] = Object.values(view.sheets);
  const who = Object.values(view.players).find(({ you }) => you)?.nickname ?? "";
  return row && presentCard(view, text, row, presentNickname(who, text));
}

/** The sheets of all shared seats, as the host prints them: team by team. */
export function presentAllSheets(view: View, text: Text): readonly EyesSheet[] {
  const firsts = Object.values(view.sheets).filter(({ order }) => order === 0);
  return firsts
    .toSorted((one, other) => orderOf(one.network) - orderOf(other.network))
    .map((row) => {
      const { player = "" } = view.seats[`${row.network}/${row.box}`] ?? {};
      const names = presentNickname(view.players[player]?.nickname ?? "", text);
      const who = text.pair.host.network(nameNetwork(row.network, text), names);
      const own = networkView(view, row.network);
      return presentCard(asSeenFrom(own, row.box), text, row, who);
    });
}

/** The host looks from no box; a sheet names lines as they are called at its own. */
const asSeenFrom = (view: View, box: string): View => {
  const row = view.boxes[box];
  return row === undefined
    ? view
    : { ...view, boxes: { ...view.boxes, [box]: { ...row, you: true } } };
};

function presentCard(
  view: View,
  text: Text,
  { network, box }: ViewRow<"sheets">,
  who: string,
): EyesSheet {
  const mission = missionOf(view);
  const { role: word, address = "" } = view.boxes[box] ?? {};
  const role = roles.find((one) => one === word) ?? "client";
  const { round = 1, mission: id = "" } = view.lesson["now"] ?? {};
  const lines = Object.values(view.sheets)
    .filter((line) => line.network === network && line.box === box)
    .toSorted((one, other) => one.order - other.order);
  return {
    id: `${network}/${box}`,
    title: text.pair.sheet.of(round, wordFor(text.names.missions, id)),
    ...{ who, role, address },
    rule: presentRoleRule(mission, role, text),
    sections: presentSections(view, text, lines),
    sums: presentSums(mission, role, text),
  };
}

const sectionOf: Readonly<Record<string, SectionName>> = {
  door: "doors",
  route: "routes",
  service: "book",
  host: "book",
};

const presentSections = (
  view: View,
  text: Text,
  lines: readonly ViewRow<"sheets">[],
): readonly SheetSection[] =>
  (["routes", "doors", "book"] as const).flatMap((name) => {
    const own = lines.filter(({ kind }) => sectionOf[kind] === name);
    return own.length === 0
      ? []
      : [{ name, lines: own.map((line) => presentLine(view, text, line)) }];
  });

function presentLine(view: View, text: Text, line: ViewRow<"sheets">): SheetLine {
  const { kind, about, address, port, exit, order } = line;
  const id = `${order}`;
  if (kind === "route") return { id, name: about, value: exitWords(view, text, exit ?? "") };
  const name =
    kind === "host" ? presentBoxName(view, about, text) : wordFor(text.names.services, about);
  const door = port === undefined ? "" : String(port);
  if (kind === "door") return { id, name, value: door === "" ? undefined : door };
  return { id, name, value: [address, door].filter((part) => part !== "").join(":") };
}

/** Whoever sits at the other end may leave: the address of that machine stays. */
function exitWords(view: View, text: Text, exit: string): string {
  const { a, b } = view.links[exit] ?? {};
  const end = view.boxes[a ?? ""]?.you === true ? b : a;
  return `${presentExitName(view, exit, text)} (${view.boxes[end ?? ""]?.address ?? ""})`;
}

/** An experiment is there to find out what is missing. */
function presentSums(mission: Mission | undefined, role: Role, text: Text): readonly string[] {
  const desk = tcpDeskFor(mission?.held[role] ?? []);
  if (mission === undefined || mission.kind === "experiment" || desk === undefined) return [];
  const { rules } = text.pair.sheet;
  if (desk !== "handshakes") return rules[desk];
  return role === "client" ? rules.connecting : rules.listening;
}
