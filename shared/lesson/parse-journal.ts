import type { Intent, Move } from "../contract/intent.ts";
import { parseIntent } from "../contract/parse-intent.ts";
import { type Fields, isAssistance, isCount, isFields, isName } from "../contract/plain-values.ts";
import { instant } from "../lib/instant.ts";
import type { SealedJournal } from "./journal.ts";
import type { LessonOptions } from "./lesson.ts";

/** Why a text is not the journal of a lesson. */
export type TextFault = "notJson" | "notJournal" | "damaged";

/** The journal that a text holds, checked field by field: nobody knows where a file has been. */
export function parseJournal(text: string): SealedJournal | TextFault {
  const value = parseJson(text);
  if (value === undefined) return "notJson";
  if (!isFields(value) || !isFields(value["options"]) || !Array.isArray(value["moves"]))
    return "notJournal";
  const { format, rules } = value;
  const [options, seal] = [parseOptions(value["options"]), parseSeal(value["seal"])];
  const moves = value["moves"].map(parseMove).filter((move) => move !== undefined);
  const isWhole = moves.length === value["moves"].length && isInOrder(moves);
  if (options === undefined || seal === undefined || !isWhole) return "damaged";
  return { format: format as 1, rules: String(rules), options, moves, seal };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseOptions({ mode, mission, seed, ...more }: Fields): LessonOptions | undefined {
  const { assistance, guided, sight } = more;
  const isWhole = isName(mission) && isCount(seed) && isAssistance(assistance);
  if (!isWhole || (mode !== "room" && mode !== "practice")) return undefined;
  if (sight !== undefined && sight !== "open" && sight !== "neighbours") return undefined;
  return {
    ...{ mode, mission, seed, assistance },
    ...(guided === true ? { guided } : {}),
    ...(sight === undefined ? {} : { sight }),
  };
}

const parseSeal = (seal: unknown): SealedJournal["seal"] | undefined =>
  isFields(seal) && isTime(seal["at"]) && typeof seal["hash"] === "string"
    ? { at: instant(seal["at"]), hash: seal["hash"] }
    : undefined;

function parseMove(value: unknown): Move | undefined {
  if (!isFields(value)) return undefined;
  const { at, by, n } = value;
  if (!isTime(at) || !isName(by) || !isCount(n)) return undefined;
  const intent = by === "shell" ? parseShellIntent(value["intent"]) : parseIntent(value["intent"]);
  return intent === undefined ? undefined : { at: instant(at), by, n, intent };
}

function parseShellIntent(value: unknown): Intent | undefined {
  if (!isFields(value) || !isName(value["player"])) return undefined;
  const { kind, player, seat } = value;
  if (kind === "lineCut" || kind === "lineBack") return { kind, player };
  if (kind !== "join" || (seat !== undefined && !isName(seat))) return undefined;
  return { kind, player, keyHash: "", ...(seat === undefined ? {} : { seat }) };
}

/** A lesson may go on for weeks. */
const isTime = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

const isInOrder = (moves: readonly Move[]): boolean =>
  moves.every(({ at }, n) => at >= (moves[n - 1]?.at ?? 0));
