import type { ToldCapture } from "./told-segment.ts";

/** The words that stand in the captures of a scenario. */
export type CaptureWords = {
  about(name: string, seed: string): string;
  readonly lost: string;
};

/** A conversation of machines that needs nobody at a desk: it shows one protocol at work, and a seed decides the rest. */
export type Scenario = (seed: number, words: CaptureWords) => PlayedScenario;

/** What passed every link of a scenario, and what else there is to say about it. */
export type PlayedScenario = {
  readonly captures: readonly ToldCapture[];
  /** What happened, in order, as plain data. */
  readonly journal: readonly unknown[];
};

/** The captures of links by name, each frame on the link that it passed. */
export function capturesByLink(
  links: readonly string[],
  frames: readonly (ToldCapture["frames"][number] & { readonly link: string })[],
  comment: string,
): readonly ToldCapture[] {
  return links.map((link) => ({
    ...{ link, comment, names: [] },
    frames: frames.filter((frame) => frame.link === link).map(({ link: _, ...frame }) => frame),
  }));
}
