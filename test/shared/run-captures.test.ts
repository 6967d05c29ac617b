import { expect, test } from "vitest";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import { missions } from "../../assets/missions/missions.ts";
import { decodeEthernetFrame } from "../../shared/wire/ethernet-frame.ts";
import { decodePacket } from "../../shared/wire/packet-bytes.ts";
import { flightsOf } from "../../shared/world/world.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";
import { captureLinks } from "../run/captures.ts";

/** A round of clumsy pupils, with every letter that was ever under way. */
function playWatched() {
  const classroom = new ScriptedClass({ seed: 3 });
  for (const player of ["p1", "p2", "p3", "p4"]) classroom.join(player, new Pupil(skills.new, 3));
  classroom.startRound();
  const match = classroom.placeOf("p1")?.match;
  if (match === undefined) throw new Error("nobody plays");
  const flights = new Set(flightsOf(match.world));
  classroom.runOn(match.endsAt, () => {
    for (const flight of flightsOf(match.world)) flights.add(flight);
  });
  return { classroom, flights };
}

const { classroom, flights } = playWatched();
const captures = captureLinks(classroom.journal, missions, classroom.now);

test("each link has one capture, with every letter that was on it", () => {
  const counts = captures.map(({ link, frames }) => [link, frames.length]);
  const departed = captures.map(({ link }) => [
    link,
    [...flights].filter((flight) => flight.link === link).length,
  ]);
  expect(counts).toEqual(departed);
  expect(captures.map(({ link }) => link)).toEqual(
    addressAndDoor1.links.map(({ id }) => id).filter((id) => !id.startsWith("client3")),
  );
});

test("the frames are in order and hold whole packets", () => {
  for (const { frames } of captures) {
    expect(frames.map(({ at }) => at)).toEqual(frames.map(({ at }) => at).sort((a, b) => a - b));
    for (const { octets } of frames) {
      const frame = decodeEthernetFrame(octets);
      expect(frame.ok && decodePacket(frame.value.payload).ok).toBe(true);
    }
  }
});

test("a frame says what the judge made of the act that sent it", () => {
  const comments = captures.flatMap(({ frames }) => frames.map(({ comment }) => comment));
  expect(comments).toContain("router1: forwardedRight (right, RFC 1812 §5.2.4.3)");
});
