import { expect, test } from "vitest";
import {
  type NeighbourEvent,
  type NeighbourState,
  transitions,
} from "../../../../shared/protocol/arp/transitions.ts";
import { addresses, SmallLink } from "./small-link.ts";

/** How Ann comes into each state, long enough ago that one more moment can make a difference. */
const recipes: Readonly<Record<NeighbourState, readonly ((link: SmallLink) => unknown)[]>> = {
  unknown: [() => undefined],
  asking: [
    (link) => link.want("ann", "P1"),
    (link) => link.want("ann", "P1") && link.wait(1_000) && link.wait(1_000),
  ],
  known: [(link) => link.hear("reply", "ann", "me")],
};

/** What can come, and the event of the table that it stands for. Time stands for whatever is due by then. */
const stimuli: Readonly<
  Record<
    string,
    { readonly event: NeighbourEvent; readonly apply: (link: SmallLink) => readonly string[] }
  >
> = {
  "a packet for her": { event: "wanted", apply: (link) => link.want("ann", "P2") },
  "her reply to us": {
    event: "spokeToUs",
    apply: (link) => link.hear("reply", "ann", "me", "new"),
  },
  "her request to us": {
    event: "spokeToUs",
    apply: (link) => link.hear("request", "ann", "me", "new"),
  },
  "her reply to Bob": {
    event: "overheard",
    apply: (link) => link.hear("reply", "ann", "bob", "new"),
  },
  "her request to Bob": {
    event: "overheard",
    apply: (link) => link.hear("request", "ann", "bob", "new"),
  },
  "her announcement": {
    event: "overheard",
    apply: (link) => link.hear("request", "ann", "ann", "new"),
  },
  "a second passes": { event: "silence", apply: (link) => link.wait(1_000) },
  "the last second passes": { event: "lastSilence", apply: (link) => link.wait(1_000) },
  "a minute passes": { event: "aged", apply: (link) => link.wait(60_000) },
};

/** Every state with everything that can come; asking has a first and a last try, which time tells apart. */
const cells = (Object.keys(recipes) as NeighbourState[]).flatMap((state) =>
  recipes[state].flatMap((recipe, tries) =>
    Object.entries(stimuli)
      .filter(([, { event }]) => isPossible(state, tries, event))
      .map(([name, { event, apply }]) => ({
        name: `${state}${tries === 0 ? "" : ", last try"}: ${name}`,
        state,
        event,
        run: () => {
          const link = new SmallLink();
          recipe(link);
          return { answers: apply(link), state: stateOf(link) };
        },
      })),
  ),
);

function isPossible(state: NeighbourState, tries: number, event: NeighbourEvent): boolean {
  if (event === "silence") return tries === 0;
  if (event === "lastSilence") return tries > 0;
  return event !== "aged" || state !== "asking"; // a minute is also sixty silences
}

const stateOf = ({ state }: SmallLink): NeighbourState =>
  state.neighbours.find(({ address }) => address === addresses.ann)?.state ?? "unknown";

test("every recipe leads to its state", () => {
  for (const state of Object.keys(recipes) as NeighbourState[])
    for (const recipe of recipes[state]) {
      const link = new SmallLink();
      recipe(link);
      expect(stateOf(link)).toBe(state);
    }
});

test("in every state, everything that can come leads where the table says, and does nothing where it says nothing", () => {
  for (const { name, state, event, run } of cells) {
    const transition = transitions[state][event];
    const { state: after, answers } = run();
    expect(after, name).toBe(transition?.to ?? state);
    const owed = name.endsWith("request to us") ? ["→ new: me is at me, to ann at new"] : [];
    if (transition === undefined || transition.does.length === 0)
      expect(answers, name).toEqual(owed);
  }
});

test("every arrow of the table is walked", () => {
  const walked = cells.flatMap(({ state, event }) =>
    transitions[state][event] === undefined ? [] : [`${state} ${event}`],
  );
  const drawn = Object.entries(transitions).flatMap(([state, row]) =>
    Object.keys(row).map((event) => `${state} ${event}`),
  );
  expect(new Set(walked)).toEqual(new Set(drawn));
});

test("what each state answers to everything that can come", async () => {
  const rows = cells.map(({ name, state, run }) => {
    const { answers, state: after } = run();
    return `${name.padEnd(40)} ${(after === state ? "" : after).padEnd(8)} ${answers.join("  ")}`.trimEnd();
  });
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot("golden/transitions.txt");
});
