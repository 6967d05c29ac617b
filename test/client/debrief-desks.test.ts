import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentDesks } from "../../client/present/debrief-desks.ts";
import { errandToFollow } from "../../client/present/debrief-errand.ts";
import { toldRound } from "../kit/told-round.ts";
import { errand, hop, madeUpStory } from "./made-up-story.ts";

const way = [
  hop(1, ["client1", "router1"], [0, 900]),
  hop(1, ["router1", "router2"], [2_000, 2_900]),
  hop(1, ["router2", "server1"], [4_000, 4_900]),
];
const read = (words: string) => ({ kind: "read", words });

test("a router reads addresses and TTL, and its two ends read everything", () => {
  const three = presentDesks(madeUpStory({ errands: [errand], hops: way }), texts.en);
  const [client, router, server] = three?.desks ?? [];
  expect([client, router, server].map((desk) => desk?.name)).toEqual([
    "Client 1",
    "Router 1",
    "Server 1",
  ]);
  expect([client, router, server].map((desk) => desk?.at)).toEqual([0, 900, 4_900]);
  expect(router?.readings).toMatchObject({
    ...{ source: read("10.0.1.5"), destination: read("10.0.3.80"), ttl: read("8") },
    ...{ sourcePort: { kind: "sealed" }, destinationPort: { kind: "sealed" } },
    contents: { kind: "sealed" },
  });
  expect(server?.readings).toMatchObject({
    ...{ sourcePort: read("50000"), destinationPort: read("7604"), contents: read("time? #001") },
  });
  expect(client?.readings).toEqual(server?.readings);
});

test("an experiment that covers ports covers them at the ends, too", () => {
  const story = madeUpStory({ errands: [errand], hops: way });
  const covered = { ...story, mission: { ...story.mission, covered: "ports" as const } };
  const server = presentDesks(covered, texts.en)?.desks[2];
  expect(server?.readings.destinationPort).toEqual({ kind: "covered" });
  expect(server?.readings.destination).toEqual(read("10.0.3.80"));
});

test("a letter that did not go all the way is not shown at three desks", () => {
  const story = madeUpStory({ errands: [errand], hops: way.slice(0, 2) });
  expect(presentDesks(story, texts.en)).toBeUndefined();
});

test("a played round shows a letter whose TTL falls with every router", () => {
  const story = toldRound("server", 5);
  const desks = presentDesks(story, texts.ko)?.desks ?? [];
  const ttls = desks.map(({ readings: { ttl } }) => (ttl?.kind === "read" ? Number(ttl.words) : 0));
  expect(ttls).toHaveLength(3);
  expect(ttls[2]).toBeLessThan(ttls[1] ?? 0);
});

test("the errand to follow is the riddle's, else the fullest that still fits on a wall", () => {
  const other = { ...errand, key: "client1/2" };
  const hops = [...way, hop(2, ["client1", "router1"], [6_000, 6_900], { errand: "client1/2" })];
  const calm = madeUpStory({ errands: [errand, other], hops });
  expect(errandToFollow(calm)?.key).toBe("client1/1");
  const lossy = {
    ...calm,
    hops: [
      ...hops,
      hop(3, ["client1", "router1"], [7_000, 7_900], { errand: "client1/2", lostAt: 7_400 }),
    ],
  };
  expect(errandToFollow(lossy)?.key).toBe("client1/2");
  expect(errandToFollow(madeUpStory())).toBeUndefined();
});
