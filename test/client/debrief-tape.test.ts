import { expect, test } from "vitest";
import { sharedTape, tapeAt } from "../../client/present/debrief-tape.ts";
import { toldRoom } from "./told-room.ts";

/** A class that looks at its round again, up to the step that is named. */
function lookingBack(step: "guess" | "replay") {
  const room = toldRoom(3);
  room.play();
  room.wait(20_000);
  room.say("host", { kind: "endRound" });
  room.say("host", { kind: "debrief", step });
  return room;
}

test("everybody's tape stands where the host's does, and goes on as fast", () => {
  const room = lookingBack("replay");
  expect(sharedTape(room.seenBy("p1"))).toBeUndefined();
  expect(room.say("host", { kind: "tape", at: 4_000, rate: 4 })).toEqual({ kind: "accepted" });
  for (const view of [room.seenBy("p1"), room.seenByScreen(), room.seenByHost()]) {
    const tape = sharedTape(view);
    if (tape === undefined) throw new Error("there is a tape");
    expect(tapeAt(tape, tape.since, 20_000)).toBe(4_000);
    expect(tapeAt(tape, tape.since + 1_000, 20_000)).toBe(8_000);
    expect(tapeAt(tape, tape.since + 60_000, 20_000)).toBe(20_000);
    // a clock that is a little behind does not turn it back
    expect(tapeAt(tape, tape.since - 500, 20_000)).toBe(4_000);
  }
});

test("a tape that stands still stays where it is", () => {
  const room = lookingBack("replay");
  room.say("host", { kind: "tape", at: 7_000, rate: 0 });
  const tape = sharedTape(room.seenByScreen());
  expect(tape && tapeAt(tape, tape.since + 9_000, 20_000)).toBe(7_000);
});

test("only while all look at the round again there is a tape, and with the next step it is gone", () => {
  const room = lookingBack("guess");
  const early = room.say("host", { kind: "tape", at: 0, rate: 1 });
  expect(early).toEqual({ kind: "refused", reason: "outOfTurn" });
  room.say("host", { kind: "debrief", step: "replay" });
  expect(room.say("p1", { kind: "tape", at: 0, rate: 1 })).toMatchObject({ kind: "refused" });
  room.say("host", { kind: "tape", at: 0, rate: 1 });
  room.say("host", { kind: "debrief", step: "diagram" });
  expect(sharedTape(room.seenBy("p1"))).toBeUndefined();
});
