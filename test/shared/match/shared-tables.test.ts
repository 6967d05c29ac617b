import { expect, test } from "vitest";
import { SharedTables, withYours } from "../../../shared/match/shared-tables.ts";

const people = (...nicknames: readonly string[]) =>
  Object.fromEntries(nicknames.map((nickname, n) => [`p${n + 1}`, { nickname, you: false }]));

const room = {};

test("a table is worked out once until something happens to its owner", () => {
  const shared = new SharedTables();
  const another = {};
  let worked = 0;
  const look = () =>
    shared.table(room, "people", () => {
      worked += 1;
      return people("1-1");
    });
  expect(look()).toBe(look());
  shared.renew(another);
  look();
  expect(worked).toBe(1);
  shared.renew(room);
  look();
  expect(worked).toBe(2);
  shared.renewAll();
  look();
  expect(worked).toBe(3);
});

test("owners have tables of the same name each for themselves", () => {
  const shared = new SharedTables();
  const [here, there] = [{}, {}];
  expect(shared.table(here, "people", () => people("1-1"))).toEqual(people("1-1"));
  expect(shared.table(there, "people", () => people("2-2"))).toEqual(people("2-2"));
});

test("of several tables those that say the same are the same objects", () => {
  const shared = new SharedTables();
  const look = (one: string, other: string) => {
    shared.renew(room);
    return shared.tables(room, "both", () => ({ one: people(one), other: people(other) }));
  };
  const before = look("1-1", "2-2");
  const after = look("1-1", "3-3");
  expect(after.one).toBe(before.one);
  expect(after.other).toEqual(people("3-3"));
});

test("a table that says the same is the same object, and so is a row", () => {
  const shared = new SharedTables();
  const look = (...nicknames: readonly string[]) => {
    shared.renew(room);
    return shared.table(room, "people", () => people(...nicknames));
  };
  const first = look("1-1", "2-2");
  expect(look("1-1", "2-2")).toBe(first);
  const second = look("1-1", "3-3");
  expect(second).toEqual(people("1-1", "3-3"));
  expect(second["p1"]).toBe(first["p1"]);
  expect(look("1-1")).toEqual(people("1-1"));
  expect(look("1-1", "3-3", "4-4")).toEqual(people("1-1", "3-3", "4-4"));
});

test("a column that comes or goes makes another row", () => {
  const shared = new SharedTables();
  const look = (row: object) => {
    shared.renew(room);
    return shared.table(room, "row", () => ({ now: row }))["now"];
  };
  look({ a: 1 });
  expect(look({ a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
  expect(look({ a: 1 })).toEqual({ a: 1 });
  expect(look({ b: 1 })).toEqual({ b: 1 });
});

test("what is glanced at stays until the whole class is looked at again", () => {
  const shared = new SharedTables();
  const look = (nickname: string) => shared.glance("people", () => people(nickname));
  look("1-1");
  shared.renew(room);
  expect(look("2-2")).toEqual(people("1-1"));
  shared.renewGlances();
  expect(look("2-2")).toEqual(people("2-2"));
  shared.renewAll();
  expect(look("3-3")).toEqual(people("3-3"));
});

test("only the viewer's own row says so, and nobody else's table does", () => {
  const shared = people("1-1", "2-2");
  const mine = withYours(shared, "p2");
  expect(mine["p2"]).toEqual({ nickname: "2-2", you: true });
  expect(mine["p1"]).toBe(shared["p1"]);
  expect(withYours(shared, "p1")["p2"]).toBe(shared["p2"]);
  expect(withYours(shared, "p2")).toBe(mine);
  expect(shared).toEqual(people("1-1", "2-2"));
  expect(withYours(shared, "p9")).toBe(shared);
  expect(withYours(shared, undefined)).toBe(shared);
});
