import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import {
  errandInHand,
  presentClientPlaces,
  presentErrands,
} from "../../client/present/client-desk.ts";
import { due, madeUpView } from "./made-up-view.ts";

const errand = { service: "time", state: "writing", sourcePort: 50_001, openedAt: 0, sends: 0 };
const errands = {
  2: { ...errand, state: "sent", sends: 1, patienceUntil: 100_000, retryAt: 30_000 },
  10: { ...errand, service: "quote", patienceUntil: 80_000, news: "doorClosed" },
};
const view = madeUpView("client", { errands });

describe("errands", () => {
  test("stand in the order they came", () => {
    expect(presentErrands(view, texts.en, 0).map(({ id }) => id)).toEqual(["2", "10"]);
  });

  test("show their patience as time left", () => {
    const [, quote] = presentErrands(view, texts.en, 20_500);
    expect(quote).toMatchObject({ secondsLeft: 60, patience: 59_500 / 80_000 });
  });

  test("say how long an answer may still take, once they are sent", () => {
    const [time, quote] = presentErrands(view, texts.en, 20_000);
    expect([time?.retrySeconds, quote?.retrySeconds]).toEqual([10, undefined]);
  });

  test("say what was heard of them last", () => {
    expect(presentErrands(view, texts.ko, 0)[1]?.news).toBe("문이 닫혀 있었어요");
  });
});

describe("the slip that lies open", () => {
  test("is that of the first errand that waits to be written", () => {
    expect(errandInHand(view, undefined)).toBe("10");
  });

  test("is that of the chosen errand", () => {
    expect(errandInHand(view, "2")).toBe("2");
  });

  test("is not that of an errand that has ended", () => {
    expect(errandInHand(view, "7")).toBe("10");
  });

  test("is that of the lit errand", () => {
    const dues = { a: due("errand", "2", { lit: true }) };
    expect(errandInHand({ ...view, dues }, undefined)).toBe("2");
  });

  test("is that of the errand whose port is to be asked for, as the task line says", () => {
    const dues = { a: due("errand", "12"), b: due("ask", "quote") };
    const two = { ...errands, 12: { ...errand, patienceUntil: 1 } };
    expect(errandInHand({ ...view, errands: two, dues }, undefined)).toBe("10");
  });

  test("is none once every envelope is sent, until one is chosen", () => {
    const { 2: sent } = errands;
    const waiting = madeUpView("client", { errands: { 2: sent } });
    expect(errandInHand(waiting, undefined)).toBeUndefined();
    expect(errandInHand(waiting, "2")).toBe("2");
  });

  test("is missing while there is no errand", () => {
    expect(errandInHand(madeUpView("client"), undefined)).toBeUndefined();
  });
});

test("a client's places are the sockets of its errands and the closed door", () => {
  const doors = { 50001: { port: 50_001, service: "time", errand: 2, order: 0 } };
  const places = presentClientPlaces(madeUpView("client", { doors }), texts.en, undefined);
  expect(places.map(({ id, title, note }) => [id, title, note])).toEqual([
    ["door:50001", "50001", "Clock"],
    ["reject", "Closed door", "ICMP"],
  ]);
});
