import { expect, test } from "vitest";
import { remembered } from "../../../shared/lib/remembered.ts";

test("each thing is worked out once, and things that say the same are different things", () => {
  const asked: number[] = [];
  const twice = remembered(({ n }: { readonly n: number }) => {
    asked.push(n);
    return { twice: 2 * n };
  });
  const [one, another] = [{ n: 1 }, { n: 1 }];
  expect(twice(one)).toBe(twice(one));
  expect(twice(another)).toEqual(twice(one));
  expect(asked).toEqual([1, 1]);
});
