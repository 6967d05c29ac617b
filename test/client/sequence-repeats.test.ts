import { describe, expect, test } from "vitest";
import { repeatsIn } from "../../client/present/sequence-repeats.ts";
import type { Hop } from "../../shared/lesson/story.ts";
import { instant } from "../../shared/lib/instant.ts";
import type { TcpPacket } from "../../shared/wire/packet.ts";
import { port } from "../kit/one-box.ts";
import { tcpLetter } from "../kit/tcp-letter.ts";

type Told = readonly [id: number, told: Partial<TcpPacket>];

/** Segments that left one after the other; the same number is the same letter on its next link. */
const repeatsOf = (...letters: readonly Told[]) =>
  Object.fromEntries(
    repeatsIn(
      letters.map(([id, told], index): Hop => {
        const departAt = instant(index * 1000);
        const arriveAt = instant(departAt + 800);
        const packet = tcpLetter(id, told);
        return { link: "a-b", from: "a", to: "b", departAt, arriveAt, packet };
      }),
    ),
  );

describe("a letter repeats an earlier one", () => {
  test("when it takes the same numbers again", () => {
    const card = { payload: "time? #042" };
    expect(repeatsOf([1, card], [2, { ...card, acknowledgment: 911 }])).toEqual({ 2: "again" });
    expect(repeatsOf([1, { flags: ["syn"] }], [2, { flags: ["syn"] }])).toEqual({ 2: "again" });
  });

  test("when it is an ACK that says nothing new", () => {
    expect(repeatsOf([1, {}], [2, { acknowledgment: 911 }], [3, { acknowledgment: 911 }])).toEqual({
      3: "same",
    });
  });
});

describe("a letter repeats nothing", () => {
  test("when it is the same letter on its next link", () => {
    expect(repeatsOf([1, { payload: "time? #042" }], [1, { payload: "time? #042" }])).toEqual({});
  });

  test("when it carries the next card, or a card after an ACK with the same number", () => {
    const [first, next] = ["time? #042", "score #043"].map((payload) => ({ payload }));
    expect(repeatsOf([1, {}], [2, { ...first }], [3, { ...next, sequence: 311 }])).toEqual({});
  });

  test("when it goes the other way, or turns a connection away", () => {
    expect(repeatsOf([1, {}], [2, { destinationPort: port(7_402) }])).toEqual({});
    expect(repeatsOf([1, { flags: ["rst"] }], [2, { flags: ["rst"] }])).toEqual({});
  });
});
