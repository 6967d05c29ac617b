import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RoomSteps } from "../../../server/rooms/room-steps.ts";

let did: string[] = [];

/** A step, and the moment after it in which everybody's frames go. */
const turnMs = 51;

const room = (name: string) => ({
  step: () => void did.push(`${name} steps`),
  send: () => void did.push(`${name} sends`),
});

beforeEach(() => {
  vi.useFakeTimers();
  did = [];
});
afterEach(() => void vi.useRealTimers());

test("rooms that came at different times step in one turn, and then send", () => {
  const steps = new RoomSteps();
  steps.add(room("one"));
  vi.advanceTimersByTime(30);
  steps.add(room("other"));
  vi.advanceTimersByTime(turnMs - 30);
  expect(did).toEqual(["one steps", "other steps", "one sends", "other sends"]);
});

test("what a step has answered is said before any room sends what is to be seen", async () => {
  const steps = new RoomSteps();
  const answering = { ...room("one"), step: () => void said.then(() => did.push("one answers")) };
  const said = Promise.resolve();
  steps.add(answering);
  steps.add(room("other"));
  await vi.advanceTimersByTimeAsync(turnMs);
  expect(did).toEqual(["other steps", "one answers", "one sends", "other sends"]);
});

test("a room that has gone steps no more, and without rooms there is nothing to do", () => {
  const steps = new RoomSteps();
  const [one, other] = [room("one"), room("other")];
  steps.add(one);
  steps.add(other);
  steps.remove(one);
  vi.advanceTimersByTime(turnMs);
  expect(did).toEqual(["other steps", "other sends"]);
  steps.remove(other);
  expect(vi.getTimerCount()).toBe(0);
  steps.add(one);
  vi.advanceTimersByTime(turnMs);
  expect(did.slice(2)).toEqual(["one steps", "one sends"]);
});
