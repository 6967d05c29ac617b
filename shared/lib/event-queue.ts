/** Something that is to happen at an instant; `n` orders what happens at the same one. */
export type Timed = { readonly at: number; readonly n: number };

/** A binary heap of timed events as plain data: the earliest stands first. */
export type EventQueue<E extends Timed> = { heap: E[] };

export const emptyQueue = <E extends Timed>(): EventQueue<E> => ({ heap: [] });

/** The earliest event, still in the queue. */
export const peek = <E extends Timed>(queue: EventQueue<E>): E | undefined => queue.heap[0];

/** Puts an event in its place. */
export function push<E extends Timed>(queue: EventQueue<E>, event: E): void {
  const { heap } = queue;
  let at = heap.length;
  heap.push(event);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as E;
    if (!isBefore(event, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = event;
}

/** Takes the earliest event out. */
export function pop<E extends Timed>(queue: EventQueue<E>): E | undefined {
  const { heap } = queue;
  const first = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || last === undefined) return first;
  let at = 0;
  for (;;) {
    const child = earlierChild(heap, at);
    if (child === undefined || !isBefore(heap[child] as E, last)) break;
    heap[at] = heap[child] as E;
    at = child;
  }
  heap[at] = last;
  return first;
}

function earlierChild<E extends Timed>(heap: readonly E[], at: number): number | undefined {
  const left = 2 * at + 1;
  if (left >= heap.length) return undefined;
  const right = left + 1;
  return right < heap.length && isBefore(heap[right] as E, heap[left] as E) ? right : left;
}

const isBefore = (a: Timed, b: Timed): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);
