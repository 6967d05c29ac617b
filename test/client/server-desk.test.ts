import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import {
  presentAsks,
  presentPrograms,
  presentServerPlaces,
} from "../../client/present/server-desk.ts";
import { due, letter, madeUpView } from "./made-up-view.ts";

const programs = {
  time: { state: "listening", port: 7604, order: 0 },
  score: { state: "stopped", order: 1 },
};
const doors = { 7604: { port: 7604, service: "time", order: 0 } };

describe("a stopped program", () => {
  const view = madeUpView("server", { programs, doors });
  const suggestions = (of = view) => presentPrograms(of, texts.en)[1]?.suggestions ?? [];

  test("offers three different free ports outside the system range", () => {
    expect(new Set(suggestions()).size).toBe(3);
    expect(suggestions().every((port) => port >= 1024 && port !== 7604)).toBe(true);
  });

  test("offers the same ports for as long as it stays stopped", () => {
    expect(suggestions()).toEqual(suggestions(structuredClone(view)));
  });

  test("offers others after it has stopped once more", () => {
    const happenings = { 1: { at: 0, kind: "programStopped", service: "score" } };
    expect(suggestions({ ...view, happenings })).not.toEqual(suggestions());
  });

  test("has a port filled in only while its due is lit", () => {
    const lit = { a: due("bind", "score", { lit: true, hintPort: 3400 }) };
    expect(presentPrograms({ ...view, dues: lit }, texts.en)[1]?.hint).toBe(3400);
    const dark = { a: due("bind", "score") };
    expect(presentPrograms({ ...view, dues: dark }, texts.en)[1]?.hint).toBeUndefined();
  });
});

describe("who asks for a door", () => {
  const asks = {
    a: { service: "score", box: "client1", since: 1 },
    b: { service: "time", box: "client1", since: 2 },
    c: { service: "time", box: "client2", since: 3 },
  };
  const view = madeUpView("server", { programs, doors, asks, dues: { x: due("tell", "time") } });

  test("comes first when the door is open, and is one line per service", () => {
    const lines = presentAsks(view, texts.en);
    expect(lines.map(({ service, who }) => `${service}: ${who}`)).toEqual([
      "time: Client 1, Client 2",
      "score: Client 1",
    ]);
  });

  test("can be told any open port, right or wrong; the right one is lit only with the due", () => {
    expect(presentAsks(view, texts.en)[1]?.ports).toEqual([{ port: 7604, lit: false }]);
    const dues = { x: due("tell", "time", { lit: true, hintPort: 7604 }) };
    expect(presentAsks({ ...view, dues }, texts.en)[0]?.ports).toEqual([{ port: 7604, lit: true }]);
  });
});

test("a server's places are its doors and the closed one", () => {
  const view = madeUpView("server", {
    doors: { ...doors, 80: { port: 80, service: "score", order: 1 } },
    belt: { 4: letter(0, { destinationPort: 80 }) },
    dues: { a: due("letter", "4", { lit: true, hintPort: 80 }) },
  });
  const places = presentServerPlaces(view, texts.ko, { kind: "letter", id: "4" });
  expect(places.map(({ id, key, note, lit }) => [id, key, note, lit])).toEqual([
    ["door:7604", "Q", "시계", false],
    ["door:80", "W", "점수판", true],
    ["reject", "E", "ICMP", false],
  ]);
});
