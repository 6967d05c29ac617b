import { expect, test } from "vitest";
import {
  type DropReason,
  decisions,
  dropReasons,
  type Whereabouts,
} from "../../../../shared/protocol/ethernet/decisions.ts";
import { type Name, SmallSwitch } from "./small-switch.ts";

/** What a switch may know of the sender of a frame that comes by port 1. */
const senders: Readonly<Record<string, (box: SmallSwitch) => Name>> = {
  "a new sender": () => "ann",
  "a sender known here": (box) => heard(box, "1", "ann"),
  "a sender known elsewhere": (box) => heard(box, "3", "ann"),
  "a group as sender": () => "group",
};

/** What it may know of the receiver. */
const receivers: readonly (readonly [string, Whereabouts, (box: SmallSwitch) => Name])[] = [
  ["to one behind port 2", "elsewhere", (box) => heard(box, "2", "bob")],
  ["to one behind port 1", "sameSide", (box) => heard(box, "1", "bob")],
  ["to one long not heard", "unknown", forgotten],
  ["to one never heard", "unknown", () => "bob"],
  ["to all", "group", () => "all"],
  ["to a group", "group", () => "group"],
  ["to this line", "thisLine", () => "link"],
];

function heard(box: SmallSwitch, port: string, name: Name): Name {
  box.hear(port, name, "link");
  return name;
}

function forgotten(box: SmallSwitch): Name {
  heard(box, "2", "bob");
  box.wait(300);
  return "bob";
}

/** The lines on ports 2 and 3. */
const lines = { "both up": [], "2 down": ["2"], "both down": ["2", "3"] } as const;

const cells = Object.entries(senders).flatMap(([sender, prepareSender]) =>
  receivers.flatMap(([receiver, whereabouts, prepareReceiver]) =>
    Object.entries(lines).map(([line, down]) => ({
      name: `${sender} ${receiver}, ${line}`,
      answer: () => {
        const box = new SmallSwitch();
        const destination = prepareReceiver(box);
        const source = prepareSender(box);
        for (const port of down) box.tell({ kind: "portChanged", port, isUp: false });
        return box.hear("1", source, destination);
      },
      // Whoever was behind a line that has died is not known any more.
      believed: whereabouts === "elsewhere" && down.length > 0 ? ("unknown" as const) : whereabouts,
    })),
  ),
);

const verdicts = { forward: "forwarded", flood: "flooded", filter: "dropped" } as const;

test("for every sender, receiver and line, a frame meets the fate that the table says", () => {
  for (const { name, believed, answer } of cells) {
    const fate = answer().at(-1) ?? "";
    const decision = decisions[believed];
    const isStuck = decision === "flood" && name.endsWith("both down");
    expect(fate.split(/ to |, /)[0], name).toBe(isStuck ? "dropped" : verdicts[decision]);
  }
});

test("every row of the table is met", () => {
  expect(new Set(cells.map(({ believed }) => believed))).toEqual(new Set(Object.keys(decisions)));
});

/** How a frame comes to be dropped for each reason. */
const drops: Readonly<Record<DropReason, (box: SmallSwitch) => readonly string[]>> = {
  sameSide: (box) => box.hear("1", "ann", "ann"),
  thisLine: (box) => box.hear("1", "ann", "link"),
  noOtherPort: (box) => {
    for (const port of ["2", "3"]) box.tell({ kind: "portChanged", port, isUp: false });
    return box.hear("1", "ann", "all");
  },
  portDown: (box) => {
    box.tell({ kind: "portChanged", port: "1", isUp: false });
    return box.hear("1", "ann", "all");
  },
};

test.each(Object.keys(dropReasons) as DropReason[])("a frame is dropped, because %s", (reason) => {
  expect(drops[reason](new SmallSwitch())).toContain(`dropped, because ${reason}`);
  expect(dropReasons[reason]).toMatch(/^IEEE 802\.1D §/);
});

test("what a switch does with every kind of frame", async () => {
  const width = Math.max(...cells.map(({ name }) => name.length));
  const rows = cells.map(({ name, answer }) => `${name.padEnd(width)}  ${answer().join("; ")}`);
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot("golden/decisions.txt");
});
