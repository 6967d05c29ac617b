import { matchMaker } from "@colyseus/core";
import { expect, vi } from "vitest";
import { openRoom } from "../../client/net/room-link.ts";
import type { Sight } from "../../shared/contract/mission.ts";
import type { Act } from "../../shared/device/act.ts";
import { placeOf } from "../../shared/lesson/lesson.ts";
import { type Chance, drawPercent, namedChance } from "../../shared/lib/chance.ts";
import { firstDue } from "../../shared/match/assistance.ts";
import { mistake } from "../../shared/match/mistake.ts";
import { layLine, type MarkedLine } from "./marked-line.ts";
import type { MarkedRoom } from "./marked-room.ts";
import { asSeen } from "./scripted-class.ts";
import { type Sitting, sitDown } from "./sitting.ts";

/** Somebody in the room, with the line that everything of theirs went through. */
type Seated = { readonly sitting: Sitting; readonly line: MarkedLine };

/** A round that was played over real sockets, and everybody who ever was there. */
export type MarkedRound = {
  readonly room: MarkedRoom;
  readonly hostKey: string;
  readonly screenKey: string;
  readonly seated: readonly Seated[];
};

/** Two networks without a free seat, for autopilots take their time. */
const pupils = 10;
const someActs = 10;
const enoughActs = 20;
const mistakePercent = 25;
const patience = { timeout: 60_000, interval: 50 };

/** Plays a round in a room of its own: one pupil comes late, one comes back by key, the host and a big screen look on. */
export async function playMarkedRound(port: number, sight: Sight): Promise<MarkedRound> {
  const desk = await layLine(port);
  const { code, hostKey, screenKey } = await openRoom({ server: desk.url });
  const room = matchMaker.getLocalRoomById(code) as MarkedRoom;
  const host = { line: desk, sitting: await sitDown(desk.url, code, { hostKey }) };
  const screen = await sit(port, code, { screenKey });
  const pupilsAtFirst = Array.from({ length: pupils - 1 }, () => sit(port, code));
  const [first, ...others] = (await Promise.all(pupilsAtFirst)) as [Seated, ...Seated[]];
  await host.sitting.move(1, { kind: "startRound" });
  disturb(room, sight);
  await Promise.all([first, ...others].map(({ sitting }) => sitting.move(1, { kind: "ready" })));
  const late = await sit(port, code);
  for (const each of [first, ...others, late]) playAlong(each, room);
  await played(room, someActs);
  const back = await sit(port, code, { seatKey: first.sitting.seat.key ?? "" });
  playAlong(back, room);
  await played(room, enoughActs);
  await host.sitting.move(2, { kind: "endRound" });
  const present = [host, screen, ...others, late, back];
  await vi.waitFor(() => {
    for (const { sitting } of present) expect(sitting.view().lesson["now"]?.phase).toBe("result");
  }, patience);
  return { room, hostKey, screenKey, seated: [first, ...present] };
}

async function sit(port: number, code: string, wish = {}): Promise<Seated> {
  const line = await layLine(port);
  return { line, sitting: await sitDown(line.url, code, wish) };
}

/** The room's mission with this sight; the first client's line loses every letter. */
function disturb({ live }: MarkedRoom, sight: Sight): void {
  for (const { match } of Object.values(live.networks)) {
    Object.assign(match.mission, { sight });
    for (const link of Object.values(match.world.links)) {
      link.lossPercent = link.a === "client1" ? 100 : 0;
    }
  }
}

/** Acts over the socket as long as there is something to do, and looks again with every patch. */
function playAlong({ sitting }: Seated, room: MarkedRoom): void {
  const chance = namedChance(room.live.options.seed, sitting.seat.actor);
  let n = room.live.actors[sitting.seat.actor]?.last ?? 0;
  let isBusy = false;
  const playOn = async (): Promise<void> => {
    const act = isBusy ? undefined : nextAct(room, sitting.seat.actor, chance);
    if (act === undefined) return;
    isBusy = true;
    n += 1;
    // whoever comes back by key closes the line that was there before, also under a move
    const answer = await sitting.move(n, { kind: "act", act }).catch(() => undefined);
    isBusy = false;
    if (answer?.kind === "accepted") await playOn();
  };
  sitting.room.onStateChange(playOn);
}

/** What the lesson that is really played asks of somebody; at the ends often a mistake instead. */
function nextAct({ live }: MarkedRoom, actor: string, chance: Chance): Act | undefined {
  const place = live.phase === "play" ? placeOf(live, actor) : undefined;
  const world = place?.network.match.world;
  const device = world?.boxes[place?.seat.box ?? ""];
  const due = device === undefined ? undefined : firstDue(device.gate);
  if (place === undefined || world === undefined || due === undefined) return undefined;
  const slips = device?.kind === "host" && drawPercent(chance, mistakePercent);
  const wrong = slips ? mistake(world, place.seat.box, due, chance) : undefined;
  return asSeen(place.seat, wrong ?? due.proposal);
}

const played = (room: MarkedRoom, acts: number): Promise<void> =>
  vi.waitFor(() => {
    for (const { match } of Object.values(room.live.networks))
      expect(match.acts.length).toBeGreaterThanOrEqual(acts);
  }, patience);
