import { shownNetwork } from "../../client/present/console-network-view.ts";
import { questionSteps } from "../../shared/contract/debrief-steps.ts";
import type { Answer, Intent } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";
import type { Act } from "../../shared/device/act.ts";
import { litAct } from "./light-follower.ts";
import type { Sitting } from "./sitting.ts";

/** One act in so many goes wrong, so that there is something to look back on. */
const actsPerMistake = 7;

/**
 * A scripted pupil of a class over a real socket: gets ready for each round, plays its desk by its light about as fast
 * as a child, throws a letter in the lobby and guesses at every question of the debrief.
 */
export class LessonPupil {
  readonly sitting: Sitting;
  readonly #thinkMs: number;
  #moves = 0;
  #acts = 0;
  #freeAt = 0;
  #isBusy = false;
  #hasThrown = false;

  /** A pupil who sits there, the how-manieth of the class. */
  constructor(sitting: Sitting, nth: number) {
    this.sitting = sitting;
    this.#thinkMs = 1_800 + ((nth * 370) % 2_200);
    this.#acts = nth;
    void this.#move({ kind: "setAssistance", assistance: "guided" });
  }

  /** Looks at its screen, and does what is to be done there. */
  look(now: number): void {
    if (this.#isBusy || now < this.#freeAt) return;
    const intent = this.#wish(this.sitting.view());
    if (intent === undefined) return;
    this.#freeAt = now + this.#thinkMs;
    void this.#move(intent);
  }

  #wish(view: View): Intent | undefined {
    const now = view.lesson["now"];
    switch (now?.phase) {
      case "lobby":
        return this.#throwOnce(view);
      case "briefing":
        return now.ready === true ? undefined : { kind: "ready" };
      case "play":
        return now.paused ? undefined : this.#nextAct(view);
      case "debrief":
        return guessOnce(view, this.#acts);
      default:
        return undefined;
    }
  }

  #throwOnce({ players }: View): Intent | undefined {
    const to = Object.keys(players).find((player) => player !== this.sitting.seat.actor);
    if (this.#hasThrown || to === undefined) return undefined;
    this.#hasThrown = true;
    return { kind: "throwLetter", to };
  }

  #nextAct(view: View): Intent | undefined {
    const right = litAct(view);
    if (right === undefined) return undefined;
    this.#acts += 1;
    const act = this.#acts % actsPerMistake === 0 ? mistaken(right, view) : right;
    return { kind: "act", act };
  }

  /** One move at a time; whoever is put out of the room hears no answer to the last one. */
  async #move(intent: Intent): Promise<void> {
    this.#isBusy = true;
    this.#moves += 1;
    const lost: Promise<Answer | undefined> = this.sitting.closed.then(() => undefined);
    const answer = this.sitting.move(this.#moves, intent).catch(() => lost);
    this.#isBusy = (await Promise.race([answer, lost])) === undefined;
  }
}

/** The letter goes to the wrong door or down the wrong line, where there is another. */
function mistaken(act: Act, { doors, links }: View): Act {
  if (act.kind === "deliver") {
    const door = Object.values(doors).find(({ port }) => port !== act.door);
    return door === undefined ? act : { ...act, door: door.port as never };
  }
  if (act.kind !== "forward") return act;
  const exit = Object.keys(links).find((link) => links[link]?.mine && link !== act.exit);
  return exit === undefined ? act : { ...act, exit };
}

/** Somewhere on the map, or one of the first answers. */
function guessOnce(view: View, nth: number): Intent | undefined {
  const step = questionSteps.find((one) => one === view.lesson["now"]?.step);
  const network = shownNetwork(view);
  const choices = step === "guess" ? Object.keys(view.boxes) : ["1", "2", "3"];
  const choice = choices[nth % Math.max(1, choices.length)];
  const hasGuessed = Object.values(view.guesses).some(({ mine }) => mine);
  if (hasGuessed || step === undefined || network === undefined || choice === undefined)
    return undefined;
  return { kind: "guess", step, network, choice };
}
