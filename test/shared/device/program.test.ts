import { describe, expect, test } from "vitest";
import type { Duty } from "../../../shared/device/act.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { aLetter, aServer, OneBox, port } from "../../kit/one-box.ts";

const server = (held: readonly Duty[] = ["demultiplex"]) => new OneBox(aServer(held));
type Server = ReturnType<typeof server>;

/** What is done to a server, the lines it answers with, and what is then due there. */
type Step = {
  readonly do: (box: Server) => readonly string[];
  readonly expect: readonly string[];
  readonly due: readonly string[];
};

const starts = (service: string) => (box: Server) => box.tell({ kind: "programStarts", service });
const stops = (service: string) => (box: Server) => box.tell({ kind: "programStops", service });
const swaps = (one: string, other: string) => (box: Server) =>
  box.tell({ kind: "programsSwap", services: [one, other] });
const binds = (service: string, number: number) => (box: Server) =>
  box.act({ kind: "bindPort", service, port: port(number) });
const tells = (service: string, number: number) => (box: Server) =>
  box.act({ kind: "tellDoor", service, port: port(number) });
const asks =
  (service: string, by = "client") =>
  (box: Server) =>
    box.tell({ kind: "doorAsked", service, box: by });

const dueLines = (box: Server): readonly string[] =>
  box.proposals.map((act) =>
    Object.values(act)
      .join(" ")
      .replace(/7[3-6]\d\d$/, freeOrKnown),
  );
const freeOrKnown = (number: string): string => (number === "7311" ? number : "free");

const lists: readonly (readonly [string, readonly Step[]])[] = [
  [
    "a program that starts asks for a free door, opens it, and is found",
    [
      { do: starts("score"), expect: [], due: ["bindPort score free"] },
      { do: binds("score", 7355), expect: [], due: [] },
      {
        do: asks("score"),
        expect: ["notices: doorAsked score client"],
        due: ["tellDoor score free"],
      },
      {
        do: tells("score", 7355),
        expect: ["calls: tellDoor score 7355, because of act 2"],
        due: [],
      },
    ],
  ],
  [
    "a door that is taken stays with its owner, and the program goes on waiting",
    [
      { do: starts("score"), expect: [], due: ["bindPort score free"] },
      { do: binds("score", 7311), expect: [], due: ["bindPort score free"] },
      { do: binds("score", 80), expect: [], due: [] },
    ],
  ],
  [
    "a program that stopped is proposed the door that everybody knows",
    [
      { do: stops("time"), expect: ["notices: programStopped time"], due: ["bindPort time 7311"] },
      { do: stops("time"), expect: [], due: ["bindPort time 7311"] },
      { do: binds("time", 7311), expect: [], due: [] },
    ],
  ],
  [
    "a door that somebody else took meanwhile is not proposed any more",
    [
      { do: stops("time"), expect: ["notices: programStopped time"], due: ["bindPort time 7311"] },
      { do: binds("score", 7311), expect: [], due: ["bindPort time free"] },
    ],
  ],
  [
    "however many ask, one telling is due, and it answers them all",
    [
      { do: asks("time", "a"), expect: ["notices: doorAsked time a"], due: ["tellDoor time 7311"] },
      { do: asks("time", "b"), expect: ["notices: doorAsked time b"], due: ["tellDoor time 7311"] },
      { do: tells("time", 7311), expect: ["calls: tellDoor time 7311, because of act 1"], due: [] },
    ],
  ],
  [
    "who asks before the door is open is told when it opens",
    [
      { do: starts("score"), expect: [], due: ["bindPort score free"] },
      {
        do: asks("score"),
        expect: ["notices: doorAsked score client"],
        due: ["bindPort score free"],
      },
      { do: binds("score", 7355), expect: [], due: ["tellDoor score free"] },
    ],
  ],
  [
    "a program that stops before it was told is told of when it runs again",
    [
      { do: asks("time"), expect: ["notices: doorAsked time client"], due: ["tellDoor time 7311"] },
      { do: stops("time"), expect: ["notices: programStopped time"], due: ["bindPort time 7311"] },
      { do: binds("time", 7311), expect: [], due: ["tellDoor time 7311"] },
    ],
  ],
  [
    "a wrong number is told like a right one",
    [
      { do: asks("time"), expect: ["notices: doorAsked time client"], due: ["tellDoor time 7311"] },
      { do: tells("time", 80), expect: ["calls: tellDoor time 80, because of act 1"], due: [] },
    ],
  ],
  [
    "two programs that swap stop, and each wants the door of the other",
    [
      { do: starts("score"), expect: [], due: ["bindPort score free"] },
      { do: binds("score", 7355), expect: [], due: [] },
      {
        do: swaps("time", "score"),
        expect: ["notices: programStopped time", "notices: programStopped score"],
        due: ["bindPort time free", "bindPort score 7311"],
      },
      { do: binds("score", 7311), expect: [], due: ["bindPort time free"] },
      { do: binds("time", 7355), expect: [], due: [] },
    ],
  ],
  [
    "programs of which one has no door cannot swap",
    [
      { do: starts("score"), expect: [], due: ["bindPort score free"] },
      { do: swaps("time", "score"), expect: [], due: ["bindPort score free"] },
      { do: swaps("time", "weather"), expect: [], due: ["bindPort score free"] },
    ],
  ],
  [
    "what is asked about somebody else's program does not concern it",
    [{ do: asks("weather"), expect: [], due: [] }],
  ],
];

test.each(lists)("%s", (_, steps) => {
  const box = server();
  for (const step of steps) {
    expect(step.do(box)).toEqual(step.expect);
    expect(dueLines(box)).toEqual(step.due);
  }
});

test("one more who asks does not make the telling wait anew", () => {
  const box = server();
  asks("time", "a")(box);
  const [due] = box.dues;
  box.now = instant(5_000);
  asks("time", "b")(box);
  expect(box.dues).toEqual([due]);
});

test("two programs that start together are never both proposed the door that one of them opened", () => {
  const box = server();
  box.device.programs["quote"] = { service: "quote", question: "quote ", answers: ["smile "] };
  box.tell({ kind: "programStarts", service: "score" });
  const [first] = box.proposals;
  if (first?.kind !== "bindPort") throw new Error("a door was due");
  box.device.gate.dues.push({
    ...{ id: box.device.gate.nextDue++ as never, duty: "demultiplex", since: 0 },
    proposal: { kind: "bindPort", service: "quote", port: first.port },
  });
  box.obey();
  expect(box.proposals).toMatchObject([{ kind: "bindPort", service: "quote" }]);
  expect(box.proposals).not.toMatchObject([{ port: first.port }]);
});

describe("a server that runs by itself", () => {
  test("opens a door at once and tells whoever asks", () => {
    const box = server([]);
    expect(box.tell({ kind: "programStarts", service: "score" })).toEqual([]);
    const door = box.device.programs["score"]?.port;
    expect(box.tell({ kind: "doorAsked", service: "score", box: "client" })).toEqual([
      "notices: doorAsked score client",
      `calls: tellDoor score ${door}`,
    ]);
  });

  test("opens the same door again after a stop", () => {
    const box = server([]);
    expect(box.tell({ kind: "programStops", service: "time" })).toEqual([
      "notices: programStopped time",
    ]);
    expect(box.device.programs["time"]?.port).toBe(7311);
  });
});

describe("whoever still knocks at the old door of a program that has swapped", () => {
  const swapped = (): Server => {
    const box = server([]);
    starts("score")(box);
    swaps("time", "score")(box);
    return box;
  };

  test("meets the other program, which makes nothing of the question", () => {
    const box = swapped();
    expect(box.device.programs["score"]?.port).toBe(7311);
    const deeds = box.arrive(aLetter({ destinationPort: 7311 }));
    expect(deeds.slice(0, 2)).toEqual(["drops: consumed", "notices: programComplained"]);
    expect(deeds[2]).toContain('10.0.3.80:7311 → 10.0.1.10:50000 "what? #123"');
  });

  test("is answered at the new one", () => {
    const box = swapped();
    const door = box.device.programs["time"]?.port ?? 0;
    const [, answer] = box.arrive(aLetter({ destinationPort: door }));
    expect(answer).toContain('"09:41 #123"');
  });
});

test("an answer comes along the pins of its question", () => {
  const [, answer] = server([]).arrive(aLetter({ pins: [3, 4] }));
  expect(answer).toContain('"09:41 #123" ttl 7, along the pins of acts 3 4');
});

test("so does the news that nothing listens", () => {
  const [, news] = server([]).arrive(aLetter({ destinationPort: 80, pins: [3] }));
  expect(news).toContain("portUnreachable ttl 7, along the pins of acts 3");
});
