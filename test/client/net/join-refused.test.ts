import { expect, test } from "vitest";
import { JoinRefused, refusedBy } from "../../../client/net/join-refused.ts";
import { JoinRefusal, type JoinRefusalReason } from "../../../server/rooms/join-refusal.ts";

const known: Readonly<Record<JoinRefusalReason, JoinRefused["reason"]>> = {
  badKey: "badKey",
  wrongCode: "wrongCode",
  roomFull: "roomFull",
  roomClosed: "roomClosed",
  pageOld: "pageOld",
  tooMany: "tooMany",
};

test.each(Object.entries(known))("the page understands the server's %s", (said, reason) => {
  expect(refusedBy(new JoinRefusal(said as JoinRefusalReason)).reason).toBe(reason);
});

test("the development server's own answers are understood", () => {
  expect(refusedBy({ code: 522, message: 'room "123456" not found' }).reason).toBe("wrongCode");
  expect(refusedBy({ code: 523, message: "123456 is already full." }).reason).toBe("roomFull");
});

test("everything else means that the server was not reached, which may get better", () => {
  const refused = refusedBy(new TypeError("fetch failed"));
  expect(refused.reason).toBe("unreachable");
  expect(refused.isFinal).toBe(false);
  expect(new JoinRefused("tooMany").isFinal).toBe(false);
  expect(new JoinRefused("badKey").isFinal).toBe(true);
});
