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

test("of many rooms the first have sent before the last step", () => {
  const steps = new RoomSteps();
  for (let index = 1; index <= 9; index++) steps.add(room(`${index}`));
  vi.advanceTimersByTime(turnMs + 1);
  expect(did.slice(7, 10)).toEqual(["8 steps", "1 sends", "2 sends"]);
  expect(did.slice(-3)).toEqual(["8 sends", "9 steps", "9 sends"]);
});

test("a turn that takes too long is not overtaken: nobody steps twice before all have sent", () => {
  const steps = new RoomSteps();
  const names = Array.from({ length: 600 }, (_, index) => `${index}`);
  for (const name of names) steps.add(room(name));
  vi.advanceTimersByTime(3 * turnMs);
  const first = did.slice(0, 2 * names.length);
  expect(new Set(first).size).toBe(2 * names.length);
  expect(did[2 * names.length]).toBe("0 steps");
});
