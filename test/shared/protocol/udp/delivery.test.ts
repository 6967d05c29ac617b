import { expect, test } from "vitest";
import { aLetter, aServer, OneBox } from "../../../kit/one-box.ts";

const answersTo = (...questions: readonly string[]): readonly string[] => {
  const box = new OneBox(aServer());
  return questions.flatMap((payload) =>
    box.arrive(aLetter({ payload })).flatMap((deed) => /"(.*)"/.exec(deed)?.[1] ?? []),
  );
};

test("a datagram that comes twice is delivered twice", () => {
  expect(answersTo("time? #123", "time? #123")).toEqual(["09:41 #123", "09:41 #123"]);
});

test("datagrams are delivered in the order in which they come, whatever was sent first", () => {
  expect(answersTo("time? #002", "time? #001")).toEqual(["09:41 #002", "09:41 #001"]);
});

test("of a datagram that never comes nobody hears: the next one is delivered as if nothing were missing", () => {
  expect(answersTo("time? #001", "time? #003")).toEqual(["09:41 #001", "09:41 #003"]);
});
