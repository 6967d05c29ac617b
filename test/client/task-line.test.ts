import { describe, expect, test } from "vitest";
import { type Text, texts } from "../../assets/text/text.ts";
import { presentTaskLine } from "../../client/present/task-line.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { connection, friend, segment, tcpView } from "./made-up-tcp-view.ts";
import { due, inMission, letter, madeUpView } from "./made-up-view.ts";

const taskLine = (view: View, text: Text) => presentTaskLine(view, text, undefined, 0);

describe("the one thing to do now", () => {
  test("is nothing while nothing waits", () => {
    expect(taskLine(madeUpView("router"), texts.ko)).toEqual({
      sentence: texts.ko.desk.task.quiet.router,
      aside: "",
      waits: false,
    });
  });

  test("is the letter that has waited longest, called by its slot", () => {
    const view = madeUpView("router", {
      belt: { 4: letter(0), 9: letter(2) },
      dues: { a: due("letter", "4", { since: 20 }), b: due("letter", "9", { since: 10 }) },
    });
    const task = taskLine(view, texts.en);
    expect(task.sentence).toContain("letter 3");
    expect(task.aside).toBe(texts.en.desk.task.more(1));
  });

  test("is what others wait for, before letters", () => {
    const dues = { a: due("letter", "4"), b: due("tell", "time"), c: due("bind", "quote") };
    const view = madeUpView("server", { belt: { 4: letter(0) }, dues });
    expect(taskLine(view, texts.en).sentence).toContain("Daily quote");
  });

  test("is what is lit, before all else", () => {
    const dues = { a: due("letter", "4", { lit: true }), c: due("bind", "quote") };
    const view = madeUpView("server", { belt: { 4: letter(0) }, dues });
    expect(taskLine(view, texts.en).sentence).toContain("letter 1");
  });

  test("names a letter whose port is covered as something to guess", () => {
    const rules = {
      now: { kind: "experiment", held: "", pinSlots: 0, mostSends: 99, covered: "ports" },
    };
    const view = madeUpView("server", {
      belt: { 4: letter(0) },
      rules,
      dues: { a: due("letter", "4") },
    });
    expect(taskLine(view, texts.en).sentence).toBe(texts.en.desk.task.covered(1));
  });

  test("names the service of an errand or of a question", () => {
    const errands = {
      1: {
        service: "time",
        state: "writing",
        sourcePort: 1,
        openedAt: 0,
        sends: 0,
        patienceUntil: 1,
      },
    };
    const errand = madeUpView("client", { errands, dues: { a: due("errand", "1") } });
    expect(taskLine(errand, texts.ko).sentence).toContain("시계");
    const ask = madeUpView("client", { dues: { a: due("ask", "score") } });
    expect(taskLine(ask, texts.ko).sentence).toContain("점수판");
  });
});

describe("a pin that is due", () => {
  const routes = {
    0: { prefix: "10.0.1.0/24", exit: "client1-router1", order: 0, metric: 1 },
    1: { prefix: "10.0.3.0/24", exit: "router1-router2", order: 1, metric: 1 },
  };
  const rules = { now: { kind: "mechanism", held: "", pinSlots: 3, mostSends: 3 } };
  const hint = { lit: true, hintExit: "router1-router2" };
  const words = texts.en.desk.task;
  const sentence = (more: Partial<ViewRow<"dues">>, tables = routes) => {
    const dues = { a: due("pin", "1", more) };
    return taskLine(madeUpView("router", { routes: tables, rules, dues }), texts.en).sentence;
  };

  test("names row and exit while it is lit, and neither without light", () => {
    expect(sentence(hint)).toBe(words.pin("10.0.3.0/24", "Router 2"));
    expect(sentence({})).toBe(words.pinFree(3));
  });

  test("says that a pin is on a cut line, but not which", () => {
    const row = { ...routes[1], pin: "router1-router2" };
    expect(sentence({}, { ...routes, 1: row })).toBe(words.pinDead);
  });
});

describe("silence", () => {
  const errands = {
    3: {
      service: "time",
      state: "writing",
      sourcePort: 1,
      openedAt: 0,
      patienceUntil: 1,
      sends: 2,
    },
  };
  const words = texts.en.desk.task;
  const sentence = (kind: string, lit: boolean, mostSends = 3) => {
    const rules = { now: { kind: "mechanism", held: "", pinSlots: 3, mostSends } };
    const view = madeUpView("client", { errands, rules, dues: { a: due(kind, "3", { lit }) } });
    return taskLine(inMission("best-effort-1", view), texts.en).sentence;
  };

  test("asks the same whatever is due, until it is lit", () => {
    expect(sentence("errand", false)).toBe(words.decide("Clock"));
    expect(sentence("giveUp", false)).toBe(words.decide("Clock"));
    expect(sentence("errand", true)).toBe(words.sendAgain("Clock"));
    expect(sentence("giveUp", true)).toBe(words.giveUp("Clock", 2));
  });

  test("leaves one thing to do where nothing can be sent twice", () => {
    expect(sentence("giveUp", false, 1)).toBe(words.onlyGiveUp("Clock"));
  });
});

test("what is in the hand is what is done now, and nothing else is named", () => {
  const view = madeUpView("router", {
    belt: { 4: letter(0), 9: letter(2) },
    dues: { a: due("letter", "4", { lit: true }), b: due("letter", "9", { since: 10 }) },
  });
  const task = presentTaskLine(view, texts.en, { kind: "letter", id: "9" }, 0);
  expect(task.sentence).toContain("letter 3");
});

describe("what is due over TCP", () => {
  const words = texts.en.desk.task.tcp;
  const view = tcpView("server", "handshake", {
    connections: { [friend]: connection(0) },
    belt: { 5: segment(2, "syn", 300) },
  });
  const sentence = (row: ViewRow<"dues">) =>
    taskLine({ ...view, dues: { a: row } }, texts.en).sentence;

  test.each([
    ["open", friend, words.open("Clock")],
    ["close", friend, words.close("Clock")],
    ["acknowledge", friend, words.acknowledge("Clock")],
    ["answer", friend, words.sayAgain],
    ["card", friend, words.card("Clock")],
    ["again", friend, words.again("Clock")],
    ["letGo", "", words.letGo],
    ["place", "5", words.place(3)],
  ])("is said of %s", (kind, about, said) => {
    expect(sentence(due(kind, about))).toBe(said);
  });

  test("calls the letter that is to be answered by its slot", () => {
    expect(sentence(due("answer", friend, { letter: 5 }))).toBe(words.answer(3));
  });

  test("says with light that the fields are filled in, or which card it is", () => {
    expect(sentence(due("open", friend, { lit: true }))).toBe(words.check(words.open("Clock")));
    expect(sentence(due("again", friend, { lit: true, hintSequence: 921 }))).toBe(
      words.againLit("921"),
    );
  });
});
