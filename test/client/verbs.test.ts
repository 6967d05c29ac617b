import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { createDeskState } from "../../client/input/desk-state.ts";
import {
  drop,
  letFall,
  pickRow,
  pickSlot,
  pickUp,
  placePicked,
  pressSpot,
  returnPin,
} from "../../client/input/pick.ts";
import {
  askDoor,
  bindPort,
  decide,
  placeLetter,
  raiseFlag,
  sendSlip,
  tellDoor,
  writeSlip,
} from "../../client/input/verbs.ts";
import { presentDeskPlaces } from "../../client/present/desk-places.ts";
import { freePin, type Hand } from "../../client/present/hand.ts";
import { parsePlaceId, placeId } from "../../client/present/place.ts";
import { presentSentErrands } from "../../client/present/sent-errands.ts";
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
    [{ kind: "slot", sequence: 921 } as const, { kind: "place", packet: 4, sequence: 921 }],
    [{ kind: "bin" } as const, { kind: "discard", packet: 4 }],
  ])("into %j is the act %j", (place, act) => {
    const { desk, acts } = deskOver(madeUpView("server"));
    placeLetter(desk, "4", place);
    expect(acts()).toEqual([act]);
  });
});

describe("pick and place", () => {
  const view = madeUpView("router", { belt: { 4: letter(0) } });
  const four: Hand = { kind: "letter", id: "4" };
  const wayBack = presentDeskPlaces(view, texts.en, undefined).find(({ id }) => id === "reject");
  if (wayBack === undefined) throw new Error("every desk can send a letter back");

  test("puts the picked letter into the place and empties the hand", () => {
    const { desk, acts } = deskOver(view);
    pickSlot(desk, 1);
    expect(desk.hand.value).toEqual(four);
    placePicked(desk, wayBack);
    expect(acts()).toEqual([{ kind: "reject", packet: 4 }]);
    expect(desk.hand.value).toBeUndefined();
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
    pickUp(desk, { kind: "letter", id: "99" });
    placePicked(desk, wayBack);
    expect(acts()).toEqual([]);
  });

  test("picking again, or dropping, lays the letter back", () => {
    const { desk } = deskOver(view);
    pickUp(desk, four);
    pickUp(desk, four);
    expect(desk.hand.value).toBeUndefined();
    pickUp(desk, four);
    drop(desk);
    expect(desk.hand.value).toBeUndefined();
  });
});

describe("pins", () => {
  const routes = {
    0: { prefix: "10.0.1.0/24", exit: "client1-router1", order: 0, metric: 1 },
    1: {
      prefix: "10.0.3.0/24",
      exit: "router1-router2",
      order: 1,
      metric: 1,
      pin: "client2-router1",
    },
  };
  const rules = { now: { kind: "mechanism", held: "", pinSlots: 3, mostSends: 3 } };
  const view = madeUpView("router", { routes, rules });
  const exits = presentDeskPlaces(view, texts.en, undefined);
  const [first] = exits;
  const wayBack = exits.at(-1);
  if (first === undefined || wayBack === undefined) throw new Error("a router has exits");
  const backbone = { row: "0", exit: "router1-router2" };

  test("go from a picked row to an exit", () => {
    const { desk, acts } = deskOver(view);
    pickRow(desk, 1);
    placePicked(desk, first);
    expect(acts()).toEqual([{ kind: "pin", row: 0, exit: "client1-router1" }]);
    expect(desk.hand.value).toBeUndefined();
  });

  test("go into the table with one press, and come off with one", () => {
    const { desk, acts } = deskOver(view);
    pressSpot(desk, backbone);
    pressSpot(desk, { row: "1", exit: "client2-router1" });
    expect(acts()).toEqual([
      { kind: "pin", ...backbone, row: 0 },
      { kind: "unpin", row: 1 },
    ]);
  });

  test("leave their own row when they are moved to another", () => {
    const { desk, acts } = deskOver(view);
    letFall(desk, { kind: "pin", id: "1" }, "pin:0:router1-router2");
    expect(acts()).toEqual([
      { kind: "unpin", row: 1 },
      { kind: "pin", ...backbone, row: 0 },
    ]);
  });

  test("are taken off by laying them back into the tray", () => {
    const { desk, acts } = deskOver(view);
    letFall(desk, { kind: "pin", id: "1" }, "pins");
    expect(acts()).toEqual([{ kind: "unpin", row: 1 }]);
    pickRow(desk, 1);
    returnPin(desk);
    expect(acts()).toHaveLength(1);
    expect(desk.hand.value).toBeUndefined();
  });

  test("need an exit, and a free one needs a row", () => {
    const { desk, acts } = deskOver(view);
    pickRow(desk, 1);
    placePicked(desk, wayBack);
    expect(desk.refusal.value).toBe("pinNeedsExit");
    pickUp(desk, freePin);
    placePicked(desk, first);
    expect(desk.refusal.value).toBe("pickRow");
    expect(acts()).toEqual([]);
  });

  test("are not picked where a mission has none, nor by a number that no row has", () => {
    const { desk } = deskOver(madeUpView("router", { routes }));
    pickRow(desk, 1);
    expect(desk.hand.value).toBeUndefined();
    const other = deskOver(view).desk;
    pickRow(other, 7);
    expect(other.hand.value).toBeUndefined();
  });
});

test("a letter falls into the place under it, and into no spot for pins", () => {
  const { desk, acts } = deskOver(madeUpView("router", { belt: { 4: letter(0) } }));
  letFall(desk, { kind: "letter", id: "4" }, "pin:0:router1-router2");
  letFall(desk, { kind: "letter", id: "4" }, "exit:router1-router2");
  expect(acts()).toEqual([{ kind: "forward", packet: 4, exit: "router1-router2" }]);
});

test.each([
  { kind: "exit", exit: "a-b" },
  { kind: "door", port: 7604 },
  { kind: "reject" },
  { kind: "slot", sequence: 921 },
  { kind: "bin" },
] as const)("a place is found again by its name: %j", (place) => {
  expect(parsePlaceId(placeId(place))).toEqual(place);
});

describe("deciding about an errand", () => {
  const errand = { service: "time", state: "writing", sourcePort: 50_001, openedAt: 0, sends: 1 };
  const view = madeUpView("client", {
    errands: { 3: { ...errand, patienceUntil: 9 } },
    book: { time: { kind: "service", address: "10.0.3.80", port: 7604, asked: false, order: 0 } },
    rules: { now: { kind: "mechanism", held: "", pinSlots: 3, mostSends: 3 } },
  });
  const [card] = presentSentErrands(view, texts.en, 0);
  if (card === undefined) throw new Error("one errand is open");

  test("sends the same letter again", () => {
    const { desk, acts } = deskOver(view);
    decide(desk, card, "sendAgain");
    const destination = parseIpv4Address("10.0.3.80");
    const ports = { destinationPort: 7604, sourcePort: 50_001 };
    expect(acts()).toEqual([{ kind: "sendDatagram", errand: 3, destination, ...ports }]);
  });

  test("gives it up", () => {
    const { desk, acts } = deskOver(view);
    decide(desk, card, "giveUp");
    expect(acts()).toEqual([{ kind: "giveUp", errand: 3 }]);
  });

  test("sends nothing where nothing can be sent again", () => {
    const { desk, acts } = deskOver(view);
    decide(desk, { ...card, letter: undefined }, "sendAgain");
    expect(acts()).toEqual([]);
  });
});

describe("sending a slip", () => {
  const errands = {
    3: {
      service: "time",
      state: "writing",
      sourcePort: 50_001,
      openedAt: 0,
      sends: 0,
      patienceUntil: 9,
    },
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
