import { expect, test } from "vitest";
import { JoinRefused, refusedBy } from "../../../client/net/join-refused.ts";
import { JoinRefusal } from "../../../server/rooms/join-refusal.ts";
import { type JoinRefusalReason, joinRefusals } from "../../../shared/contract/room-door.ts";

test.each(joinRefusals)("the page understands the server's %s", (reason: JoinRefusalReason) => {
  expect(refusedBy(new JoinRefusal(reason)).reason).toBe(reason);
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
