import fc from "fast-check";
import { expect, test } from "vitest";
import { namedChance } from "../../../../shared/lib/chance.ts";
import {
  bind,
  ephemeralPort,
  isPort,
  ownerOf,
  type PortTable,
  rangeOf,
  release,
  servicePort,
} from "../../../../shared/protocol/ports/port-table.ts";
import type { Port } from "../../../../shared/wire/packet.ts";

const port = (number: number): Port => number as Port;

type Step =
  | { readonly do: "bind"; readonly port: number; readonly owner: string; readonly expect: string }
  | { readonly do: "release"; readonly port: number }
  | { readonly do: "look"; readonly port: number; readonly expect: string | undefined };

const lists: readonly (readonly [string, readonly Step[]])[] = [
  [
    "a port has one owner until it is released",
    [
      { do: "look", port: 7311, expect: undefined },
      { do: "bind", port: 7311, owner: "time", expect: "bound" },
      { do: "look", port: 7311, expect: "time" },
      { do: "bind", port: 7311, owner: "score", expect: "portInUse" },
      { do: "look", port: 7311, expect: "time" },
      { do: "release", port: 7311 },
      { do: "look", port: 7311, expect: undefined },
      { do: "bind", port: 7311, owner: "score", expect: "bound" },
      { do: "look", port: 7311, expect: "score" },
    ],
  ],
  [
    "even its owner cannot bind a port twice",
    [
      { do: "bind", port: 80, owner: "time", expect: "bound" },
      { do: "bind", port: 80, owner: "time", expect: "portInUse" },
      { do: "release", port: 80 },
      { do: "look", port: 80, expect: undefined },
    ],
  ],
  [
    "releasing one port leaves the others alone, and releasing a free one does nothing",
    [
      { do: "bind", port: 7311, owner: "time", expect: "bound" },
      { do: "bind", port: 7312, owner: "score", expect: "bound" },
      { do: "release", port: 7399 },
      { do: "release", port: 7311 },
      { do: "look", port: 7311, expect: undefined },
      { do: "look", port: 7312, expect: "score" },
    ],
  ],
];

test.each(lists)("%s", (_, steps) => {
  const table: PortTable<string> = { bindings: [] };
  for (const step of steps) {
    if (step.do === "bind") expect(bind(table, port(step.port), step.owner)).toBe(step.expect);
    else if (step.do === "release") release(table, port(step.port));
    else expect(ownerOf(table, port(step.port))).toBe(step.expect);
  }
});

test.each([
  [0, "reserved", false],
  [1, "system", true],
  [80, "system", true],
  [1_023, "system", true],
  [1_024, "user", true],
  [49_151, "user", true],
  [49_152, "dynamic", true],
  [65_535, "dynamic", true],
])("port %i is %s (RFC 6335 §6)", (number, range, canListen) => {
  expect(rangeOf(number)).toBe(range);
  expect(isPort(number)).toBe(canListen);
});

test.each([-1, 65_536, 7_311.5, Number.NaN, Number.POSITIVE_INFINITY])(
  "%d is no port",
  (number) => {
    expect(isPort(number)).toBe(false);
  },
);

const somePort = fc.integer({ min: 7_300, max: 7_306 });

/** What programs do with a table of few ports: an owner binds one, `undefined` releases it. */
const deeds = fc.array(
  fc.tuple(somePort, fc.option(fc.constantFrom("time", "score", "quote"), { nil: undefined })),
);

/** Does the deed to the table and to a plain map; the outcome that the map leads one to expect. */
function doDeed(
  table: PortTable<string>,
  naive: Map<number, string>,
  [number, owner]: readonly [number, string | undefined],
): readonly [seen: string, expected: string] {
  if (owner === undefined) {
    release(table, port(number));
    naive.delete(number);
    return ["released", "released"];
  }
  const expected = naive.has(number) ? "portInUse" : "bound";
  if (expected === "bound") naive.set(number, owner);
  return [bind(table, port(number), owner), expected];
}

test("whatever programs do, no port has two owners", () => {
  fc.assert(
    fc.property(deeds, (todo) => {
      const table: PortTable<string> = { bindings: [] };
      const naive = new Map<number, string>();
      for (const deed of todo) {
        const [seen, expected] = doDeed(table, naive, deed);
        expect(seen).toBe(expected);
      }
      const seen = table.bindings.map((binding) => [binding.port, binding.owner] as const);
      expect(new Map(seen)).toEqual(naive);
      expect(seen).toHaveLength(naive.size);
    }),
  );
});

test("a port drawn for our own question is free and dynamic; one for a service is free and a user port", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.integer({ min: 7_300, max: 7_699 })), (seed, taken) => {
      const table: PortTable<string> = { bindings: [] };
      for (const number of taken) bind(table, port(number), "somebody");
      const chance = namedChance(seed, "ports");
      expect(rangeOf(ephemeralPort(table, chance))).toBe("dynamic");
      const service = servicePort(table, chance);
      expect(rangeOf(service)).toBe("user");
      expect(taken).not.toContain(service);
    }),
  );
});

/** A table in which everything from `least` to `most` is taken, but for the free ones. */
function crowded(least: number, most: number, free: readonly number[]): PortTable<string> {
  const all = Array.from({ length: most - least + 1 }, (_, at) => port(least + at));
  const taken = all.filter((number) => !free.includes(number));
  return { bindings: taken.map((number) => ({ port: number, owner: "somebody" })) };
}

test.each([7_300, 7_450, 7_699])(
  "the last free port, %i, is found wherever the search begins",
  (last) => {
    for (let seed = 0; seed < 20; seed++)
      expect(servicePort(crowded(7_300, 7_699, [last]), namedChance(seed, "ports"))).toBe(last);
  },
);

test("where no port is free the search ends, with an error", () => {
  const chance = namedChance(1, "ports");
  expect(() => servicePort(crowded(7_300, 7_699, []), chance)).toThrow(RangeError);
  expect(() => ephemeralPort(crowded(49_152, 65_535, []), chance)).toThrow(RangeError);
});

test("however many ports are taken, drawing one takes one draw of chance", () => {
  const chance = namedChance(7, "ports");
  servicePort(crowded(7_300, 7_699, [7_301]), chance);
  expect(chance.drawn).toBe(1);
});

test("ports for our own questions are spread over the whole dynamic range (RFC 6056 §3.3.1)", () => {
  const chance = namedChance(3, "ports");
  const table: PortTable<string> = { bindings: [] };
  const quarters = [0, 0, 0, 0];
  for (let draw = 0; draw < 400; draw++) {
    const quarter = Math.floor((ephemeralPort(table, chance) - 49_152) / 4_096);
    quarters[quarter] = (quarters[quarter] ?? 0) + 1;
  }
  for (const count of quarters) expect(count).toBeGreaterThan(60);
});
