import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentTaskLine } from "../../client/present/task-line.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { card, connection, friend, outward, tcpView, walkIn } from "./made-up-tcp-view.ts";
import { madeUpView } from "./made-up-view.ts";

const words = texts.en.desk.task;
const lineAt = (view: View, playNow = 0) => presentTaskLine(view, texts.en, undefined, playNow);

const errand = {
  ...{ service: "time", state: "sent", sourcePort: 1, openedAt: 0, sends: 1 },
  patienceUntil: 90_000,
};

describe("a client with nothing to do", () => {
  test("waits for the answer whose timer ends first, and sees how long that takes", () => {
    const errands = {
      1: { ...errand, retryAt: 30_000 },
      2: { ...errand, service: "quote", retryAt: 20_000 },
    };
    expect(lineAt(madeUpView("client", { errands }), 7_500)).toEqual({
      sentence: words.waiting.answer("Daily quote"),
      aside: words.waiting.atMost(13),
      waits: false,
    });
  });

  test("waits for its next errand while no answer is missing", () => {
    expect(lineAt(madeUpView("client")).sentence).toBe(words.quiet.client);
  });
});

describe("a client of connections with nothing to do", () => {
  const { hello, answer, goodbye } = words.waiting;
  test.each([
    ["SYN-SENT", hello("Clock")],
    ["ESTABLISHED", answer("Clock")],
    ["FIN-WAIT-2", goodbye("Clock")],
    ["TIME-WAIT", words.quiet.client],
  ])("waits in %s for what the other end owes", (state, said) => {
    const view = tcpView("client", "handshake close", {
      connections: { [outward]: connection(0, { state, retryAt: 5_000 }) },
    });
    expect(lineAt(view).sentence).toBe(said);
  });

  test("waits for the card that comes next", () => {
    const view = tcpView("client", "order", {
      connections: { [outward]: connection(0, { service: "poem" }) },
      cards: { a: card(111, "read", { socket: outward }) },
    });
    expect(lineAt(view).sentence).toBe(words.waiting.card("Poem", 121));
  });
});

describe("a server with nothing to do", () => {
  const halfOpen = (retryAt: number): ViewRow<"connections"> =>
    connection(0, { state: "SYN-RECEIVED", retryAt });

  test("waits for the third step of every half-open connection", () => {
    const connections = { [friend]: halfOpen(40_000), [walkIn]: halfOpen(30_000) };
    expect(lineAt(tcpView("server", "handshake", { connections }), 10_000)).toMatchObject({
      sentence: words.waiting.thirdStep(2),
      aside: words.waiting.atMost(20),
    });
  });

  test("waits for an ACK while cards are under way, else for a question", () => {
    const flying = { [friend]: connection(0, { sent: 931, retryAt: 9_000 }) };
    const view = (connections: View["connections"]) =>
      tcpView("server", "transmit", { connections });
    expect(lineAt(view(flying)).sentence).toBe(words.waiting.acknowledgment("Clock"));
    expect(lineAt(view({ [friend]: connection(0) })).sentence).toBe(words.tcp.quiet);
  });

  test("waits for no ACK where nobody sends any", () => {
    const connections = { [friend]: connection(0, { sent: 931, retryAt: 9_000 }) };
    const { rules, ...view } = tcpView("server", "transmit", { connections });
    const now = { ...rules["now"], covered: "acknowledgments" } as ViewRow<"rules">;
    expect(lineAt({ ...view, rules: { now } }).sentence).toBe(words.waiting.timer("Clock"));
  });
});

test("a timer that has run out is not shown", () => {
  const errands = { 1: { ...errand, retryAt: 5_000 } };
  expect(lineAt(madeUpView("client", { errands }), 6_000).aside).toBe("");
});
