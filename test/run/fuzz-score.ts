import type { Notice } from "../../shared/device/outside.ts";
import { type Match, seatOf } from "../../shared/match/match.ts";
import { countErrand, countWaste, type ErrandEnd } from "../../shared/match/scoring.ts";
import type { ActId, Packet } from "../../shared/wire/packet.ts";
import type { Watch } from "../../shared/world/world.ts";
import { must } from "./fuzz-law.ts";

/** The score of one match counted a second time, from what its machines say and what its judge wrote down. */
export class FuzzScore {
  readonly #match: Match;
  /** The same match with a ledger of its own. */
  readonly #ledger: Match;
  #end: string | undefined;

  constructor(match: Match) {
    this.#match = match;
    this.#ledger = {
      ...match,
      errands: structuredClone(match.errands),
      evidence: [...match.evidence],
      timeline: structuredClone(match.timeline),
    };
  }

  readonly watch: Watch = {
    departed: () => undefined,
    told: () => undefined,
    dropped: () => undefined,
    notice: (box, notice, cause, packet) => this.#hear(box, notice, cause, packet),
    call: () => undefined,
  };

  /** Folds in what the judge has written since, and compares the sums. */
  check(): void {
    for (const evidence of this.#match.evidence.slice(this.#ledger.evidence.length)) {
      // What fell off a belt is missed, which costs nothing by itself.
      const isAct = evidence.act > 0;
      if (isAct) countWaste(this.#ledger, seatOf(this.#match, evidence.seat), evidence.reason);
      this.#ledger.evidence.push(evidence);
    }
    for (const sum of ["points", "waste", "answered", "failed"] as const) {
      const told = [this.#match[sum], this.#ledger[sum]];
      must(told[0] === told[1], `the ${sum} are the fold of the log`, told);
    }
    this.#checkEnd();
  }

  #checkEnd(): void {
    const { now, endsAt, acts, points, waste, failed } = this.#match;
    if (now < endsAt) return;
    const end = [acts.length, points, waste, failed].join();
    must((this.#end ?? end) === end, "what is over stays over", [this.#end, end]);
    this.#end = end;
  }

  #hear(box: string, notice: Notice, cause: ActId | undefined, packet: Packet | undefined): void {
    const { kind } = notice;
    const isEnd = kind === "errandAnswered" || kind === "errandFailed" || kind === "errandGivenUp";
    if (!isEnd) return;
    countErrand(this.#ledger, box, notice, this.#endOf(kind, cause, packet));
  }

  #endOf(kind: Notice["kind"], cause: ActId | undefined, packet: Packet | undefined): ErrandEnd {
    if (kind !== "errandAnswered") return "failed";
    const family = this.#familyOf([
      ...(cause === undefined ? [] : [cause]),
      ...(packet?.pins ?? []),
    ]);
    const isEarned = this.#match.evidence.some(({ act }) => family.includes(act));
    return isEarned ? "earned" : "answered";
  }

  /** The acts, their parents, and theirs. */
  #familyOf(acts: readonly ActId[]): readonly ActId[] {
    const family = [...acts];
    for (let next = 0; next < family.length; next++) {
      const parents = this.#match.acts[(family[next] ?? 0) - 1]?.parents ?? [];
      family.push(...parents.filter((parent) => !family.includes(parent)));
    }
    return family;
  }
}
