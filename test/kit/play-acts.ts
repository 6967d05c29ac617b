import { vi } from "vitest";
import type { LessonRoom } from "../../server/rooms/lesson-room.ts";
import type { Act } from "../../shared/device/act.ts";
import { placeOf } from "../../shared/lesson/lesson.ts";
import { firstDue } from "../../shared/match/assistance.ts";
import { asSeen } from "./scripted-class.ts";
import type { Sitting } from "./sitting.ts";

const patience = { timeout: 20_000, interval: 25 };

/** People at their desks do what waits for them, over their own sockets, until so many acts are done. */
export async function playActs(
  room: LessonRoom,
  sittings: readonly Sitting[],
  acts: number,
): Promise<void> {
  for (let done = 0; done < acts; done++) {
    const { sitting, act } = await vi.waitFor(() => nextOf(room, sittings), patience);
    const { actor } = sitting.seat;
    await sitting.move((room.lesson.actors[actor]?.last ?? 0) + 1, { kind: "act", act });
  }
}

/** Somebody for whom something waits, and what the machine would do about it. */
function nextOf({ lesson }: LessonRoom, sittings: readonly Sitting[]) {
  for (const sitting of sittings) {
    const act = nextAct(lesson, sitting.seat.actor);
    if (act !== undefined) return { sitting, act };
  }
  throw new Error("nothing waits for anybody");
}

function nextAct(lesson: LessonRoom["lesson"], player: string): Act | undefined {
  const place = placeOf(lesson, player);
  const device = place?.network.match.world.boxes[place.seat.box];
  const due = device === undefined ? undefined : firstDue(device.gate);
  return place === undefined || due === undefined ? undefined : asSeen(place.seat, due.proposal);
}
