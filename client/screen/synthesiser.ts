import type { Sound } from "../present/screen-sounds.ts";

/** A note: how high in hertz, when it begins and how long it lasts in seconds. */
type Note = readonly [height: number, from: number, lasts: number];

const [g4, c5, e5, g5, c6] = [392, 523.25, 659.25, 783.99, 1046.5];

const tunes: Readonly<Record<Sound, readonly Note[]>> = {
  begins: [
    [c5, 0, 0.12],
    [e5, 0.12, 0.12],
    [g5, 0.24, 0.28],
  ],
  ends: [
    [g5, 0, 0.16],
    [e5, 0.16, 0.16],
    [c5, 0.32, 0.4],
  ],
  pauses: [
    [e5, 0, 0.14],
    [g4, 0.14, 0.3],
  ],
  resumes: [
    [g4, 0, 0.14],
    [e5, 0.14, 0.3],
  ],
  answer: [[c6, 0, 0.09]],
  tick: [[g4, 0, 0.06]],
  step: [[e5, 0, 0.08]],
};

const loudness = 0.12;
const attackSeconds = 0.012;

/** Plays short tunes that are made here: no file is fetched. Browsers let it be heard once somebody has pressed something. */
export class Synthesiser {
  #context: AudioContext | undefined;

  /** To be called when somebody presses something. */
  wake(): void {
    this.#context ??= new AudioContext();
    void this.#context.resume();
  }

  play(sound: Sound): void {
    if (this.#context?.state !== "running") return;
    for (const note of tunes[sound]) playNote(this.#context, note);
  }

  close(): void {
    void this.#context?.close();
  }
}

function playNote(context: AudioContext, [height, from, lasts]: Note): void {
  const start = context.currentTime + from;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + attackSeconds);
  gain.gain.exponentialRampToValueAtTime(0.001, start + lasts);
  const tone = context.createOscillator();
  tone.type = "triangle";
  tone.frequency.value = height;
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + lasts);
}
