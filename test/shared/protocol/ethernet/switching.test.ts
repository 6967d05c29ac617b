import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../../../shared/lib/instant.ts";
import {
  type FrameAddresses,
  initialSwitching,
  type SwitchingOutput,
  standardSwitching,
  stepSwitching,
  wakeAt,
} from "../../../../shared/protocol/ethernet/switching.ts";
import { isGroupMacAddress } from "../../../../shared/wire/mac-address.ts";
import { frame, type Name, SmallSwitch, stations } from "./small-switch.ts";

type Step =
  | { readonly hear: readonly [port: string, source: Name, destination: Name]; expect: string[] }
  | { readonly line: readonly [port: string, isUp: boolean]; expect: string[] }
  | { readonly wait: number }
  | { readonly timer: true; expect: string[] }
  | { readonly known: string };

const lists: readonly (readonly [string, readonly Step[]])[] = [
  [
    "a frame for nobody it knows goes out of every other port, and its sender is learned",
    [
      { hear: ["1", "ann", "bob"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { known: "ann 1" },
    ],
  ],
  [
    "a frame for somebody it knows goes out of that port alone",
    [
      { hear: ["1", "ann", "bob"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "ann"], expect: ["learned: bob at 2", "forwarded to 1"] },
      { hear: ["1", "ann", "bob"], expect: ["forwarded to 2"] },
      { known: "bob 2, ann 1" },
    ],
  ],
  [
    "a frame never goes back out of the port it came in by",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["1", "bob", "ann"], expect: ["learned: bob at 1", "dropped, because sameSide"] },
      { hear: ["1", "bob", "bob"], expect: ["dropped, because sameSide"] },
    ],
  ],
  [
    "what is for a group or for all is flooded, and teaches nothing about them",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "group"], expect: ["learned: bob at 2", "flooded to 1 and 3"] },
      { hear: ["3", "group", "ann"], expect: ["forwarded to 1"] },
      { hear: ["3", "all", "cho"], expect: ["flooded to 1 and 2"] },
      { known: "ann 1, bob 2" },
    ],
  ],
  [
    "what is for the other end of the line alone goes no further",
    [{ hear: ["1", "ann", "link"], expect: ["learned: ann at 1", "dropped, because thisLine"] }],
  ],
  [
    "a station that has moved is unlearned where it was",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "ann"], expect: ["learned: bob at 2", "forwarded to 1"] },
      {
        hear: ["3", "ann", "bob"],
        expect: ["learned: ann at 3, no longer at 1", "forwarded to 2"],
      },
      { hear: ["2", "bob", "ann"], expect: ["forwarded to 3"] },
      { known: "ann 3, bob 2" },
    ],
  ],
  [
    "frames for a station that has moved go to its old port until it speaks",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "ann"], expect: ["learned: bob at 2", "forwarded to 1"] },
      { wait: 299 },
      { hear: ["2", "bob", "ann"], expect: ["forwarded to 1"] },
      { wait: 1 },
      { hear: ["2", "bob", "ann"], expect: ["forgotten: ann at 1", "flooded to 1 and 3"] },
    ],
  ],
  [
    "a station is forgotten when it was not heard for the ageing time, and not a moment before",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { wait: 299 },
      { timer: true, expect: [] },
      { wait: 1 },
      { timer: true, expect: ["forgotten: ann at 1"] },
      { known: "" },
    ],
  ],
  [
    "every frame of a station starts its time anew; frames for it do not",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "ann"], expect: ["learned: bob at 2", "forwarded to 1"] },
      { wait: 200 },
      { hear: ["2", "bob", "ann"], expect: ["forwarded to 1"] },
      { wait: 200 },
      { timer: true, expect: ["forgotten: ann at 1"] },
      { known: "bob 2" },
    ],
  ],
  [
    "a full table learns nobody new, so frames for who is not in it are flooded",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "all"], expect: ["learned: bob at 2", "flooded to 1 and 3"] },
      { hear: ["3", "cho", "all"], expect: ["learned: cho at 3", "flooded to 1 and 2"] },
      { hear: ["3", "dan", "ann"], expect: ["forwarded to 1"] },
      { hear: ["1", "ann", "dan"], expect: ["flooded to 2 and 3"] },
      {
        hear: ["2", "cho", "ann"],
        expect: ["learned: cho at 2, no longer at 3", "forwarded to 1"],
      },
      { known: "bob 2, ann 1, cho 2" },
    ],
  ],
  [
    "when a line dies, everybody behind it is forgotten, and nothing is sent there",
    [
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "flooded to 2 and 3"] },
      { hear: ["2", "bob", "ann"], expect: ["learned: bob at 2", "forwarded to 1"] },
      { line: ["1", false], expect: ["forgotten: ann at 1"] },
      { hear: ["2", "bob", "ann"], expect: ["flooded to 3"] },
      { hear: ["1", "ann", "bob"], expect: ["dropped, because portDown"] },
      { line: ["1", true], expect: [] },
      { hear: ["2", "bob", "ann"], expect: ["flooded to 1 and 3"] },
    ],
  ],
  [
    "with no other line up there is nowhere to go",
    [
      { line: ["2", false], expect: [] },
      { line: ["3", false], expect: [] },
      { line: ["3", false], expect: [] },
      { hear: ["1", "ann", "all"], expect: ["learned: ann at 1", "dropped, because noOtherPort"] },
    ],
  ],
];

test.each(lists)("%s", (_, steps) => {
  const box = new SmallSwitch();
  for (const step of steps) {
    if ("wait" in step) box.wait(step.wait);
    else if ("known" in step) expect(box.known).toBe(step.known);
    else if ("timer" in step) expect(box.tell({ kind: "timer" })).toEqual(step.expect);
    else if ("hear" in step) expect(box.hear(...step.hear)).toEqual(step.expect);
    else {
      const [port, isUp] = step.line;
      expect(box.tell({ kind: "portChanged", port, isUp })).toEqual(step.expect);
    }
  }
});

test("it wakes when the station heard longest ago is to be forgotten", () => {
  const box = new SmallSwitch();
  expect(wakeAt(box.state)).toBeUndefined();
  box.hear("1", "ann", "all");
  box.wait(100);
  box.hear("2", "bob", "all");
  expect(wakeAt(box.state)).toBe(300);
  box.wait(100);
  box.hear("1", "ann", "all");
  expect(wakeAt(box.state)).toBe(400);
});

test("unless told otherwise it forgets after five minutes (IEEE 802.1D table 7-5)", () => {
  expect(standardSwitching.ageMs).toBe(300_000);
});

const ports = ["1", "2", "3"];
const names: readonly Name[] = ["ann", "bob", "cho", "dan", "all", "group", "link"];

const anEvent = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      port: fc.constantFrom(...ports),
      source: fc.constantFrom(...names),
      destination: fc.constantFrom(...names),
      wait: fc.constantFrom(0, 1, 100, 299, 300),
    }),
  },
  { weight: 1, arbitrary: fc.record({ line: fc.constantFrom(...ports), isUp: fc.boolean() }) },
);

type Heard = { readonly at: number; readonly port: string; readonly source: Name };

/** The rules as slowly as they can be said: look through everything ever heard, newest first. */
class NaiveSwitch {
  #heard: Heard[] = [];
  #down = new Set<string>();

  line(port: string, isUp: boolean): void {
    if (isUp) this.#down.delete(port);
    else {
      this.#down.add(port);
      const last = (source: Name) => this.#heard.findLast((other) => other.source === source);
      this.#heard = this.#heard.filter(({ source }) => last(source)?.port !== port);
    }
  }

  /** The ports that the frame leaves by. */
  hear(now: number, port: string, source: Name, destination: Name): readonly string[] {
    if (this.#down.has(port)) return [];
    if (!isGroupMacAddress(stations[source])) this.#heard.push({ at: now, port, source });
    if (destination === "link") return [];
    const known = this.#heard.findLast(
      (heard) => heard.source === destination && heard.at + 300 > now,
    );
    if (known !== undefined) return known.port === port ? [] : [known.port];
    return ports.filter((other) => other !== port && !this.#down.has(other));
  }
}

const portsOf = (outputs: readonly SwitchingOutput<FrameAddresses>[]): readonly string[] =>
  outputs.flatMap((output) => (output.kind === "transmit" ? output.ports : []));

test("whatever is sent, moved and cut, every frame goes where a search through all that was heard says", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      let state = initialSwitching(ports, { ageMs: 300, mostStations: 4 });
      const naive = new NaiveSwitch();
      let now = 0;
      for (const event of events) {
        if ("line" in event) {
          const { line: port, isUp } = event;
          state = stepSwitching(state, { kind: "portChanged", port, isUp }, instant(now)).state;
          naive.line(port, isUp);
          continue;
        }
        now += event.wait;
        const { port, source, destination } = event;
        const input = { kind: "received", port, frame: frame(source, destination) } as const;
        const step = stepSwitching(JSON.parse(JSON.stringify(state)), input, instant(now));
        expect(portsOf(step.outputs)).toEqual(naive.hear(now, port, source, destination));
        state = step.state;
      }
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, a station is behind one port, no more are known than fit, and each frame has one fate", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      const box = new SmallSwitch();
      for (const event of events) {
        if ("line" in event) {
          box.tell({ kind: "portChanged", port: event.line, isUp: event.isUp });
        } else {
          box.wait(event.wait);
          const lines = box.hear(event.port, event.source, event.destination);
          expect(lines.filter((line) => /^(flooded|forwarded|dropped)/.test(line))).toHaveLength(1);
          expect(portsIn(lines)).not.toContain(event.port);
        }
        const known = box.state.stations.map(({ address }) => address);
        expect(new Set(known).size).toBe(known.length);
        expect(known.length).toBeLessThanOrEqual(3);
        expect(known.some(isGroupMacAddress)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

const portsIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => / to (.+)$/.exec(line)?.[1]?.split(" and ") ?? []);
