import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { createDeskState } from "../../client/input/desk-state.ts";
import { drop, pickLetter, pickSlot, placePicked } from "../../client/input/pick.ts";
import {
  askDoor,
  bindPort,
  placeLetter,
  raiseFlag,
  sendSlip,
  tellDoor,
  writeSlip,
} from "../../client/input/verbs.ts";
import { presentDeskPlaces } from "../../client/present/desk-places.ts";
import { presentSlip } from "../../client/present/slip.ts";
import type { Answer, PlayerIntent } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";
import { instant } from "../../shared/lib/instant.ts";
import { parseIpv4Address } from "../../shared/wire/ipv4-address.ts";
import { letter, madeUpView } from "./made-up-view.ts";

/** A desk over a lesson that writes down what it is asked and always answers the same. */
function deskOver(view: View, answer: Answer = { kind: "accepted" }) {
  const asked: PlayerIntent[] = [];
  const desk = createDeskState({
    view: signal(view),
    line: signal("live" as const),
    lessonNow: () => instant(0),
    playNow: () => instant(0),
    send: async (intent) => {
      asked.push(intent as PlayerIntent);
      return answer;
    },
    leave: () => undefined,
  });
  const acts = () => asked.map((intent) => (intent.kind === "act" ? intent.act : intent));
  return { desk, acts };
}

describe("putting a letter somewhere", () => {
  test.each([
    [{ kind: "exit", exit: "a-b" } as const, { kind: "forward", packet: 4, exit: "a-b" }],
    [{ kind: "door", port: 80 } as const, { kind: "deliver", packet: 4, door: 80 }],
    [{ kind: "reject" } as const, { kind: "reject", packet: 4 }],
  ])("into %j is the act %j", (place, act) => {
    const { desk, acts } = deskOver(madeUpView("server"));
    placeLetter(desk, "4", place);
    expect(acts()).toEqual([act]);
  });
});

describe("pick and place", () => {
  const view = madeUpView("router", { belt: { 4: letter(0) } });
  const wayBack = presentDeskPlaces(view, texts.en, undefined).find(({ id }) => id === "reject");
  if (wayBack === undefined) throw new Error("every desk can send a letter back");

  test("puts the picked letter into the place and empties the hand", () => {
    const { desk, acts } = deskOver(view);
    pickSlot(desk, 1);
    expect(desk.picked.value).toBe("4");
    placePicked(desk, wayBack);
    expect(acts()).toEqual([{ kind: "reject", packet: 4 }]);
    expect(desk.picked.value).toBeUndefined();
  });

  test("without a letter in the hand says to pick one first", () => {
    const { desk, acts } = deskOver(view);
    pickSlot(desk, 5);
    placePicked(desk, wayBack);
    expect(acts()).toEqual([]);
    expect(desk.refusal.value).toBe("pickFirst");
  });

  test("does nothing with a letter that has left the belt", () => {
    const { desk, acts } = deskOver(view);
    pickLetter(desk, "99");
    placePicked(desk, wayBack);
    expect(acts()).toEqual([]);
  });

  test("picking again, or dropping, lays the letter back", () => {
    const { desk } = deskOver(view);
    pickLetter(desk, "4");
    pickLetter(desk, "4");
    expect(desk.picked.value).toBeUndefined();
    pickLetter(desk, "4");
    drop(desk);
    expect(desk.picked.value).toBeUndefined();
  });
});

describe("sending a slip", () => {
  const errands = {
    3: { service: "time", state: "writing", sourcePort: 50_001, openedAt: 0, patienceUntil: 9 },
  };
  const view = madeUpView("client", { errands });
  const slipOf = (desk: ReturnType<typeof deskOver>["desk"]) =>
    presentSlip(view, texts.en, "3", desk.drafts.value["3"] ?? {});

  test("sends what is written, right or wrong", () => {
    const { desk, acts } = deskOver(view);
    writeSlip(desk, "3", { address: "10.0.3.80", port: "80" });
    writeSlip(desk, "3", { source: "1" });
    sendSlip(desk, slipOf(desk));
    expect(acts()).toEqual([
      {
        kind: "sendDatagram",
        errand: 3,
        destination: parseIpv4Address("10.0.3.80"),
        destinationPort: 80,
        sourcePort: 1,
      },
    ]);
  });

  test("waits until it is complete", () => {
    const { desk, acts } = deskOver(view);
    writeSlip(desk, "3", { address: "10.0.3.80", port: "80" });
    sendSlip(desk, slipOf(desk));
    expect(acts()).toEqual([]);
    expect(desk.refusal.value).toBe("fillFirst");
  });
});

test("what is no port opens no door", () => {
  const { desk, acts } = deskOver(madeUpView("server"));
  bindPort(desk, "time", "70000");
  expect(acts()).toEqual([]);
  expect(desk.refusal.value).toBe("portNotInRange");
});

test("the other verbs ask for just what they say", () => {
  const { desk, acts } = deskOver(madeUpView("server"));
  bindPort(desk, "time", "3400");
  tellDoor(desk, "time", 3400);
  askDoor(desk, "quote");
  raiseFlag(desk, "thanks");
  expect(acts()).toEqual([
    { kind: "bindPort", service: "time", port: 3400 },
    { kind: "tellDoor", service: "time", port: 3400 },
    { kind: "askDoor", service: "quote" },
    { kind: "raiseFlag", flag: "thanks" },
  ]);
});

test.each([
  [{ kind: "refused", reason: "paused" }],
  [{ kind: "already", first: { kind: "refused", reason: "paused" } }],
] as const)("a refusal is kept to be said: %j", async (answer) => {
  const { desk } = deskOver(madeUpView("server"), answer);
  askDoor(desk, "time");
  await Promise.resolve();
  expect(desk.refusal.value).toBe("paused");
});
