import { expect, test } from "vitest";
import { commonMistakes } from "../../client/present/debrief-mistakes.ts";
import type { Nickname } from "../../shared/contract/intent.ts";
import { type Reason, reasons } from "../../shared/contract/reasons.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { instant } from "../../shared/lib/instant.ts";
import type { ActId, PacketId } from "../../shared/wire/packet.ts";
import { skills } from "../kit/pupil.ts";
import { toldRound } from "../kit/told-round.ts";
import { madeUpStory } from "./made-up-story.ts";

let nth = 0;

/** An act that was judged so; its consequence came home unless it was silent. */
function judged(seat: string, reason: Reason, isSilent = false): Story["acts"][number] {
  nth += 1;
  const id = nth as ActId;
  const at = instant(nth * 1000);
  const { concept } = reasons[reason];
  return {
    ...{ id, at, seat, act: { kind: "raiseFlag", flag: "thanks" } },
    evidence: {
      ...{ act: id, at, seat, reason, concept, lit: false, tookMs: 1000 },
      ...(isSilent ? {} : { shownAt: at }),
    },
  };
}

const nicknames = { router1: "0-0" as Nickname, router2: "1-1" as Nickname };

test("the same mistake at two desks of a role is one, and the most frequent comes first", () => {
  const story = madeUpStory({
    nicknames,
    acts: [
      judged("client1", "sentBeforeTimeout"),
      judged("router1", "noMatchingPrefix"),
      judged("router2", "noMatchingPrefix"),
      judged("router2", "noMatchingPrefix", true),
      judged("router2", "forwardedRight"),
    ],
  });
  expect(commonMistakes(story)).toEqual([
    {
      ...{ role: "router", reason: "noMatchingPrefix", deed: "wrong", count: 3, silent: 1 },
      field: "destinationAddress",
      people: [
        { nickname: "0-0", count: 1 },
        { nickname: "1-1", count: 2 },
      ],
    },
    {
      ...{ role: "client", reason: "sentBeforeTimeout", deed: "wasteful", count: 1, silent: 0 },
      ...{ field: undefined, people: [] },
    },
  ]);
});

test("letters that fell off somebody's belt count, those of a machine that runs by itself do not", () => {
  const fellOff = (box: string) => ({
    ...{ at: instant(1), box, packet: 1 as PacketId },
    notice: { kind: "letterFellOff" } as const,
  });
  const story = madeUpStory({ nicknames, events: [fellOff("router1"), fellOff("router3")] });
  expect(commonMistakes(story)).toMatchObject([
    { role: "router", reason: "letBeltOverflow", deed: "missed", count: 1 },
  ]);
});

test("a round without mistakes has none to show", () => {
  const story = madeUpStory({ acts: [judged("router1", "forwardedRight")] });
  expect(commonMistakes(story)).toEqual([]);
});

test("a clumsy pupil's round shows at most five, each at that pupil's role", () => {
  const clumsy = { ...skills.new, errorPercent: 60 };
  const mistakes = commonMistakes(toldRound("server", 3, clumsy));
  expect(mistakes.length).toBeGreaterThan(0);
  expect(mistakes.length).toBeLessThanOrEqual(5);
  expect(new Set(mistakes.map(({ role }) => role))).toEqual(new Set(["server"]));
});
