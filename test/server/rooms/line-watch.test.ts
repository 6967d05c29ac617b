import { EventEmitter } from "node:events";
import { beforeEach, expect, test } from "vitest";
import { LineWatch } from "../../../server/rooms/line-watch.ts";

/** The far end of a line, which hears what is asked and may answer. */
class FarEnd extends EventEmitter {
  asked = 0;
  isOpen = true;
  ping(): void {
    this.asked += 1;
  }
  terminate(): void {
    this.isOpen = false;
  }
}

let lines: LineWatch;
let end: FarEnd;

beforeEach(() => {
  lines = new LineWatch();
  end = new FarEnd();
  lines.add(end);
});

test("who says something now and then is never asked", () => {
  for (let n = 0; n < 5; n++) {
    end.emit("message");
    lines.check();
  }
  expect(end).toMatchObject({ asked: 0, isOpen: true });
});

test("who says nothing is asked, and stays for as long as an answer comes", () => {
  for (let n = 0; n < 6; n++) {
    lines.check();
    end.emit("pong");
  }
  expect(end.isOpen).toBe(true);
  lines.check();
  lines.check();
  expect(end).toMatchObject({ asked: 1, isOpen: true });
  end.emit("pong");
  for (let n = 0; n < 2; n++) lines.check();
  expect(end.isOpen).toBe(true);
});

test("who does not answer either is gone", () => {
  for (let n = 0; n < 2; n++) lines.check();
  expect(end.isOpen).toBe(true);
  lines.check();
  expect(end.isOpen).toBe(false);
});

test("who has left is asked nothing more", () => {
  lines.remove(end);
  for (let n = 0; n < 5; n++) lines.check();
  expect(end).toMatchObject({ asked: 0, isOpen: true });
});
