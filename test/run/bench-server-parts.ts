import { type Profiler, Session } from "node:inspector/promises";

/** What a server process spends its time on, in shares of all that it spends. */
export type Parts = Readonly<Record<string, number>>;

/** Each part by a function of it; what several are on the stack of belongs to the first. */
const parts: readonly (readonly [part: string, place: RegExp])[] = [
  ["collecting garbage", /^\(garbage collector\)/],
  ["working out views", /^viewFor .*shared\/lesson/],
  ["writing patches", /^(patch|whole) .*server\/sync/],
  ["sending frames", /^send .*ws\/lib\/websocket/],
  ["writing the journal", /server\/reports\/journal-file/],
  ["rules", /^(receive|advance|wakeAt) .*shared\/lesson/],
  ["rooms: who is shown what, when", /\/server\//],
  ["messages and steps of Colyseus", /@colyseus\//],
  ["reading frames", /ws\/lib\/receiver|^onStreamRead /],
  ["timers", /node:internal\/timers/],
];
const rest = "the rest of Node";
const idle = /^\(idle\)/;

/** Watches this process for so long. */
export async function watchParts(seconds: number): Promise<Parts> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 1000 });
  await session.post("Profiler.start");
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Parts {
  const partOfNode = new Map<number, string | undefined>();
  const stacks = new Map<number, readonly string[]>();
  for (const { id, callFrame, children = [] } of nodes) {
    const stack = [...(stacks.get(id) ?? []), `${callFrame.functionName} ${callFrame.url}`];
    partOfNode.set(id, partOf(stack));
    // a node stands before those that it calls
    for (const child of children) stacks.set(child, stack);
  }
  const spent: Record<string, number> = {};
  for (const [index, sample] of samples.entries()) {
    const part = partOfNode.get(sample);
    if (part !== undefined) spent[part] = (spent[part] ?? 0) + (timeDeltas[index] ?? 0);
  }
  const all = Object.values(spent).reduce((sum, time) => sum + time, 0);
  return Object.fromEntries(Object.entries(spent).map(([part, time]) => [part, time / all]));
}

/** The part to which what runs on top of this stack belongs; none while the process waits. */
function partOf(stack: readonly string[]): string | undefined {
  if (idle.test(stack.at(-1) ?? "")) return undefined;
  const found = parts.find(([, place]) => stack.some((frame) => place.test(frame)));
  return found?.[0] ?? rest;
}
