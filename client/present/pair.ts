import type { Text } from "../../assets/text/text.ts";
import { nicknamesOf, type Pair, pairAt } from "../../shared/contract/pair.ts";
import type { View } from "../../shared/contract/view.ts";
import { presentNickname } from "./shell-nickname.ts";

/** Of two at this desk, who does what just now. */
export type PairNow = Pair<string> & {
  /** Whether half-time was a moment ago, so that the screen says so. */
  readonly swapsNow: boolean;
};

/** So long after half-time somebody who comes back to the desk is still told. */
const tellMs = 30_000;

/** Whether two share my seat: then what stands on their sheet stands nowhere else on the desk. */
export const isShared = (view: View): boolean => view.lesson["now"]?.swapAt !== undefined;

/** The two at my desk; undefined for somebody alone. */
export function presentPair(view: View, text: Text, playNow: number): PairNow | undefined {
  const { swapAt, round = 1 } = view.lesson["now"] ?? {};
  const joined = Object.values(view.players).find(({ you }) => you)?.nickname ?? "";
  const [one, other] = nicknamesOf(joined);
  if (swapAt === undefined || one === undefined || other === undefined) return undefined;
  const named = [presentNickname(one, text), presentNickname(other, text)] as const;
  const swapsNow = playNow >= swapAt && playNow < swapAt + tellMs;
  return { ...pairAt(named, round, playNow >= swapAt), swapsNow };
}
