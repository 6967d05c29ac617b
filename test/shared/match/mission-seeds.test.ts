import { expect, test } from "vitest";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import type { Host } from "../../../shared/device/host.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { advanceMatch } from "../../../shared/match/advance-match.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import { flightsOf } from "../../../shared/world/world.ts";

test("a letter that was lost before the round is missed within three seconds", () => {
  const seeds = [{ client: "client1", underWay: "nothing" }] as const;
  const match = createMatch({ ...bestEffort1, seeds, events: [] }, { seed: 1, size: 2 });
  const client = match.world.boxes["client1"] as Host;
  expect(flightsOf(match.world)).toEqual([]);
  advanceMatch(match, instant(3_000));
  expect(client.gate.dues.map(({ duty }) => duty)).toEqual(["retransmit"]);
  expect(client.errands[0]?.news).toBe("noAnswer");
});

test("an answer of before that never comes is missed when its timer runs out", () => {
  const seeds = [{ client: "client1", underWay: "answer" }] as const;
  const openErrands = [1, 1] as const;
  const mission = { ...bestEffort1, seeds, openErrands, variants: [], events: [], retryMs: 5_000 };
  const match = createMatch(mission, { seed: 1, size: 2 });
  for (const link of Object.values(match.world.links)) link.lossPercent = 100;
  advanceMatch(match, instant(4_999));
  const client = match.world.boxes["client1"] as Host;
  expect(client.errands[0]?.news).toBeUndefined();
  advanceMatch(match, instant(5_000));
  expect(client.errands[0]?.news).toBe("noAnswer");
});

test("a seed may say for which service its errand is, if the team has its server", () => {
  const seeds = [{ client: "client1", underWay: "question", service: "quote" }] as const;
  const serviceIn = (size: number) =>
    (createMatch({ ...inOrder1, seeds }, { seed: 1, size }).world.boxes["client1"] as Host)
      .errands[0]?.service;
  expect([serviceIn(2), serviceIn(5)]).toEqual(["poem", "quote"]);
});

test("a stray knock of a computer that nobody sits at comes all the way, any other from nowhere", () => {
  const linkOf = (from: string) => {
    const events = [{ at: 400, kind: "strayKnock", from, service: "poem" }] as const;
    const match = createMatch({ ...inOrder1, seeds: [], events }, { seed: 1, size: 2 });
    for (const plan of Object.values(match.errands)) plan.opensAt = [];
    advanceMatch(match, instant(400));
    return flightsOf(match.world).map(({ link }) => link);
  };
  expect(linkOf("client7")).toEqual(["client7-router2"]);
  expect(linkOf("client1")).toEqual(["router2-server1"]);
});
