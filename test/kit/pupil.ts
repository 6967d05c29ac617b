import { reasons } from "../../shared/contract/reasons.ts";
import type { Act, Due } from "../../shared/device/act.ts";
import { bestExit } from "../../shared/device/route-pins.ts";
import type { RoutePin } from "../../shared/device/router.ts";
import { type Chance, drawPercent, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";
import { mistake } from "../../shared/match/mistake.ts";
import type { Place, Script } from "./scripted-class.ts";

/** How a pupil acts: the time for a first and for a practised act, and how often the act is a mistake. */
export type Skill = {
  readonly firstMs: number;
  readonly actMs: number;
  readonly errorPercent: number;
};

/** GAME-like pupils: the first two acts of a kind are slow, later ones take about four seconds. */
export const skills = {
  new: { firstMs: 11_000, actMs: 6_000, errorPercent: 15 },
  average: { firstMs: 8_000, actMs: 4_000, errorPercent: 5 },
  sharp: { firstMs: 5_000, actMs: 2_600, errorPercent: 1 },
} as const satisfies Readonly<Record<string, Skill>>;

/** What one pupil's round was like. */
export type PupilFigures = {
  busyMs: number;
  longestIdleMs: number;
  firstDueAt: number | undefined;
  acts: number;
};

/** Chooses what to do about a due; undefined lets it lie. */
export type Strategy = (place: Place, due: Due, chance: Chance) => Act | undefined;

/** Whether the pupil would ever do anything about a due; what it would not, it does not see. */
export type Sees = (place: Place, due: Due) => boolean;

/**
 * The machine's own act, or one of the judge's mistakes; a pin that has turned out wrong is put right first,
 * and one ACK says all that there is to say about a connection.
 */
export const honest =
  (skill: Skill): Strategy =>
  (place, due, chance) =>
    rightedPin(place) ??
    (drawPercent(chance, skill.errorPercent)
      ? mistake(place.match.world, place.seat.box, due, chance)
      : undefined) ??
    latestAcknowledgment(place, due) ??
    due.proposal;

/** What the tray says now, and not what it said when the first of the cards was put there. */
function latestAcknowledgment({ match, seat }: Place, { duty, proposal }: Due): Act | undefined {
  if (duty !== "acknowledge" || proposal.kind !== "sendSegment") return undefined;
  return match.world.boxes[seat.box]?.gate.dues
    .filter((other) => other.duty === duty)
    .map((other) => other.proposal)
    .findLast((other) => other.kind === "sendSegment" && other.socket === proposal.socket);
}

/** Even where no coach speaks, a pin that stands in no row of the table is seen sooner or later. */
const noticeMs = 30_000;

/** Something that a pupil does on its own account when nothing waits. */
export type Urge = (place: Place) => Act | undefined;

/** The first pin of the desk that the coach has spoken about or that has long stood wrong, put where it belongs. */
export function rightedPin({ match, seat }: Place): Act | undefined {
  const router = match.world.boxes[seat.box];
  if (router?.kind !== "router") return undefined;
  const isRegretted = ({ cause }: RoutePin): boolean =>
    match.evidence.some(
      ({ act, at, reason, shownAt }) =>
        act === cause &&
        (shownAt !== undefined || at + noticeMs < match.now) &&
        reasons[reason].verdict !== "right",
    );
  const pin = router.pins.find(isRegretted);
  const exit = pin && bestExit(router, pin.row);
  return exit === undefined ? undefined : { kind: "pin", row: pin?.row ?? 0, exit };
}

/** A scripted pupil: takes the oldest due it sees, thinks as long as its skill needs, and does what its strategy says. */
export class Pupil implements Script {
  readonly figures: PupilFigures = { busyMs: 0, longestIdleMs: 0, firstDueAt: undefined, acts: 0 };
  readonly #chance: Chance;
  readonly #skill: Skill;
  readonly #strategy: Strategy;
  readonly #sees: Sees;
  readonly #urge: Urge;
  readonly #done: Record<string, number> = {};
  #freeAt = 0;
  #plan: { readonly due: Due; readonly startAt: number; readonly at: Instant } | undefined;

  constructor(
    skill: Skill,
    seed: number,
    strategy: Strategy = honest(skill),
    sees: Sees = () => true,
    urge: Urge = () => undefined,
  ) {
    this.#skill = skill;
    this.#strategy = strategy;
    this.#sees = sees;
    this.#urge = urge;
    this.#chance = namedChance(seed, "pupil");
  }

  nextAt(place: Place): Instant | undefined {
    const gate = place.match.world.boxes[place.seat.box]?.gate;
    const isOpen = gate?.dues.some((due) => due.id === this.#plan?.due.id) === true;
    if (!isOpen) this.#plan = undefined;
    const due = gate?.dues.find((open) => this.#sees(place, open));
    if (this.#plan === undefined && due !== undefined) this.#plan = this.#planFor(due);
    return this.#plan === undefined ? this.#urgeAt(place) : this.#plan.at;
  }

  act(place: Place): Act | undefined {
    const plan = this.#plan;
    if (plan === undefined) return this.#followUrge(place);
    this.#plan = undefined;
    this.#note(plan.due, plan.startAt, plan.at);
    const due = place.match.world.boxes[place.seat.box]?.gate.dues.find(
      (open) => open.id === plan.due.id,
    );
    return due && this.#strategy(place, due, this.#chance);
  }

  #urgeAt(place: Place): Instant | undefined {
    if (this.#urge(place) === undefined) return undefined;
    return instant(Math.max(place.match.now, this.#freeAt + this.#skill.actMs));
  }

  #followUrge(place: Place): Act | undefined {
    const at = this.#urgeAt(place);
    if (at === undefined || at > place.match.now) return undefined;
    this.#freeAt = at;
    return this.#urge(place);
  }

  #planFor(due: Due) {
    const startAt = Math.max(due.since, this.#freeAt);
    const isFirst = (this.#done[due.proposal.kind] ?? 0) < 2;
    const middle = isFirst ? this.#skill.firstMs : this.#skill.actMs;
    const thinkMs = Math.trunc((middle * drawWhole(this.#chance, 75, 125)) / 100);
    return { due, startAt, at: instant(startAt + thinkMs) };
  }

  #note(due: Due, startAt: number, at: number): void {
    const { figures } = this;
    figures.firstDueAt ??= due.since;
    figures.longestIdleMs = Math.max(figures.longestIdleMs, startAt - this.#freeAt);
    figures.busyMs += at - startAt;
    figures.acts += 1;
    this.#done[due.proposal.kind] = (this.#done[due.proposal.kind] ?? 0) + 1;
    this.#freeAt = at;
  }
}
