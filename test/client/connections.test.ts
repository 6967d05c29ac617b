import { describe, expect, test } from "vitest";
import { threeHandshakes1 } from "../../assets/missions/three-handshakes-1.ts";
import { texts } from "../../assets/text/text.ts";
import {
  connectionAt,
  presentConnections,
  presentHalfOpen,
  presentLetGo,
  presentMine,
  presentServed,
} from "../../client/present/connections.ts";
import type { View } from "../../shared/contract/view.ts";
import { connection, friend, outward, tcpView, walkIn } from "./made-up-tcp-view.ts";
import { due, inMission } from "./made-up-view.ts";

const connections = {
  [walkIn]: connection(1, { state: "SYN-RECEIVED", since: 2_000, remoteAddress: "10.0.2.9" }),
  [friend]: connection(0, { state: "ESTABLISHED" }),
};
const server = (tables: Partial<View> = {}) =>
  tcpView("server", "handshake", { connections, ...tables });

describe("a server's connections", () => {
  test("are half open or served, and the places that are left are counted", () => {
    const halfOpen = presentHalfOpen(server(), texts.en, 0);
    const served = presentServed(server(), texts.en, 0);
    expect([halfOpen.taken.map(({ id }) => id), halfOpen.free]).toEqual([[walkIn], 2]);
    expect([served.taken.map(({ id }) => id), served.free]).toEqual([[friend], 1]);
  });

  test("are numbered the oldest first, and found by that number", () => {
    expect(presentConnections(server(), texts.en, 0).map(({ number, id }) => [number, id])).toEqual(
      [
        [1, friend],
        [2, walkIn],
      ],
    );
    expect([1, 2, 3].map((number) => connectionAt(server(), number))).toEqual([
      friend,
      walkIn,
      undefined,
    ]);
  });

  test("say how long they have been like that", () => {
    const [, waiting] = presentConnections(server(), texts.en, 9_500);
    expect(waiting?.age).toBe(8);
  });

  test("say what waits for me on them before what state they are in", () => {
    const state = (dues: View["dues"]) =>
      presentConnections(server({ dues }), texts.en, 0)[1]?.state;
    expect(state({})).toBe("Half open");
    expect(state({ a: due("answer", walkIn, { letter: 5 }) })).toBe("Answer");
  });

  test("are lit only by a due that no letter stands for", () => {
    const lit = (letter?: number) => {
      const row = due("close", friend, { lit: true, ...(letter === undefined ? {} : { letter }) });
      return presentConnections(server({ dues: { a: row } }), texts.en, 0)[0]?.lit;
    };
    expect([lit(), lit(5)]).toEqual([true, false]);
  });
});

describe("letting a half-open connection go", () => {
  test("is offered only while somebody knocks in vain, and for half-open ones alone", () => {
    expect(presentLetGo(server())).toEqual([]);
    const dues = { a: due("letGo", "") };
    expect(presentLetGo(server({ dues }))).toEqual([{ socket: walkIn, key: "U", lit: false }]);
  });

  test("shows whom the machine would choose only with light", () => {
    const dues = { a: due("letGo", walkIn, { lit: true }) };
    expect(presentLetGo(server({ dues }))[0]?.lit).toBe(true);
  });
});

test("a client's connections have a place for each errand, its patience, and its own port", () => {
  const errand = {
    service: "time",
    state: "sent",
    sourcePort: 49_800,
    openedAt: 0,
    patienceUntil: 60_000,
    sends: 1,
  };
  const client = tcpView("client", "handshake", {
    connections: { [outward]: connection(0, { errand: 1, localPort: 49_800, retryAt: 20_000 }) },
    errands: { 1: errand },
  });
  const mine = presentMine(inMission("three-handshakes-1", client), texts.en, 10_000);
  expect(mine.free).toBe(threeHandshakes1.openErrands[1] - 1);
  expect(mine.taken[0]).toMatchObject({ localPort: 49_800, timer: 10, patience: 50 });
});
