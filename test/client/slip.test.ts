import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { type Draft, isPort, presentBook, presentSlip } from "../../client/present/slip.ts";
import { due, madeUpView } from "./made-up-view.ts";

const book = {
  time: { kind: "service", address: "10.0.3.80", port: 7604, asked: false, order: 0 },
  quote: { kind: "service", address: "10.0.3.80", asked: true, order: 1 },
  client2: { kind: "host", address: "10.0.2.5", asked: false, order: 2 },
};
const errands = {
  1: {
    service: "time",
    state: "writing",
    sourcePort: 50_001,
    openedAt: 0,
    sends: 0,
    patienceUntil: 90_000,
  },
};
const view = madeUpView("client", { book, errands, dues: { a: due("errand", "1") } });
const hints = { hintAddress: "10.0.3.80", hintPort: 7604, hintSource: 50_001 };
const lit = { ...view, dues: { a: due("errand", "1", { lit: true, ...hints }) } };

const written = (of: typeof view, draft: Draft) => {
  const { address, port, source } = presentSlip(of, texts.en, "1", draft);
  return [address.value, port.value, source.value];
};

describe("a slip", () => {
  test("is blank without light", () => {
    expect(written(view, {})).toEqual(["", "", ""]);
  });

  test("is filled in while its due is lit", () => {
    expect(written(lit, {})).toEqual(["10.0.3.80", "7604", "50001"]);
  });

  test("keeps what was written, also over a hint", () => {
    expect(written(lit, { port: "80" })).toEqual(["10.0.3.80", "80", "50001"]);
  });

  test("is complete with an address and two ports", () => {
    const draft = { address: "10.0.3.80", port: "7604", source: "50001" };
    expect(presentSlip(view, texts.en, "1", draft).complete).toBe(true);
    expect(presentSlip(view, texts.en, "1", { ...draft, port: "" }).complete).toBe(false);
    expect(presentSlip(view, texts.en, "1", { ...draft, source: "x" }).complete).toBe(false);
  });

  test("offers each address of the book once, with all that lives there", () => {
    expect(presentSlip(view, texts.en, "1", {}).addresses).toEqual([
      { address: "10.0.3.80", names: "Clock, Daily quote" },
      { address: "10.0.2.5", names: "Client 2" },
    ]);
  });
});

describe("the address book", () => {
  test("knows the ports that were told, and which questions are out", () => {
    expect(presentBook(view, texts.en).map(({ id, port, asked }) => [id, port, asked])).toEqual([
      ["time", 7604, false],
      ["quote", undefined, true],
      ["client2", undefined, false],
    ]);
  });

  test("lets experts read a port, but not take it over", () => {
    const now = view.lesson["now"];
    if (now === undefined) throw new Error("made-up views stand in a lesson");
    const expert = { ...view, lesson: { now: { ...now, assistance: "expert" } } };
    expect(presentBook(view, texts.en)[0]?.canPick).toBe(true);
    expect(presentBook(expert, texts.en)[0]?.canPick).toBe(false);
  });
});

test.each([
  ["1", true],
  ["65535", true],
  ["0", false],
  ["65536", false],
  ["", false],
  ["80a", false],
  ["-1", false],
])("%j as a port: %s", (text, is) => {
  expect(isPort(text)).toBe(is);
});
