import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentDeskPlaces } from "../../client/present/desk-places.ts";
import { presentReceiveTray } from "../../client/present/receive-tray.ts";
import { presentSendTray } from "../../client/present/send-tray.ts";
import type { View } from "../../shared/contract/view.ts";
import { card, connection, friend, outward, segment, tcpView, walkIn } from "./made-up-tcp-view.ts";
import { due } from "./made-up-view.ts";

const second = "10.0.1.5:49801-10.0.3.80:7401";
const receiver = (tables: Partial<View> = {}) =>
  tcpView("client", "order acknowledge", {
    connections: { [outward]: connection(0), [second]: connection(1) },
    belt: {
      5: segment(0, "ack", 921, { octets: 10, socket: outward }),
      6: segment(1, "ack", 501, { octets: 10, socket: second }),
    },
    cards: {
      a: card(901, "read", { socket: outward, text: "Once upon " }),
      b: card(911, "read", { socket: outward, text: "a time a p" }),
      c: card(931, "shelf", { socket: outward, text: "ed across " }),
    },
    dues: { a: due("place", "5") },
    ...tables,
  });

describe("a tray of cards that come", () => {
  test("shows the page as far as it was read", () => {
    expect(presentReceiveTray(receiver(), undefined)?.page.map(({ text }) => text)).toEqual([
      "Once upon ",
      "a time a p",
    ]);
  });

  test("has the slot behind the page and three on the shelf, some of them taken", () => {
    const slots = presentReceiveTray(receiver(), undefined)?.slots;
    expect(slots?.map(({ sequence, kind, text }) => [sequence, kind, text])).toEqual([
      [921, "next", undefined],
      [931, "shelf", "ed across "],
      [941, "shelf", undefined],
      [951, "shelf", undefined],
    ]);
  });

  test("has no shelf where everything after a gap goes again", () => {
    const { rules } = receiver();
    const now = { ...rules["now"], goBackN: true } as View["rules"][string];
    const slots = presentReceiveTray(receiver({ rules: { now } }), undefined)?.slots;
    expect(slots?.map(({ sequence }) => sequence)).toEqual([921]);
  });

  test("is that of the letter or the connection in the hand, else of what waits", () => {
    const open = (hand: Parameters<typeof presentReceiveTray>[1]) =>
      presentReceiveTray(receiver(), hand)?.socket;
    expect(open(undefined)).toBe(outward);
    expect(open({ kind: "letter", id: "6" })).toBe(second);
    expect(open({ kind: "connection", id: second })).toBe(second);
  });

  test("offers its slots and the bin as places, by keys side by side", () => {
    const places = presentDeskPlaces(receiver(), texts.en, { kind: "letter", id: "5" });
    expect(places.map(({ id, key }) => [id, key])).toEqual([
      ["slot:921", "Q"],
      ["slot:931", "W"],
      ["slot:941", "E"],
      ["slot:951", "R"],
      ["bin", "T"],
    ]);
  });

  test.each([
    [{ hintSequence: 941 }, "slot:941"],
    [{ hintExit: "discard" }, "bin"],
  ])("lights where the card belongs while its due is lit: %j", (hint, id) => {
    const dues = { a: due("place", "5", { lit: true, ...hint }) };
    for (const hand of [undefined, { kind: "letter", id: "5" } as const]) {
      const lit = presentDeskPlaces(receiver({ dues }), texts.en, hand).filter(
        (place) => place.lit,
      );
      expect(lit.map((place) => place.id)).toEqual([id]);
    }
  });
});

const page = ["acket hopp", "ed across ", "four lines", " and a rou", "ter who ha", "d no idea."];
const sender = (tables: Partial<View> = {}) =>
  tcpView("server", "transmit retransmit", {
    connections: {
      [friend]: connection(0, { acknowledged: 921, sent: 941 }),
      [walkIn]: connection(1),
    },
    cards: Object.fromEntries(
      page.map((text, index) => [
        String(index),
        card(921 + index * 10, index < 2 ? "flying" : "unsent", {
          text,
          ...(index < 2 ? { sentAt: 4_000 } : {}),
          ...(index === 1 ? { again: true } : {}),
        }),
      ]),
    ),
    dues: { a: due("card", friend) },
    ...tables,
  });

describe("a tray of cards to send", () => {
  const tray = (view = sender()) => presentSendTray(view, undefined, 10_000);

  test("begins with the first card that nobody has acknowledged, each with its number and key", () => {
    expect(tray()?.cards.map(({ number, sequence }) => [number, sequence])).toEqual(
      page.map((_, index) => [index + 1, 921 + index * 10]),
    );
  });

  test("says which cards are under way, for how long, and which are so again", () => {
    expect(
      tray()
        ?.cards.map(({ state, age }) => [state, age])
        .slice(0, 3),
    ).toEqual([
      ["flying", 6],
      ["again", 6],
      ["unsent", undefined],
    ]);
  });

  test("lets four cards of ten octets into a window of forty", () => {
    expect(tray()?.cards.map(({ isInWindow }) => isInWindow)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect([tray()?.flying, tray()?.window]).toEqual([20, 40]);
  });

  test("lights the card that is due only with light", () => {
    const lit = (more: object) =>
      tray(sender({ dues: { a: due("again", friend, more) } }))
        ?.cards.filter((one) => one.lit)
        .map(({ sequence }) => sequence);
    expect(lit({})).toEqual([]);
    expect(lit({ lit: true, hintSequence: 921 })).toEqual([921]);
  });

  test("shows as many cards as there are number keys, and counts the rest", () => {
    const cards = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [String(index), card(921 + index * 10, "unsent")]),
    );
    const long = tray(sender({ cards }));
    expect([long?.cards.length, long?.more]).toEqual([8, 3]);
  });

  test("is none while no connection stands", () => {
    expect(tray(sender({ connections: {}, cards: {}, dues: {} }))).toBeUndefined();
  });
});
