import { describe, expect, test } from "vitest";
import { type KeyPress, keyCommand } from "../../client/input/key-command.ts";

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  in: "page",
  ...more,
});

test.each([
  ["Digit3", { kind: "pick", slot: 3 }],
  ["Numpad8", { kind: "pick", slot: 8 }],
  ["KeyQ", { kind: "press", key: "Q" }],
  ["Enter", { kind: "send" }],
  ["Escape", { kind: "drop" }],
  ["Digit9", undefined],
  ["Space", undefined],
  ["Tab", undefined],
])("%s on the page means %j", (code, command) => {
  expect(keyCommand(press(code))).toEqual(command);
});

describe("what is typed into a field stays there", () => {
  test.each(["Digit3", "KeyQ", "Enter"])("%s", (code) => {
    expect(keyCommand(press(code, { in: "field" }))).toBeUndefined();
  });
  test("only Escape lays down what is in the hand", () => {
    expect(keyCommand(press("Escape", { in: "field" }))).toEqual({ kind: "drop" });
  });
});

test("a focused button keeps its Enter, and gives away letters and digits", () => {
  expect(keyCommand(press("Enter", { in: "button" }))).toBeUndefined();
  expect(keyCommand(press("KeyQ", { in: "button" }))).toEqual({ kind: "press", key: "Q" });
});

test("Shift and a digit pick a row of the routing table", () => {
  expect(keyCommand(press("Digit3", { shiftKey: true }))).toEqual({ kind: "pickRow", number: 3 });
});

test.each([
  ["a shortcut of the browser", { ctrlKey: true }],
  ["a shortcut of the system", { metaKey: true }],
  ["a menu key", { altKey: true }],
  ["a syllable being composed", { isComposing: true }],
  ["a key held down", { repeat: true }],
])("%s is no command", (_, more) => {
  expect(keyCommand(press("KeyQ", more))).toBeUndefined();
});
