import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentTaskLine } from "../../client/present/task-line.ts";
import { due, letter, madeUpView } from "./made-up-view.ts";

describe("the one thing to do now", () => {
  test("is nothing while nothing waits", () => {
    expect(presentTaskLine(madeUpView("router"), texts.ko)).toEqual({
      sentence: "지금은 한가해요. 곧 편지가 와요.",
      more: 0,
      waits: false,
    });
  });

  test("is the letter that has waited longest, called by its slot", () => {
    const view = madeUpView("router", {
      belt: { 4: letter(0), 9: letter(2) },
      dues: { a: due("letter", "4", { since: 20 }), b: due("letter", "9", { since: 10 }) },
    });
    const task = presentTaskLine(view, texts.en);
    expect(task.sentence).toContain("letter 3");
    expect(task.more).toBe(1);
  });

  test("is what others wait for, before letters", () => {
    const dues = { a: due("letter", "4"), b: due("tell", "time"), c: due("bind", "quote") };
    const view = madeUpView("server", { belt: { 4: letter(0) }, dues });
    expect(presentTaskLine(view, texts.en).sentence).toContain("Daily quote");
  });

  test("is what is lit, before all else", () => {
    const dues = { a: due("letter", "4", { lit: true }), c: due("bind", "quote") };
    const view = madeUpView("server", { belt: { 4: letter(0) }, dues });
    expect(presentTaskLine(view, texts.en).sentence).toContain("letter 1");
  });

  test("names the service of an errand or of a question", () => {
    const errands = {
      1: { service: "time", state: "writing", sourcePort: 1, openedAt: 0, patienceUntil: 1 },
    };
    const errand = madeUpView("client", { errands, dues: { a: due("errand", "1") } });
    expect(presentTaskLine(errand, texts.ko).sentence).toContain("시계");
    const ask = madeUpView("client", { dues: { a: due("ask", "score") } });
    expect(presentTaskLine(ask, texts.ko).sentence).toContain("점수판");
  });
});
