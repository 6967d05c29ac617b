import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { changesOf, conditionAt, faultsIn } from "../../client/present/debrief-changes.ts";
import { momentsOf } from "../../client/present/debrief-moments.ts";
import { lettersAt, mapAt, waitsOf } from "../../client/present/debrief-replay.ts";
import { emptyView } from "../../shared/contract/view.ts";
import { instant } from "../../shared/lib/instant.ts";
import type { ActId, PacketId } from "../../shared/wire/packet.ts";
import { hop, madeUpStory } from "./made-up-story.ts";

const toRouter = ["client1", "router1"] as const;
const onward = ["router1", "router2"] as const;
const story = madeUpStory({
  hops: [hop(1, toRouter, [1_000, 2_000]), hop(1, onward, [5_000, 6_000], { lostAt: 5_400 })],
});
const fault = (at: number, kind: string, target: string, amount?: number) => ({
  ...{ network: "n1", at, kind, target },
  ...(amount === undefined ? {} : { amount }),
});

test("a letter is on the map from its departure to its arrival, and a lost one as long as its cross stays", () => {
  const under = (at: number) => Object.keys(lettersAt(story, at));
  expect([999, 1_000, 1_999, 2_000].map((at) => under(at).length)).toEqual([0, 1, 1, 0]);
  expect([5_300, 6_500, 7_399, 7_400].map((at) => under(at).length)).toEqual([1, 1, 1, 0]);
  expect(lettersAt(story, 5_300)["1"]).toMatchObject({ kind: "udp", lostAt: 5_400 });
});

test("a letter waits at a box from when it came until it went on", () => {
  expect(waitsOf(story)).toEqual([{ box: "router1", from: 2_000, until: 5_000 }]);
  const queueAt = (at: number) => mapAt(story, [], waitsOf(story), at).boxes["router1"]?.queue;
  expect([1_999, 2_000, 4_999, 5_000].map(queueAt)).toEqual([0, 1, 1, 0]);
});

test("a letter waits until somebody deals with it, too", () => {
  const delivered = madeUpStory({
    hops: [hop(1, ["router2", "server1"], [0, 1_000])],
    acts: [
      {
        ...{ id: 1 as ActId, at: instant(3_000), seat: "server1" },
        act: { kind: "reject", packet: 1 as PacketId },
      },
    ],
  });
  expect(waitsOf(delivered)).toEqual([{ box: "server1", from: 1_000, until: 3_000 }]);
});

test("the map bears no names, and shows lines and boxes as they stood at that instant", () => {
  const changes = changesOf(story, [
    fault(10_000, "cutLink", "router1-router2"),
    fault(20_000, "mendLink", "router1-router2"),
    fault(12_000, "killBox", "server1"),
    fault(12_000, "setDelay", "router1-router3", 3),
    fault(12_000, "setLoss", "router1-router3", 30),
  ]);
  const at = (ms: number) => mapAt(story, changes, [], ms);
  expect([9_999, 10_000, 20_000].map((ms) => at(ms).links["router1-router2"]?.up)).toEqual([
    true,
    false,
    true,
  ]);
  expect(at(15_000).boxes["server1"]).toMatchObject({ dead: true, address: "10.0.3.80" });
  expect(at(15_000).links["router1-router3"]).toMatchObject({ slow: 3, loss: 30 });
  expect(at(11_000).links["router1-router3"]).toMatchObject({ slow: 1, loss: 12 });
  expect(Object.values(at(0).boxes).filter(({ nickname }) => nickname !== undefined)).toEqual([]);
});

test("what the mission brings and what the host does are one history, up to the end of the round", () => {
  const { mission } = madeUpStory();
  const eventful = madeUpStory({
    mission: {
      ...mission,
      events: [
        { at: 9_000, kind: "boxDies", box: "server1" },
        { at: 4_000, kind: "programStops", service: "time" },
        { at: 99_000, kind: "boxRevives", box: "server1" },
      ],
    },
  });
  const changes = changesOf(eventful, [fault(6_000, "cutLink", "router1-router2")]);
  expect(changes.map(({ kind, at }) => [kind, at])).toEqual([
    ["programStops", 4_000],
    ["lineCut", 6_000],
    ["boxDies", 9_000],
  ]);
  expect(conditionAt(eventful, changes, 60_000).dead.has("server1")).toBe(true);
});

test("only the faults of the network that is looked at are in its history", () => {
  const view = {
    ...emptyView(),
    faults: { "0": fault(1, "cutLink", "a"), "1": { ...fault(2, "cutLink", "b"), network: "n2" } },
  };
  expect(faultsIn(view, "n2").map(({ target }) => target)).toEqual(["b"]);
});

test.each(["ko", "en"] as const)(
  "in %s every moment says in words what happened where",
  (language) => {
    const changes = changesOf(story, [
      fault(2_000, "cutLink", "router1-router2"),
      fault(3_000, "setLoss", "router1-router3", 30),
    ]);
    const moments = momentsOf(story, changes, texts[language]);
    expect(moments.map(({ kind, time }) => [kind, time])).toEqual([
      ["change", "0:02"],
      ["change", "0:03"],
      ["loss", "0:05"],
    ]);
    const { router } = texts[language].names.roles;
    for (const { words } of moments) expect(words).toContain(`${router} 1`);
    expect(moments[1]?.words).toContain("30%");
  },
);
