import { expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort2 } from "../../../assets/missions/best-effort-2.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Errand, Host } from "../../../shared/device/host.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import { drawErrand, drawOther, drawService } from "../../../shared/match/draw-errand.ts";
import type { ErrandPlan } from "../../../shared/match/match.ts";
import { Hands } from "../../kit/hands.ts";

/** A client's errands of a long round, each drawn while the one before is still open. */
function errandsOf(seed: number, count: number) {
  const match = createMatch(addressAndDoor1, { seed, size: 2 });
  const plan = match.errands["client1"];
  const service = match.mission.services[0];
  if (plan === undefined || service === undefined) throw new Error("no errands");
  const drawn = [drawErrand(match, plan, service, [])];
  while (drawn.length < count) drawn.push(drawErrand(match, plan, service, drawn.slice(-2)));
  return drawn;
}

test("a question is a card of ten octets with its tag at the end", () => {
  for (const { question } of errandsOf(1, 50)) expect(question).toMatch(/^time\? #[1-9]\d\d$/);
});

test("errands are numbered from the first on", () => {
  const ids = errandsOf(1, 5).map(({ id }) => id);
  expect(ids).toEqual([2, 3, 4, 5, 6]);
});

test("errands that are open together never share a tag, by which their answers are told apart", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const tags = errandsOf(seed, 500).map(({ question }) => question.slice(6));
    for (const [index, tag] of tags.entries()) {
      expect(tags.slice(Math.max(0, index - 2), index)).not.toContain(tag);
    }
  }
});

test.each(["client1", "client2"])("the first letter that %s writes needs no asking", (client) => {
  for (let seed = 1; seed <= 20; seed++) {
    const hands = new Hands([client], { seed });
    hands.classroom.playUntil(() => hands.dues(client).length > 0);
    expect(hands.dues(client)[0]?.proposal.kind).toBe("sendDatagram");
  }
});

/** What a client is sent for, thirty times. */
function servicesFor(mission: Mission, client: string): ReadonlySet<string> {
  const match = createMatch({ ...mission, seeds: [] }, { seed: 1, size: 6 });
  const plan = match.errands[client];
  if (plan === undefined) throw new Error("no errands");
  match.now = 1 as typeof match.now;
  return new Set(Array.from({ length: 30 }, () => drawService(match, plan, client).id));
}

test("nobody is sent for the same thing twice in a row", () => {
  const match = createMatch(addressAndDoor1, { seed: 1, size: 6 });
  const plan = match.errands["client1"];
  if (plan === undefined) throw new Error("no errands");
  const drawn = Array.from({ length: 50 }, () => drawService(match, plan, "client1").id);
  for (const [index, id] of drawn.entries()) expect(drawn[index - 1]).not.toBe(id);
});

test("where there is but one service, that one is asked for again and again", () => {
  const match = createMatch(addressAndDoor1, { seed: 1, size: 2 });
  const plan = match.errands["client1"];
  const [only] = match.mission.services;
  if (plan === undefined || only === undefined) throw new Error("no errands");
  expect([1, 2, 3].map(() => drawOther(plan, [only]).id)).toEqual(["time", "time", "time"]);
});

test("every service is asked for sooner or later", () => {
  expect(servicesFor(addressAndDoor1, "client1")).toEqual(
    new Set(["time", "score", "quote", "album", "diary", "poem"]),
  );
});

test.each([
  ["client1", ["time", "score", "diary", "quote"]],
  ["client2", ["time", "score", "album", "quote"]],
  ["client3", ["time", "score", "album", "diary", "quote"]],
])("%s is sent for whatever others have, never for what it has itself", (client, services) => {
  expect(servicesFor(bestEffort2, client)).toEqual(new Set(services));
});

test("what two already ask for is asked for by nobody else while there is something else", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const match = createMatch(addressAndDoor1, { seed, size: 6 });
    const [crowded] = match.mission.services;
    const hosts = ["client1", "client2"].map((id) => match.world.boxes[id] as Host);
    for (const { errands } of hosts)
      errands.push({ ...(errands[0] as Errand), service: crowded?.id ?? "" });
    const plan = match.errands["client3"] as ErrandPlan;
    for (let drawn = 0; drawn < 9; drawn++)
      expect(drawService(match, plan, "client3").id).not.toBe(crowded?.id);
  }
});
