import { describe, expect, test } from "vitest";
import { bestEffort2 } from "../../../assets/missions/best-effort-2.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { type Story, storyOf } from "../../../shared/lesson/story.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { Hands } from "../../kit/hands.ts";

const mission = bestEffort2.id;

/** A whole round that autopilots play. */
function playedBy(seed: number): Story {
  const { classroom } = new Hands([], { mission, seed });
  classroom.finishRound();
  const story = storyOf(classroom.journal, missions, classroom.now);
  if (story === undefined) throw new Error("nothing was played");
  return story;
}

describe("friends who serve each other", () => {
  const stories = [1, 2, 3].map(playedBy);

  test("get answers from each other's programs", () => {
    for (const { errands } of stories) {
      for (const [service, asker] of [
        ["album", "client2"],
        ["diary", "client1"],
      ]) {
        const asked = errands.filter((errand) => errand.service === service);
        expect(asked.map(({ client }) => client)).toContain(asker);
        expect(asked.map(({ end }) => end)).toContain("answered");
      }
    }
  });

  test("are never sent for what they have themselves, and never write to themselves", () => {
    for (const { errands, hops } of stories) {
      expect(errands.filter((one) => one.service === "album" && one.client === "client1")).toEqual(
        [],
      );
      expect(errands.filter((one) => one.service === "diary" && one.client === "client2")).toEqual(
        [],
      );
      expect(hops.filter(({ packet: { ip } }) => ip.source === ip.destination)).toEqual([]);
    }
  });

  test("ask by the same rules as anybody: the answer comes from the door that was asked", () => {
    for (const { hops, addresses } of stories) {
      const fromFriend = hops.filter(
        ({ from, packet: { ip, body } }) =>
          from === "client1" && ip.source === addresses.boxes["client1"] && body.protocol === "udp",
      );
      const answers = fromFriend.filter(
        ({ packet: { body } }) => body.protocol === "udp" && body.payload.startsWith("a "),
      );
      expect(answers.length).toBeGreaterThan(2);
    }
  });
});

test("a friend's book has the other's address and door, but not its own", () => {
  const hands = new Hands(["client1"], { mission });
  const { book, programs } = viewFor(hands.classroom.lesson, {
    ...{ kind: "player", player: "client1" },
  } as const);
  expect(Object.keys(book)).toEqual(["time", "score", "diary", "quote", "client2", "client7"]);
  expect(book["diary"]?.port).toBe(hands.host("client2").programs["diary"]?.port);
  expect(book["diary"]?.address).toBe(book["client2"]?.address);
  expect(programs).toMatchObject({ album: { state: "listening" } });
});
