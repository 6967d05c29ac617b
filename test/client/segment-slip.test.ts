import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import {
  presentSegmentSlip,
  type SegmentDraft,
  toggleBit,
} from "../../client/present/segment-slip.ts";
import { presentTaskLine } from "../../client/present/task-line.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { card, connection, friend, outward, segment, tcpView, walkIn } from "./made-up-tcp-view.ts";
import { due } from "./made-up-view.ts";

const connections = {
  [friend]: connection(0, { state: "SYN-RECEIVED", initial: 1200, acknowledged: 1200, sent: 1201 }),
  [walkIn]: connection(1, { state: "SYN-RECEIVED", initial: 2500, remoteAddress: "10.0.2.9" }),
};
const belt = { 5: segment(0, "syn", 300), 6: segment(1, "syn", 7300, { socket: walkIn }) };
const dues = {
  a: due("answer", walkIn, { letter: 6, since: 4 }),
  b: due("answer", friend, { letter: 5, since: 1 }),
};
const server = (tables: Partial<View> = {}) =>
  tcpView("server", "handshake", { connections, belt, dues, ...tables });
const hint = { lit: true, hintFlags: "syn ack", hintSequence: 1200, hintAcknowledgment: 301 };
const bitsOf = (view: View, drafts: Record<string, SegmentDraft> = {}) =>
  presentSegmentSlip(view, undefined, drafts)
    ?.bits.filter(({ isOn }) => isOn)
    .map(({ bit }) => bit);

describe("the slip that lies open", () => {
  test("is about what has waited longest", () => {
    expect(presentSegmentSlip(server(), undefined, {})?.letter?.id).toBe("5");
  });

  test("is about what is lit, before that", () => {
    const lit = { ...dues, a: { ...dues.a, lit: true } };
    expect(presentSegmentSlip(server({ dues: lit }), undefined, {})?.letter?.id).toBe("6");
  });

  test("is about what is in the hand, before all else: a letter, or a connection with the letter that waits there", () => {
    const opened = (hand: { kind: "letter" | "connection"; id: string }) =>
      presentSegmentSlip(server(), hand, {});
    expect(opened({ kind: "letter", id: "6" })?.socket).toBe(walkIn);
    expect(opened({ kind: "connection", id: walkIn })?.letter?.id).toBe("6");
  });

  test("can be about a connection that nothing is due on", () => {
    const slip = presentSegmentSlip(server({ dues: {} }), { kind: "connection", id: friend }, {});
    expect(slip).toMatchObject({ id: friend, letter: undefined, kind: undefined });
  });

  test("is none while nothing waits and nothing is in the hand", () => {
    expect(presentSegmentSlip(server({ dues: {} }), undefined, {})).toBeUndefined();
  });
});

describe("the slip and the task line", () => {
  const all: Readonly<Record<string, ViewRow<"dues">>> = {
    hello: due("open", friend, { since: 0 }),
    first: due("answer", walkIn, { letter: 6, since: 9 }),
    second: due("answer", friend, { letter: 5, since: 8 }),
    goodbye: due("close", friend, { since: 1 }),
  };
  const names = Object.keys(all);
  const pairs = names.flatMap((one) => names.map((other) => [one, other] as const));

  test.each(pairs)("name the same thing when %s and %s are due", (one, other) => {
    const some = Object.fromEntries([one, other].map((name) => [name, all[name]])) as View["dues"];
    const view = server({ dues: some });
    const slip = presentSegmentSlip(view, undefined, {});
    const { tcp } = texts.en.desk.task;
    const said =
      slip?.letter === undefined
        ? { open: tcp.open("Clock"), close: tcp.close("Clock") }[slip?.kind ?? ""]
        : tcp.answer(slip.letter.slot);
    expect(presentTaskLine(view, texts.en, undefined, 0).sentence).toBe(said);
  });
});

test("a letter of nobody's connection lies open in its turn, as the task line says", () => {
  const [one, other] = ["10.0.1.5:49333-10.0.3.80:7401", "10.0.1.5:49444-10.0.3.80:7401"];
  const view = tcpView("client", "handshake", {
    belt: {
      5: segment(0, "syn ack", 1700, { acknowledgment: 77, socket: one }),
      6: segment(1, "syn ack", 1800, { acknowledgment: 88, socket: other }),
    },
    dues: {
      a: due("answer", one, { letter: 5, since: 9 }),
      b: due("answer", other, { letter: 6, since: 4 }),
    },
  });
  expect(presentSegmentSlip(view, undefined, {})?.letter?.id).toBe("6");
  expect(presentTaskLine(view, texts.en, undefined, 0).sentence).toContain("letter 2");
});

test.each([
  ["syn", "syn ack", "answerHello"],
  ["syn ack", "ack", "answerThird"],
  ["syn ack", "rst", "answerStranger"],
] as const)("a lit answer to %s tells what it is: %s", (flags, hintFlags, said) => {
  const view = tcpView("client", "handshake", {
    belt: { 5: segment(0, flags, 1700, { socket: walkIn }) },
    dues: { a: due("answer", walkIn, { letter: 5, since: 9, lit: true, hintFlags }) },
  });
  const { tcp } = texts.ko.desk.task;
  expect(presentTaskLine(view, texts.ko, undefined, 0).sentence).toBe(tcp[said](1));
});

describe("what stands on a slip", () => {
  test("is nothing without light", () => {
    const slip = presentSegmentSlip(server(), undefined, {});
    expect(bitsOf(server())).toEqual([]);
    expect([slip?.sequence.value, slip?.acknowledgment.value, slip?.complete]).toEqual([
      "",
      "",
      false,
    ]);
  });

  test("is filled in while its due is lit, except for what was written", () => {
    const lit = server({ dues: { b: { ...dues.b, ...hint } } });
    const slip = presentSegmentSlip(lit, undefined, { 5: { sequence: "7" } });
    expect(bitsOf(lit)).toEqual(["syn", "ack"]);
    expect([slip?.sequence.value, slip?.acknowledgment.value, slip?.complete]).toEqual([
      "7",
      "301",
      true,
    ]);
  });

  test("needs a bit, my own number, and with the bit ACK the other one as well", () => {
    const complete = (draft: SegmentDraft) =>
      presentSegmentSlip(server(), undefined, { 5: draft })?.complete;
    expect(complete({ sequence: "1" })).toBe(false);
    expect(complete({ bits: ["rst"], sequence: "1" })).toBe(true);
    expect(complete({ bits: ["ack"], sequence: "1" })).toBe(false);
    expect(complete({ bits: ["ack"], sequence: "1", acknowledgment: "4294967295" })).toBe(true);
    expect(complete({ bits: ["ack"], sequence: "1", acknowledgment: "4294967296" })).toBe(false);
  });

  test("has its bits set and taken off one by one", () => {
    const slip = presentSegmentSlip(server(), undefined, { 5: { bits: ["syn"] } });
    expect(toggleBit(slip?.bits ?? [], "ack")).toEqual(["syn", "ack"]);
    expect(toggleBit(slip?.bits ?? [], "syn")).toEqual([]);
  });
});

describe("a goodbye", () => {
  const errand = { service: "time", state: "sent", sourcePort: 1, openedAt: 0, sends: 1 };
  const early = (fin: boolean, errands: View["errands"]) => {
    const view = tcpView("client", "handshake close", {
      connections: { [outward]: connection(0, { errand: 3 }) },
      errands,
    });
    const draft: SegmentDraft = { bits: fin ? ["ack", "fin"] : ["ack"] };
    const hand = { kind: "connection", id: outward } as const;
    return presentSegmentSlip(view, hand, { [outward]: draft })?.isEarly;
  };

  test("comes too early while the answer has not all come", () => {
    const open = { 3: { ...errand, patienceUntil: 9_000 } };
    expect(early(true, open)).toBe(true);
    expect(early(false, open)).toBe(false);
  });

  test("comes in time once the errand is over", () => {
    expect(early(true, {})).toBe(false);
  });
});

describe("the numbers to choose from", () => {
  const choices = (view: View, field: "sequence" | "acknowledgment") =>
    presentSegmentSlip(view, undefined, {})?.[field].choices.map(({ value }) => Number(value)) ??
    [];

  test("hold the right ones and others of the kind that people mistake them for", () => {
    expect(choices(server(), "sequence")).toEqual(expect.arrayContaining([1200, 1201, 300, 301]));
    expect(choices(server(), "acknowledgment")).toEqual(
      expect.arrayContaining([300, 301, 1200, 1201]),
    );
  });

  test("hold the number of the answer to somebody I never wrote to, which is the one they expect", () => {
    const stranger = "10.0.1.5:49333-10.0.3.80:7401";
    const view = tcpView("client", "handshake", {
      belt: { 5: segment(0, "syn ack", 1700, { acknowledgment: 77, socket: stranger }) },
      connections: { [outward]: connection(0, { initial: 300 }) },
      dues: { a: due("answer", stranger, { letter: 5 }) },
    });
    expect(choices(view, "sequence")).toEqual(expect.arrayContaining([77, 1700, 1701, 300]));
  });

  test("count the octets of a card and the number that a FIN takes", () => {
    const view = server({
      belt: { 5: segment(0, "fin ack", 301, { octets: 10, acknowledgment: 1201 }) },
    });
    expect(choices(view, "acknowledgment")).toEqual(expect.arrayContaining([301, 311, 312]));
  });

  test("are at most five different ones, each with a key", () => {
    const keys = presentSegmentSlip(server(), undefined, {})?.sequence.choices.map(
      ({ key }) => key,
    );
    expect(keys).toEqual(["A", "S", "D", "F", "G"]);
    expect(new Set(choices(server(), "sequence")).size).toBe(5);
  });

  test("stay where they are while the slip is written, and lie differently elsewhere", () => {
    const there = (initial: number) =>
      choices(
        server({
          connections: {
            [friend]: connection(0, { initial, acknowledged: initial, sent: initial + 1 }),
          },
        }),
        "sequence",
      ).indexOf(initial);
    expect(choices(server(), "sequence")).toEqual(choices(structuredClone(server()), "sequence"));
    const places = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map(there);
    expect(new Set(places).size).toBeGreaterThan(2);
  });

  test("do not lie differently because help is on", () => {
    const lit = server({ dues: { b: { ...dues.b, ...hint } } });
    expect(choices(lit, "acknowledgment")).toEqual(choices(server(), "acknowledgment"));
  });

  test("are none for experts, who type", () => {
    const { lesson } = server();
    const now = { ...lesson["now"], assistance: "expert" } as ViewRow<"lesson">;
    expect(choices(server({ lesson: { now } }), "sequence")).toEqual([]);
  });
});

describe("where only the expected number is played", () => {
  const cards = {
    a: card(901, "read", { socket: outward }),
    b: card(911, "read", { socket: outward }),
    c: card(931, "shelf", { socket: outward }),
  };
  const view = tcpView("client", "order acknowledge", {
    connections: { [outward]: connection(0, { initial: 300, sent: 311 }) },
    belt: { 5: segment(0, "ack", 941, { octets: 10, socket: outward }) },
    cards,
    dues: { a: due("acknowledge", outward) },
  });
  const slip = presentSegmentSlip(view, { kind: "letter", id: "5" }, {});

  test("bit and own number stand there already, and a card in the hand is not answered", () => {
    expect(slip).toMatchObject({ isShort: true, letter: undefined, acknowledges: true });
    expect(slip?.sequence.value).toBe("311");
    expect(slip?.complete).toBe(false);
  });

  test("the end of what was read is offered beside the end of what lies on the shelf", () => {
    const values = slip?.acknowledgment.choices.map(({ value }) => Number(value));
    expect(values).toEqual(expect.arrayContaining([921, 941, 931, 911]));
  });
});
