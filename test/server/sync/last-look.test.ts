import { expect, test } from "vitest";
import { TouchedDesks } from "../../../server/rooms/touched-desks.ts";
import { renewTouched } from "../../../server/sync/audience.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { playTimeAt } from "../../../shared/lesson/lesson.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { LastLook } from "../../../shared/lesson/view-player.ts";
import { later } from "../../../shared/lib/instant.ts";
import { quietDesks } from "../../../shared/match/advance-match.ts";
import { type Seat, seatOf } from "../../../shared/match/match.ts";
import { SharedTables } from "../../../shared/match/shared-tables.ts";
import { Hands } from "../../kit/hands.ts";
import { asSeen } from "../../kit/scripted-class.ts";

/** Everybody's screens in a lesson that goes on, as a room keeps them; some people look seldom. */
class Screens {
  readonly hands: Hands;
  readonly shared = new SharedTables();
  readonly #desks = new TouchedDesks();
  readonly #lasts = new Map<string, LastLook>();

  constructor(mission: string) {
    const all = Object.keys(new Hands([], { mode: "room", mission }).match.seats);
    const held = all.filter((_, index) => index % 3 !== 2);
    this.hands = new Hands(held, { mode: "room", mission });
  }

  get seats(): readonly Seat[] {
    return Object.values(this.hands.match.seats).filter(({ player }) => player !== undefined);
  }

  pass(ms: number): void {
    const { lesson } = this.hands.classroom;
    const { match } = this.hands;
    const until = later(lesson.now, ms);
    const [network] = Object.values(lesson.networks);
    if (network === undefined) throw new Error("no network");
    this.#desks.note(match);
    this.#desks.touch(match, quietDesks(match, playTimeAt(network, until)));
    advance(lesson, until, this.#desks.onlooker);
    renewTouched(this.shared, this.#desks.take());
  }

  /** Somebody does what their machine would, or raises a flag. */
  move({ box, player = "" }: Seat): void {
    const { lesson } = this.hands.classroom;
    const [due] = this.hands.dues(box);
    const seat = seatOf(this.hands.match, box);
    const act =
      due === undefined
        ? ({ kind: "raiseFlag", flag: "wait" } as const)
        : asSeen(seat, due.proposal);
    const n = (lesson.actors[player]?.last ?? 0) + 1;
    const move = { at: lesson.now, by: player, n, intent: { kind: "act", act } } as const;
    receive(lesson, move, this.#desks.onlooker);
    renewTouched(this.shared, this.#desks.take());
    const mover = lesson.players[player];
    if (mover !== undefined) this.shared.renew(mover);
  }

  /** What is on somebody's screen, and what somebody would see who has just come in as them. */
  both({ player = "" }: Seat) {
    const { lesson } = this.hands.classroom;
    const viewer: Viewer = { kind: "player", player };
    const last = this.#lasts.get(player) ?? new LastLook();
    this.#lasts.set(player, last);
    return [viewFor(lesson, viewer, this.shared, last), viewFor(lesson, viewer)] as const;
  }
}

test.each([
  "address-and-door-1",
  "address-and-door-2",
  "best-effort-2",
  "three-handshakes-2",
  "in-order-2",
])("in %s, what was kept from the last look is what a first look would show", (mission) => {
  const screens = new Screens(mission);
  for (let step = 0; step < 400; step++) {
    screens.pass(50 + ((step * 37) % 200));
    const movers = screens.seats.filter((_, index) => (step + index) % 9 === 0);
    for (const seat of movers) screens.move(seat);
    const lookers = screens.seats.filter((_, index) => (step * 7 + index * 3) % 4 !== 0);
    for (const [kept, fresh] of lookers.map((seat) => screens.both(seat)))
      expect(kept).toEqual(fresh);
    if (step % 100 === 99) screens.shared.renewAll();
  }
});

test("at a desk where nothing has happened the last look is the same object", () => {
  const screens = new Screens("address-and-door-1");
  const [seat] = screens.seats;
  if (seat === undefined) throw new Error("nobody is there");
  expect(screens.both(seat)[0]).toBe(screens.both(seat)[0]);
});
