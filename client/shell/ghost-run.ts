import type { PracticeLink } from "../net/local-link.ts";
import { myBox } from "../present/box-name.ts";
import { ghostLetters, type PastRun } from "../present/ghost.ts";

/** The run so far, to be told or raced against; nothing before it began. */
export function pastRun({ seed, view, story }: PracticeLink): PastRun | undefined {
  const told = story();
  const box = myBox(view.peek());
  return told === undefined || box === undefined ? undefined : { seed, box, story: told };
}

/** The practice with the letters of a past run beside its own, if there is one to race against. */
export const haunted = (link: PracticeLink, rival: PastRun | undefined): PracticeLink =>
  rival === undefined ? link : { ...link, ghost: ghostLetters(rival) };
