import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { pageVersion } from "../../client/net/page-version.ts";
import { hashKey } from "../../server/rooms/key.ts";
import type { Sight } from "../../shared/contract/mission.ts";
import { readersOf } from "../kit/marked-class.ts";
import { Ledger } from "../kit/marked-ledger.ts";
import { MarkedRoom } from "../kit/marked-room.ts";
import { type MarkedRound, playMarkedRound } from "../kit/marked-round.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";

const sights: readonly Sight[] = ["neighbours", "open"];
const rounds = new Map<Sight, readonly MarkedRound[]>();
let server: TestServer;
vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  server = await startServer();
  const given = { dataDir: server.dataDir, version: pageVersion };
  matchMaker.defineRoomType("lesson", MarkedRoom, given as never);
  const played = sights.map(async (sight) => {
    const two = [playMarkedRound(server.port, sight), playMarkedRound(server.port, sight)];
    rounds.set(sight, await Promise.all(two));
  });
  await Promise.all(played);
}, 150_000);

afterAll(async () => {
  for (const { seated } of everyRound()) for (const { line } of seated) line.close();
  await server.close();
});

const everyRound = (): readonly MarkedRound[] => [...rounds.values()].flat();

/** The letters that the first client's line loses are known to its sender, or to everybody. */
const lostLetters = { neighbours: "yes no no no yes no", open: "yes yes yes no yes no" } as const;

describe.each(sights)("where sight is %s", (sight) => {
  test("nobody's line carried a byte of what they must not know", () => {
    const ledger = new Ledger();
    for (const { room, seated } of rounds.get(sight) ?? []) {
      const readers = readersOf(room.live);
      ledger.count(readers, room);
      for (const { sitting, line } of seated) {
        const reader = readers.find(({ id }) => id === sitting.seat.actor);
        if (reader === undefined) throw new Error("nobody knows who that is");
        expect(ledger.search(line.received(), reader, room)).toEqual([]);
      }
    }
    expect(ledger.table).toMatchObject({
      "letters that get lost": lostLetters[sight],
      "letters on a belt": "yes no no no - no",
      "ports of letters on the way": "no no no no - no",
      "what is sealed in letters": "no no no no - no",
      "tables and sockets": "yes no no no - no",
      dues: "yes no no no - no",
      "scores of a seat": "yes no no no yes no",
      "key hashes": "no no no no no no",
    });
  });
});

test("a key came down the line of its owner alone, and no hash of it down any", () => {
  for (const { hostKey, screenKey, seated } of everyRound()) {
    for (const key of [
      hostKey,
      screenKey,
      ...seated.flatMap(({ sitting }) => sitting.seat.key ?? []),
    ]) {
      const owners = seated.filter(({ sitting: { seat } }) =>
        key === hostKey || key === screenKey ? seat.role === "host" : seat.key === key,
      );
      expect(seated.filter(({ line }) => line.received().includes(key))).toEqual(owners);
      const hash = hashKey(key);
      expect(seated.filter(({ line }) => line.received().includes(hash))).toEqual([]);
    }
  }
});

/** A request up to its body. */
const head = /(GET|POST) \/\S* HTTP[\s\S]*?\r\n\r\n/g;

test("no address that anybody asked for held a key", () => {
  for (const { seated } of everyRound()) {
    for (const { line } of seated) {
      const heads = line.sent().toString("latin1").match(head) ?? [];
      expect(heads.length).toBeGreaterThan(1);
      for (const each of heads) expect(each).not.toMatch(/[0-9a-f]{32}/);
    }
  }
});

test("what a socket is called by is told to itself alone", () => {
  for (const { seated } of everyRound()) {
    for (const { sitting } of seated) {
      const [, token = ""] = sitting.room.reconnectionToken.split(":");
      for (const name of [sitting.room.sessionId, token]) {
        const told = seated.filter(({ line }) => line.received().includes(name));
        expect(told.map((one) => one.sitting)).toEqual([sitting]);
      }
    }
  }
});
