/** What both languages must say: the same keys, and the same gaps where a sentence has gaps. */
export type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...gaps: infer Gaps) => string
      ? (...gaps: Gaps) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Shape<T[K]>;
};
