import fc from "fast-check";
import { expect, test } from "vitest";
import { type EventQueue, emptyQueue, peek, pop, push } from "../../../shared/lib/event-queue.ts";

type Event = { readonly at: number; readonly n: number };

const inOrder = (a: Event, b: Event): number => a.at - b.at || a.n - b.n;

test("an empty queue has nothing to show and nothing to give", () => {
  const queue = emptyQueue<Event>();
  expect(peek(queue)).toBeUndefined();
  expect(pop(queue)).toBeUndefined();
});

test("events of one instant come out in the order of their numbers", () => {
  const queue = emptyQueue<Event>();
  for (const n of [2, 0, 3, 1]) push(queue, { at: 5, n });
  expect([pop(queue), pop(queue), pop(queue), pop(queue)].map((event) => event?.n)).toEqual([
    0, 1, 2, 3,
  ]);
});

/** What is done to a queue: an instant is pushed, `undefined` pops. */
const deeds = fc.array(fc.option(fc.nat(30), { nil: undefined }), { maxLength: 200 });

test("whatever is pushed and popped, it gives what a sorted list would give", () => {
  fc.assert(
    fc.property(deeds, (todo) => {
      const queue = emptyQueue<Event>();
      const list: Event[] = [];
      for (const [n, at] of todo.entries()) {
        if (at === undefined) expect(pop(queue)).toEqual(list.shift());
        else {
          push(queue, { at, n });
          list.push({ at, n });
          list.sort(inOrder);
        }
        expect(peek(queue)).toEqual(list[0]);
      }
    }),
  );
});

test("it goes on after it was written down as JSON", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), (instants) => {
      const queue = emptyQueue<Event>();
      for (const [n, at] of instants.entries()) push(queue, { at, n });
      const copy: EventQueue<Event> = JSON.parse(JSON.stringify(queue));
      for (const _ of instants) expect(pop(copy)).toEqual(pop(queue));
    }),
  );
});
