/** A number of TCP's sequence space, 0 to 2³² − 1; behind the last one comes 0 again (RFC 9293 §3.4). */
export type SequenceNumber = number & { readonly unit: "sequence number" };

/** Any whole number, brought into the sequence space. */
export const sequenceNumber = (value: number): SequenceNumber => (value >>> 0) as SequenceNumber;

/** The number that lies `count` behind another one. */
export const plus = (from: SequenceNumber, count: number): SequenceNumber =>
  sequenceNumber(from + count);

/**
 * How far it is from one number to another, negative when it lies before it. The shorter way round counts: windows
 * never reach 2³¹, so there is no doubt which one is meant (RFC 9293 §3.4).
 */
export const distance = (from: SequenceNumber, to: SequenceNumber): number => (to - from) | 0;

/** Whether `a` lies before `b`. */
export const isBefore = (a: SequenceNumber, b: SequenceNumber): boolean => distance(a, b) > 0;

/** The later one of two numbers. */
export const latest = (a: SequenceNumber, b: SequenceNumber): SequenceNumber =>
  isBefore(a, b) ? b : a;

/** The earlier one of two numbers. */
export const earliest = (a: SequenceNumber, b: SequenceNumber): SequenceNumber =>
  isBefore(a, b) ? a : b;
