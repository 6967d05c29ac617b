import { expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { captureWords } from "../../../assets/text/capture-words.ts";
import { languages, texts } from "../../../assets/text/text.ts";
import { presentNickname } from "../../../client/present/shell-nickname.ts";
import { captureLinks } from "../../../shared/lesson/captures.ts";
import { storyOf } from "../../../shared/lesson/story.ts";
import { decodeEthernetFrame } from "../../../shared/wire/ethernet-frame.ts";
import { decodePacket } from "../../../shared/wire/packet-bytes.ts";
import { flightsOf } from "../../../shared/world/world.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

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
const story = storyOf(classroom.journal, missions, classroom.now);
if (story === undefined) throw new Error("nothing was played");
const captures = captureLinks(story, captureWords(texts.ko));

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

test.each(languages)(
  "a frame says in %s what the judge made of the act that sent it",
  (language) => {
    const text = texts[language];
    const comments = captureLinks(story, captureWords(text)).flatMap(({ frames }) =>
      frames.flatMap(({ comment }) => comment ?? []),
    );
    const { right, wrong } = text.shell.result;
    const { forwardedRight, noMatchingPrefix } = text.coach.reasons;
    for (const [deed, why] of [
      [right, forwardedRight],
      [wrong, noMatchingPrefix],
    ]) {
      expect(comments).toContainEqual(
        expect.stringContaining(`: ${deed}. ${why} (RFC 1812 §5.2.4.3)`),
      );
    }
  },
);

test("whoever sat at a machine gives it their nickname, the others go by their role", () => {
  const names = captures[0]?.names.map(({ name }) => name) ?? [];
  const { nickname } = Object.values(classroom.lesson.players)[0] ?? { nickname: "" };
  expect(names).toContain(presentNickname(nickname, texts.ko));
  expect(names).toContain("라우터 2");
});

test("a letter that is lost says so in the frame of the link that lost it", () => {
  const [first, ...others] = story.hops;
  if (first === undefined) throw new Error("no letter was ever sent");
  const lost = { ...story, hops: [{ ...first, lostAt: first.arriveAt }, ...others] };
  const [comment] = captureLinks(lost, captureWords(texts.en)).flatMap(({ link, frames }) =>
    link === first.link ? (frames[0]?.comment ?? []) : [],
  );
  expect(comment).toContain(texts.en.story.capture.lost);
});
