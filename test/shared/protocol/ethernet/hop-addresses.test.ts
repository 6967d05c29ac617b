import { expect, test } from "vitest";
import { missions } from "../../../../assets/missions/missions.ts";
import { texts } from "../../../../assets/text/text.ts";
import { storyOf } from "../../../../shared/lesson/story.ts";
import type { CapturedFrame } from "../../../../shared/wire/capture-file.ts";
import { decodeEthernetFrame } from "../../../../shared/wire/ethernet-frame.ts";
import { macAddressOf } from "../../../../shared/wire/mac-address.ts";
import { decodePacket } from "../../../../shared/wire/packet-bytes.ts";
import { Pupil, skills } from "../../../kit/pupil.ts";
import { ScriptedClass } from "../../../kit/scripted-class.ts";
import { toldCaptures } from "../../../run/captures.ts";

/** The story of a round, and what its links would have shown to Wireshark. */
function playRound() {
  const classroom = new ScriptedClass({ seed: 5 });
  for (const player of ["p1", "p2"]) classroom.join(player, new Pupil(skills.average, 5));
  classroom.startRound();
  const match = classroom.placeOf("p1")?.match;
  if (match === undefined) throw new Error("nobody plays");
  classroom.runOn(match.endsAt);
  const story = storyOf(classroom.journal, missions, classroom.now);
  if (story === undefined) throw new Error("nothing was played");
  return { story, captures: toldCaptures(story, texts.en) };
}

const { story, captures } = playRound();

function read({ octets }: CapturedFrame) {
  const frame = decodeEthernetFrame(octets);
  const packet = frame.ok ? decodePacket(frame.value.payload) : undefined;
  if (!frame.ok || !packet?.ok) throw new Error("a frame cannot be read");
  return { ...frame.value, ip: packet.value.ip };
}

/** The two hardware addresses at the ends of a link. */
function endsOf(link: string): readonly number[] {
  const { a = "", b = "" } = story.mission.links.find(({ id }) => id === link) ?? {};
  return [a, b].flatMap((box) => {
    const address = story.addresses.boxes[box];
    return address === undefined ? [] : [macAddressOf(address)];
  });
}

test("on each link a frame goes between its two ends, whoever wrote the packet inside", () => {
  for (const { link, frames } of captures) {
    const ends = [...endsOf(link)].sort();
    for (const { source, destination } of frames.map(read))
      expect([source, destination].sort(), link).toEqual(ends);
  }
});

test("from hop to hop the hardware addresses of a packet change, and its IP addresses stay", () => {
  const journeys: Record<string, ReturnType<typeof read>[]> = {};
  for (const it of captures.flatMap(({ frames }) => frames.map(read))) {
    const key = `${it.ip.source} ${it.ip.identification}`;
    journeys[key] = [...(journeys[key] ?? []), it];
  }
  const long = Object.values(journeys).filter((journey) => journey.length > 1);
  expect(long.length).toBeGreaterThan(10);
  for (const journey of long) {
    const hops = journey.map(({ source, destination }) => `${source} ${destination}`);
    expect(new Set(hops).size).toBe(journey.length);
    expect(new Set(journey.map(({ ip }) => ip.destination)).size).toBe(1);
  }
});
