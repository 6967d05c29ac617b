/** Something that is to happen at an instant; `n` orders what happens at the same one. */
export type Timed = { readonly at: number; readonly n: number };

/** A binary heap of timed events as plain data: the earliest stands first. */
export type EventQueue<E extends Timed> = { heap: E[] };

export const emptyQueue = <E extends Timed>(): EventQueue<E> => ({ heap: [] });

/** The earliest event, still in the queue. */
export const peek = <E extends Timed>(queue: EventQueue<E>): E | undefined => queue.heap[0];

/** Puts an event in its place. */
export function push<E extends Timed>({ heap }: EventQueue<E>, event: E): void {
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
export function pop<E extends Timed>({ heap }: EventQueue<E>): E | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    let next = heap[child] as E;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as E, next)) {
      child += 1;
      next = heap[child] as E;
    }
    if (!isBefore(next, last)) break;
    heap[at] = next;
    at = child;
  }
  heap[at] = last;
  return first;
}

const isBefore = (a: Timed, b: Timed): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);
