import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetKey, keepKey, keptKey, lastHosted } from "../../client/shell/kept-keys.ts";

/** The browser's storage as far as the shell uses it. */
function storage(): Pick<Storage, "getItem" | "setItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
  };
}

beforeEach(() => void vi.stubGlobal("localStorage", storage()));
afterEach(() => void vi.unstubAllGlobals());

test("a seat's key and a host's key of one room are two keys", () => {
  keepKey({ kind: "seat", code: "482913", key: "mine" });
  keepKey({ kind: "host", code: "482913", key: "room" });
  expect(keptKey("seat", "482913")).toBe("mine");
  expect(keptKey("host", "482913")).toBe("room");
  expect(keptKey("seat", "111111")).toBeUndefined();
});

test("a fresh key replaces the old one, and a forgotten one is gone", () => {
  keepKey({ kind: "seat", code: "482913", key: "old" });
  keepKey({ kind: "seat", code: "482913", key: "new" });
  expect(keptKey("seat", "482913")).toBe("new");
  forgetKey("seat", "482913");
  expect(keptKey("seat", "482913")).toBeUndefined();
});

test("the room opened last is the one to go back to", () => {
  keepKey({ kind: "host", code: "111111", key: "a" });
  keepKey({ kind: "host", code: "222222", key: "b" });
  keepKey({ kind: "seat", code: "333333", key: "c" });
  expect(lastHosted()).toBe("222222");
});

test("a device keeps its twelve newest keys", () => {
  for (let nth = 0; nth < 20; nth++) {
    keepKey({ kind: "seat", code: `${100_000 + nth}`, key: "k" });
  }
  expect(keptKey("seat", "100007")).toBeUndefined();
  expect(keptKey("seat", "100008")).toBe("k");
});

test("what somebody else wrote into the storage is ignored", () => {
  localStorage.setItem(
    "port-of-call.keys",
    '[{"kind":"seat"},7,{"kind":"x","code":"1","key":"2"}]',
  );
  expect(lastHosted()).toBeUndefined();
  localStorage.setItem("port-of-call.keys", "{broken");
  expect(keptKey("seat", "1")).toBeUndefined();
});

test("without a storage nothing is kept and nothing breaks", () => {
  vi.stubGlobal("localStorage", undefined);
  keepKey({ kind: "seat", code: "482913", key: "mine" });
  expect(keptKey("seat", "482913")).toBeUndefined();
});
