import { LessonRoom } from "../../server/rooms/lesson-room.ts";
import type { Intent } from "../../shared/contract/intent.ts";
import { placeOf } from "../../shared/lesson/lesson.ts";
import { firstDue } from "../../shared/match/assistance.ts";
import { asSeen } from "../kit/scripted-class.ts";

const roundMs = 900_000;

/**
 * The server's own room, in which nobody has to read a screen to know what to do: who says `play` makes their next move.
 * From the check of the move to the patch all is as ever; the word `played` stands before the patch that shows it.
 */
export class BenchRoom extends LessonRoom {
  protected override open(options: never): void {
    super.open(options);
    this.onMessage("play", async (client) => {
      const actor: string = client.userData ?? "";
      const n = (this.lesson.actors[actor]?.last ?? 0) + 1;
      await this.messages.move(client, { n, intent: this.#nextOf(actor, n) });
      client.send("played");
    });
  }

  #nextOf(actor: string, n: number): Intent {
    const { phase } = this.lesson;
    if (actor === "host") return n === 1 ? longRounds : { kind: "startRound" };
    if (phase === "briefing") return { kind: "ready" };
    const place = phase === "play" ? placeOf(this.lesson, actor) : undefined;
    const device = place?.network.match.world.boxes[place.seat.box];
    const due = device === undefined ? undefined : firstDue(device.gate);
    if (place === undefined || due === undefined)
      return n % 2 === 0 ? waving : { kind: "takeBack" };
    return { kind: "act", act: asSeen(place.seat, due.proposal) };
  }
}

const longRounds: Intent = { kind: "setLesson", explainFirst: false, roundMs };
const waving: Intent = { kind: "act", act: { kind: "raiseFlag", flag: "wait" } };
