import { type Signal, signal } from "@preact/signals";
import {
  type HostIntent,
  type Pace,
  type PlayerId,
  paces,
  type Refusal,
} from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";
import type { MatchLink } from "../net/match-link.ts";
import type { Labels } from "../present/console-labels.ts";
import { keptLabels } from "./kept-labels.ts";

/** What the host does at the console just now; the lesson knows nothing of it but what is asked. */
export type ConsoleState = {
  readonly link: MatchLink;
  readonly code: string;
  /** The view as the console shows it; it moves four times a second, for a class sends many more. */
  readonly view: Signal<View>;
  readonly refusal: Signal<Refusal | undefined>;
  /** Whose card stands open. */
  readonly player: Signal<PlayerId | undefined>;
  /** Who is about to be moved to another seat. */
  readonly moving: Signal<PlayerId | undefined>;
  readonly labels: Signal<Labels>;
  /** The pace of each network, and of those to come: a clock that stands does not tell it. */
  readonly paces: Signal<Readonly<Record<string, Pace>>>;
  /** Asks the lesson for something; what it refuses is said on the console. */
  readonly ask: (intent: HostIntent) => Promise<boolean>;
};

/** A console at which nothing has been done yet. */
export function createConsole(link: MatchLink, code: string): ConsoleState {
  const refusal = signal<Refusal | undefined>(undefined);
  const view = signal(link.view.peek());
  return {
    ...{ link, code, view, refusal },
    player: signal(undefined),
    moving: signal(undefined),
    labels: signal(keptLabels(code)),
    paces: signal({}),
    ask: async (intent) => {
      const answer = await link.send(intent);
      refusal.value = answer.kind === "refused" ? answer.reason : undefined;
      view.value = link.view.peek();
      return answer.kind !== "refused";
    },
  };
}

/** Shows the view as it is now. */
export function look(console: ConsoleState): void {
  const view = console.link.view.peek();
  console.view.value = view;
  const known = console.paces.peek();
  const fresh = Object.entries(view.networks).flatMap(([network, { rate }]) => {
    const pace = paces.find((one) => one === rate);
    return pace === undefined || known[network] === pace ? [] : [[network, pace] as const];
  });
  if (fresh.length > 0) console.paces.value = { ...known, ...Object.fromEntries(fresh) };
}
