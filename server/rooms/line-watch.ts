/** What a socket tells and does so that one can find out whether somebody is still behind it. */
export type Line = {
  on(event: "message" | "pong", heard: () => void): unknown;
  ping(): void;
  terminate(): void;
};

type Silence = { wasHeard: boolean; wasAsked: boolean };

/**
 * Lines on which somebody may be gone without a word, as with a closed laptop lid. Who was heard lately is not asked;
 * the transport's own pings would go to everybody every three seconds, which is a tenth of all frames.
 */
export class LineWatch {
  readonly #lines = new Map<Line, Silence>();

  add(line: Line): void {
    const silence = { wasHeard: true, wasAsked: false };
    this.#lines.set(line, silence);
    const heard = () => Object.assign(silence, { wasHeard: true, wasAsked: false });
    line.on("message", heard);
    line.on("pong", heard);
  }

  remove(line: Line): void {
    this.#lines.delete(line);
  }

  /** Asks who has been silent since the last check; parts with those who have not even answered. */
  check(): void {
    for (const [line, silence] of this.#lines) {
      if (silence.wasHeard) silence.wasHeard = false;
      else if (silence.wasAsked) line.terminate();
      else {
        silence.wasAsked = true;
        line.ping();
      }
    }
  }
}
