import { expect, test } from "vitest";
import { jsonOption, readOptions } from "../run/command-line.ts";

const options = {
  seats: { about: "how many", standard: 4, least: 1, most: 6 },
  skill: { about: "how well", standard: "average", oneOf: ["new", "average"] },
  ...jsonOption,
} as const;

const read = (...words: readonly string[]) => readOptions("sim", options, words);

test("what is not given is as it usually is", () => {
  expect(read()).toEqual({ kind: "values", values: { seats: 4, skill: "average", json: false } });
});

test("what is given is taken, as what it should be", () => {
  expect(read("--seats", "6", "--skill=new", "--json")).toEqual({
    kind: "values",
    values: { seats: 6, skill: "new", json: true },
  });
});

test.each([
  ["an unknown option", ["--seat", "4"], "--seat"],
  ["a stray word", ["fast"], "fast"],
  ["a missing value", ["--seats"], "--seats"],
  ["no number", ["--seats", "many"], "--seats is a whole number from 1 to 6, not 'many'"],
  ["a number too large", ["--seats", "7"], "--seats is a whole number from 1 to 6, not '7'"],
  ["an unknown choice", ["--skill", "old"], "--skill is one of new, average, not 'old'"],
])("%s is a fault that says so, with the usage", (_, words, reason) => {
  const reading = read(...words);
  expect(reading).toMatchObject({ kind: "fault", text: expect.stringContaining(reason) });
  expect(reading).toMatchObject({ text: expect.stringContaining("npm run sim -- [options]") });
});

test("whoever asks for help gets the options", () => {
  expect(read("--help")).toMatchObject({
    kind: "help",
    text: expect.stringContaining("how well (new, average); average unless told"),
  });
});
