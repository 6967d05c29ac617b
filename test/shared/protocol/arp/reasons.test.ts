import { expect, test } from "vitest";
import {
  type Disbelief,
  type DropReason,
  disbeliefs,
  dropReasons,
} from "../../../../shared/protocol/arp/reasons.ts";
import { SmallLink } from "./small-link.ts";

const drops: Readonly<Record<DropReason, (link: SmallLink) => readonly string[]>> = {
  tooManyWaiting: (link) => ["P1", "P2", "P3"].flatMap((packet) => link.want("ann", packet)),
  noAnswer: (link) => {
    link.want("ann", "P1");
    return [1_000, 1_000, 1_000].flatMap((ms) => link.wait(ms));
  },
  noRoom: (link) => {
    link.want("bob", "P2");
    link.want("cho", "P3");
    return link.want("ann", "P1");
  },
};

test.each(Object.keys(dropReasons) as DropReason[])("a packet is dropped, because %s", (reason) => {
  expect(drops[reason](new SmallLink())).toContain(`drops P1, because ${reason}`);
});

const doubts: Readonly<Record<Disbelief, (link: SmallLink) => readonly string[]>> = {
  groupHasNoAddress: (link) => link.hear("reply", "ann", "me", "all"),
  ownEcho: (link) => link.hear("request", "me", "ann"),
};

test.each(Object.keys(disbeliefs) as Disbelief[])(
  "a message is not believed, because %s",
  (reason) => {
    expect(doubts[reason](new SmallLink())).toEqual([`does not believe it, because ${reason}`]);
  },
);

test("every reason names its rule", () => {
  for (const rule of Object.values({ ...dropReasons, ...disbeliefs }))
    expect(rule).toMatch(/^RFC \d+ §/);
});
