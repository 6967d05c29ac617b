import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Act } from "../../../shared/device/act.ts";
import { refuseAct } from "../../../shared/device/refuse-act.ts";
import type { Router } from "../../../shared/device/router.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { aCrossroads, addresses, aLetter, aRouter, OneBox, rows } from "../../kit/one-box.ts";

const { client, other, server } = addresses;

/** One thing done to a router, what it does because of it, and what is due afterwards. */
type Step = {
  readonly do: (box: OneBox<Router>) => readonly string[];
  readonly expect: readonly string[];
  readonly due: readonly string[];
};

const letter = (id: number, destination = server) => aLetter({ id, destination });
const comes = (id: number, destination = server) => ({
  do: (box: OneBox<Router>) => box.arrive(letter(id, destination), "left"),
});
const acts = (act: Act) => ({ do: (box: OneBox<Router>) => box.act(act) });
const pins = (row: number, exit: string) => acts({ kind: "pin", row, exit });
const unpins = (row: number) => acts({ kind: "unpin", row });
const line = (link: string, isUp: boolean) => ({
  do: (box: OneBox<Router>) => box.tell({ kind: "lineChanged", link, isUp }),
});

/** The letter on its way, with the pins it flowed along. */
const passes = (exit: string, destination: string, along: string) =>
  `passes on ${exit}: udp 10.0.1.10:50000 → ${destination}:7311 "time? #123" ttl 6${along}`;
const toServer = (exit: string, pin: number) =>
  passes(exit, "10.0.3.80", `, along the pins of acts ${pin}`);

function dueLine({ proposal }: { readonly proposal: Act }): string {
  switch (proposal.kind) {
    case "forward":
      return `letter ${proposal.packet} ${proposal.exit}`;
    case "pin":
      return `pin ${proposal.row} ${proposal.exit}`;
    default:
      return proposal.kind;
  }
}

const lists: readonly (readonly [string, readonly Step[]])[] = [
  [
    "the first letter makes one due to pin what passes most, and after it one to pass it on",
    [
      { ...comes(1), expect: [], due: ["pin 2 up", "letter 1 up"] },
      { ...comes(2, other), expect: [], due: ["pin 2 up", "letter 1 up", "letter 2 right"] },
      {
        ...comes(3, other),
        expect: [],
        due: ["pin 1 right", "letter 1 up", "letter 2 right", "letter 3 right"],
      },
    ],
  ],
  [
    "a pinned prefix flows at line speed, other letters wait",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...comes(1), expect: [toServer("up", 1)], due: [] },
      { ...comes(2, client), expect: [], due: ["pin 0 left", "letter 2 left"] },
      { ...comes(3), expect: [toServer("up", 1)], due: ["pin 0 left", "letter 2 left"] },
    ],
  ],
  [
    "what waits on the belt for a prefix flows as soon as it is pinned",
    [
      { ...comes(1), expect: [], due: ["pin 2 up", "letter 1 up"] },
      { ...comes(2, client), expect: [], due: ["pin 2 up", "letter 1 up", "letter 2 left"] },
      {
        ...comes(3),
        expect: [],
        due: ["pin 2 up", "letter 1 up", "letter 2 left", "letter 3 up"],
      },
      {
        ...pins(rows.up, "up"),
        expect: [toServer("up", 1), toServer("up", 1)],
        due: ["pin 0 left", "letter 2 left"],
      },
    ],
  ],
  [
    "a pin is moved, and what comes next flows along it",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...comes(1), expect: [toServer("up", 1)], due: [] },
      { ...pins(rows.up, "round"), expect: [], due: [] },
      { ...comes(2), expect: [toServer("round", 2)], due: [] },
    ],
  ],
  [
    "a pin that is taken off lets its prefix wait again",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...comes(1), expect: [toServer("up", 1)], due: [] },
      { ...unpins(rows.up), expect: [], due: ["pin 2 up"] },
      { ...comes(2), expect: [], due: ["pin 2 up", "letter 2 up"] },
    ],
  ],
  [
    "a wrong pin sends letter after letter the wrong way, and nothing is due about it",
    [
      { ...pins(rows.up, "right"), expect: [], due: [] },
      { ...comes(1), expect: [toServer("right", 1)], due: [] },
      { ...comes(2), expect: [toServer("right", 1)], due: [] },
    ],
  ],
  [
    "a cut line under a pin swallows everything, and the pin is to be moved to the detour",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...line("up", false), expect: [], due: ["pin 2 round"] },
      { ...comes(1), expect: [toServer("up", 1)], due: ["pin 2 round"] },
      { ...pins(rows.up, "round"), expect: [], due: [] },
      { ...comes(2), expect: [toServer("round", 2)], due: [] },
    ],
  ],
  [
    "a pin on the detour is to be moved back once the short way is mended",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...line("up", false), expect: [], due: ["pin 2 round"] },
      { ...pins(rows.up, "round"), expect: [], due: [] },
      { ...line("up", true), expect: [], due: ["pin 2 up"] },
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...comes(1), expect: [toServer("up", 3)], due: [] },
    ],
  ],
  [
    "a pin that never was right is nobody's affair but its seat's, until its line dies",
    [
      { ...pins(rows.up, "round"), expect: [], due: [] },
      { ...line("left", false), expect: [], due: [] },
      { ...line("left", true), expect: [], due: [] },
      { ...line("round", false), expect: [], due: ["pin 2 up"] },
    ],
  ],
  [
    "a line that is mended before the pin was moved leaves it as it was",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...line("up", false), expect: [], due: ["pin 2 round"] },
      { ...line("up", true), expect: [], due: [] },
      { ...comes(1), expect: [toServer("up", 1)], due: [] },
    ],
  ],
  [
    "letters that wait are to take the detour while their line is cut, and their own way again once it is mended",
    [
      { ...comes(1), expect: [], due: ["pin 2 up", "letter 1 up"] },
      { ...line("up", false), expect: [], due: ["pin 2 round", "letter 1 round"] },
      { ...line("up", true), expect: [], due: ["pin 2 up", "letter 1 up"] },
    ],
  ],
  [
    "a house behind a cut line cannot be reached by any detour: its letters go by the wider row",
    [
      { ...comes(1, client), expect: [], due: ["pin 0 left", "letter 1 left"] },
      { ...line("left", false), expect: [], due: ["letter 1 up"] },
    ],
  ],
  [
    "with every line cut a letter is to be sent back",
    [
      { ...comes(1), expect: [], due: ["pin 2 up", "letter 1 up"] },
      { ...line("round", false), expect: [], due: ["pin 2 up", "letter 1 up"] },
      { ...line("up", false), expect: [], due: ["reject"] },
    ],
  ],
  [
    "with every pin in use nothing more is to be pinned",
    [
      { ...pins(rows.up, "up"), expect: [], due: [] },
      { ...pins(rows.left, "left"), expect: [], due: [] },
      { ...comes(1, other), expect: [], due: ["letter 1 right"] },
      { ...unpins(rows.left), expect: [], due: ["pin 1 right", "letter 1 right"] },
    ],
  ],
];

test.each(lists)("%s", (_, steps) => {
  const box = new OneBox(aCrossroads());
  for (const step of steps) {
    expect(step.do(box)).toEqual(step.expect);
    expect(box.dues.map(dueLine)).toEqual(step.due);
  }
});

test("a letter that flows along two pins remembers both, and a pin that it passes twice once", () => {
  const box = new OneBox(aCrossroads());
  box.act({ kind: "pin", row: rows.up, exit: "up" });
  const [passed] = box.arrive(aLetter({ pins: [7, 1] }), "left");
  expect(passed).toContain("along the pins of acts 7 1");
});

test.each([
  ["its way out", { destination: server, ttl: 1 }, "timeExceeded"],
  ["a place that nobody knows", { destination: addresses.nowhere }, "netUnreachable"],
])("news of a letter that missed %s descends from its pins too", (_, changes, error) => {
  const box = new OneBox(aRouter());
  const news = box.arrive(aLetter({ ...changes, pins: [7, 8] }), "left").at(-1);
  expect(news).toContain(`icmp 10.0.1.1 → 10.0.1.10 ${error} ttl 7, along the pins of acts 7 8`);
});

describe("after four letters out of one exit by hand", () => {
  /** A busy pin on the right that is the older one, and a quiet one on the left. */
  function afterFour(changes: Partial<Router>): readonly string[] {
    const box = new OneBox<Router>({ ...aCrossroads(), ...changes });
    box.act({ kind: "pin", row: rows.right, exit: "right" });
    box.act({ kind: "pin", row: rows.left, exit: "left" });
    for (let id = 1; id <= 3; id++) box.arrive(letter(id, other), "left");
    for (let id = 4; id <= 7; id++) {
      box.arrive(letter(id), "left");
      box.act({ kind: "forward", packet: id as PacketId, exit: "up" });
    }
    return box.device.pins.map(({ exit }) => exit);
  }

  test.each([
    ["none", {}, ["right", "left"]],
    ["the oldest", { pinsWorkLoose: true }, ["left"]],
    ["the quietest", { pinsWorkLoose: true, quietPinsFirst: true }, ["right"]],
  ] as const)("%s of the pins comes loose", (_, changes, left) =>
    expect(afterFour(changes)).toEqual(left),
  );
});

test("a letter that a router still has to pass on by hand keeps the pins it came along", () => {
  const box = new OneBox(aCrossroads());
  box.arrive(aLetter({ pins: [7] }), "left");
  const [passed] = box.obey(box.dues.find(({ proposal }) => proposal.kind === "forward"));
  expect(passed).toContain("because of act 1, along the pins of acts 7");
});

describe("what a router refuses about pins", () => {
  const pinned = (): Router => {
    const box = new OneBox(aCrossroads());
    box.arrive(letter(5), "left");
    box.act({ kind: "pin", row: rows.left, exit: "left" });
    return box.device;
  };
  const full = (): Router => {
    const device = pinned();
    new OneBox(device).act({ kind: "pin", row: rows.right, exit: "right" });
    return device;
  };
  const without = (): Router => aRouter(["forward"]);

  type Line = readonly [when: string, router: () => Router, act: Act, refusal: string | undefined];
  const lines: readonly Line[] = [
    ["on a free row", pinned, { kind: "pin", row: rows.up, exit: "up" }, undefined],
    ["on any exit, even astray", pinned, { kind: "pin", row: rows.up, exit: "left" }, undefined],
    ["moved", pinned, { kind: "pin", row: rows.left, exit: "up" }, undefined],
    ["moved while all are in use", full, { kind: "pin", row: rows.left, exit: "up" }, undefined],
    ["one too many", full, { kind: "pin", row: rows.up, exit: "up" }, "noPinFree"],
    ["where the mission has none", without, { kind: "pin", row: 0, exit: "left" }, "noPinFree"],
    [
      "on the second row of a prefix",
      pinned,
      { kind: "pin", row: rows.round, exit: "up" },
      "noSuchRow",
    ],
    ["below the table", pinned, { kind: "pin", row: 5, exit: "up" }, "noSuchRow"],
    ["above the table", pinned, { kind: "pin", row: -1, exit: "up" }, "noSuchRow"],
    ["between two rows", pinned, { kind: "pin", row: 0.5, exit: "up" }, "noSuchRow"],
    ["out of the window", pinned, { kind: "pin", row: rows.up, exit: "window" }, "noSuchExit"],
    ["taken off", pinned, { kind: "unpin", row: rows.left }, undefined],
    ["taken off where none is", pinned, { kind: "unpin", row: rows.up }, "noSuchRow"],
    ["given up, like an errand", pinned, { kind: "giveUp", errand: 1 as never }, "notYourTool"],
  ];
  test.each(lines)("a pin %s", (_, router, act, refusal) => {
    expect(refuseAct(router(), act)).toBe(refusal);
  });
});

type Deed = (box: OneBox<Router>, index: number) => unknown;

const aLink = fc.constantFrom("left", "right", "up", "round");
const tryTo =
  (act: Act): Deed =>
  (box) =>
    refuseAct(box.device, act) ?? box.act(act);

/** Something that happens to the crossroads. */
const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom(client, other, server, addresses.nowhere).map(
    (to): Deed =>
      (box, index) =>
        box.arrive(letter(index + 1, to), "left"),
  ),
  fc.tuple(fc.nat(5), aLink).map(([row, exit]) => tryTo({ kind: "pin", row, exit })),
  fc.nat(5).map((row) => tryTo({ kind: "unpin", row })),
  fc.tuple(aLink, fc.boolean()).map(
    ([link, isUp]): Deed =>
      (box) =>
        box.tell({ kind: "lineChanged", link, isUp }),
  ),
  fc.nat(9).map(
    (n): Deed =>
      (box) =>
        box.dues.length > 0 && box.obey(box.dues[n % box.dues.length]),
  ),
);

test("whatever happens, a pinned prefix never waits, no more pins are in use than there are, and at most one is due", () => {
  fc.assert(
    fc.property(fc.array(aDeed, { maxLength: 60 }), (deeds) => {
      const box = new OneBox(aCrossroads());
      for (const [index, deed] of deeds.entries()) {
        deed(box, index);
        expectSound(box);
      }
    }),
    { numRuns: 200 },
  );
});

function expectSound({ device, proposals }: OneBox<Router>): void {
  const { pins, pinSlots, table, belt } = device;
  expect(pins.length).toBeLessThanOrEqual(pinSlots);
  expect(new Set(pins.map(({ row }) => row)).size).toBe(pins.length);
  const dues = proposals.filter(({ kind }) => kind === "pin");
  expect(dues.length).toBeLessThanOrEqual(1);
  for (const act of dues) expect(refuseAct(device, act)).toBeUndefined();
  const houses = pins.flatMap(({ row }) => table[row]?.prefix ?? []);
  for (const { packet } of belt.letters as readonly { packet: ReturnType<typeof letter> }[]) {
    const isPinned = houses.some(
      ({ address, length }) => length === 24 && packet.ip.destination >>> 8 === address >>> 8,
    );
    expect(isPinned, `letter ${packet.id as PacketId}`).toBe(false);
  }
}
