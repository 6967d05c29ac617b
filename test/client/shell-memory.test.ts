import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import {
  type DeviceMemory,
  emptyMemory,
  isOnMyOwn,
  mergeMemories,
  type PracticeRound,
  parseMemory,
  rememberRound,
} from "../../client/present/shell-memory.ts";
import {
  deviceMemory,
  eraseMemory,
  exportMemory,
  importMemory,
  remember,
} from "../../client/shell/device-memory.ts";
import { isGuided, setGuided } from "../../client/shell/guidance.ts";
import type { Reason } from "../../shared/contract/reasons.ts";

const tally = (counts: Partial<Record<Reason, number>>): PracticeRound["tallies"] =>
  Object.fromEntries(
    Object.entries(counts).map(([reason, count]) => [reason, { count, hidden: 0, lit: 0 }]),
  );

const round = (more: Partial<PracticeRound> = {}): PracticeRound => ({
  ...{ mission: addressAndDoor1, role: "router", guided: false, stars: 2, tallies: {} },
  ...more,
});

const here = "address-and-door-1";
const lost = { concept: "longestPrefix", mission: here, role: "router" } as const;
const wrongExit = tally({ shorterPrefix: 1 });

describe("after a round", () => {
  test("the most stars of a role in a mission stay", () => {
    const once = rememberRound(emptyMemory, round({ stars: 2 }));
    const twice = rememberRound(once, round({ stars: 1 }));
    const asServer = rememberRound(twice, round({ role: "server", stars: 0 }));
    expect(asServer.stars).toEqual({ [here]: { router: 2, server: 0 } });
  });

  test("a guided one earns no stars, and the next of its role in the chapter is not guided", () => {
    const after = rememberRound(emptyMemory, round({ guided: true }));
    expect(after.stars).toEqual({});
    expect(isOnMyOwn(after, 1, "router")).toBe(true);
    expect(isOnMyOwn(after, 1, "client")).toBe(false);
    expect(isOnMyOwn(after, 2, "router")).toBe(false);
  });

  test("an experiment was played, and what went wrong in it does not come back", () => {
    const mission = { ...addressAndDoor1, kind: "experiment" } as const;
    const after = rememberRound(emptyMemory, round({ mission, tallies: wrongExit }));
    expect(after).toEqual({ ...emptyMemory, stars: { [here]: { router: 0 } } });
  });

  test("what went wrong comes first among what is tried again, and only once for each role", () => {
    const first = rememberRound(emptyMemory, round({ tallies: wrongExit }));
    const doors = { concept: "doors", mission: here, role: "server" } as const;
    const tallies = tally({ wrongDoor: 2, deliveredRight: 4 });
    const second = rememberRound(first, round({ role: "server", tallies }));
    expect(second.failed).toEqual([doors, lost]);
    const mission = { ...addressAndDoor1, id: "elsewhere" };
    const third = rememberRound(second, round({ mission, tallies: wrongExit }));
    expect(third.failed).toEqual([{ ...lost, mission: "elsewhere" }, doors]);
  });

  test.each([
    [{ forwardedRight: 3 }, []],
    [{ forwardedRight: 2 }, [lost]],
    [{ forwardedRight: 8, noMatchingPrefix: 1 }, [lost]],
  ] as const)("a short one with %j leaves %j to try again, and no stars", (counts, failed) => {
    const before: DeviceMemory = { ...emptyMemory, failed: [lost] };
    const played = round({ challenge: "longestPrefix", tallies: tally(counts), stars: 3 });
    expect(rememberRound(before, played)).toEqual({ ...emptyMemory, failed });
  });
});

describe("a stored record", () => {
  const full: DeviceMemory = {
    format: 1,
    stars: { [here]: { client: 3, router: 0 } },
    onMyOwn: ["1/client"],
    failed: [lost],
    explainFirst: true,
  };

  test("is read as it was written", () => {
    expect(parseMemory(JSON.stringify(full))).toEqual(full);
  });

  test.each(["", "{broken", "null", "7", "[]", '"text"', "{}", '{"format":2,"stars":{}}'])(
    "%j is none",
    (stored) => expect(parseMemory(stored)).toBeUndefined(),
  );

  test("keeps what is sound where a part is broken", () => {
    const stored = {
      ...full,
      stars: { [here]: { client: 3, router: 9, balancer: 1 }, other: 7 },
      onMyOwn: ["1/client", 5, "x"],
      failed: [lost, { ...lost, concept: "luck" }, null, { ...lost, role: "judge" }],
      explainFirst: "yes",
    };
    expect(parseMemory(JSON.stringify(stored))).toEqual({
      ...full,
      stars: { [here]: { client: 3 }, other: {} },
      explainFirst: false,
    });
  });

  test("that was brought along loses nothing that was earned here", () => {
    const mine: DeviceMemory = {
      ...emptyMemory,
      stars: { [here]: { client: 1, server: 2 } },
      failed: [{ ...lost, mission: "elsewhere" }],
    };
    expect(mergeMemories(mine, full)).toEqual({
      ...full,
      stars: { [here]: { client: 3, router: 0, server: 2 } },
      failed: mine.failed,
      explainFirst: false,
    });
  });
});

describe("on the device", () => {
  const storageName = "port-of-call.practice";
  let items: Map<string, string>;
  beforeEach(() => {
    items = new Map();
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
      removeItem: (name: string) => void items.delete(name),
    });
    eraseMemory();
  });
  afterEach(() => void vi.unstubAllGlobals());

  test("the first practice of a role in a chapter is guided, the next as it was chosen last", () => {
    expect(isGuided(1, "router")).toBe(true);
    setGuided(1, "router", false);
    expect(isGuided(1, "router")).toBe(false);
    expect(isGuided(2, "router")).toBe(true);
    setGuided(1, "router", true);
    expect(isGuided(1, "router")).toBe(true);
  });

  test("what is remembered is stored, and what another tab stored is not lost", () => {
    remember((memory) => rememberRound(memory, round()));
    const elsewhere = rememberRound(emptyMemory, round({ role: "server", stars: 3 }));
    items.set(storageName, JSON.stringify(elsewhere));
    setGuided(1, "client", false);
    expect(parseMemory(items.get(storageName) ?? "")).toEqual({
      ...elsewhere,
      onMyOwn: ["1/client"],
    });
    expect(deviceMemory.value.stars).toEqual(elsewhere.stars);
  });

  test("an exported record can be erased here and brought back", () => {
    remember((memory) => rememberRound(memory, round({ tallies: wrongExit })));
    const file = exportMemory();
    const before = deviceMemory.value;
    eraseMemory();
    expect(deviceMemory.value).toEqual(emptyMemory);
    expect(items.size).toBe(0);
    expect(importMemory(file)).toBe(true);
    expect(deviceMemory.value).toEqual(before);
  });

  test("a file that is no record changes nothing", () => {
    setGuided(1, "client", false);
    expect(importMemory('{"some":"thing"}')).toBe(false);
    expect(isGuided(1, "client")).toBe(false);
  });

  test("where storage is forbidden everything lasts as long as the page", () => {
    vi.stubGlobal("localStorage", undefined);
    remember((memory) => rememberRound(memory, round()));
    setGuided(1, "router", false);
    expect(deviceMemory.value.stars).toEqual({ [here]: { router: 2 } });
    expect(isGuided(1, "router")).toBe(false);
    eraseMemory();
    expect(deviceMemory.value).toEqual(emptyMemory);
  });
});
