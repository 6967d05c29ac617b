import { describe, expect, test } from "vitest";
import type { Duty } from "../../../../shared/device/act.ts";
import type { TcpPacket } from "../../../../shared/wire/packet.ts";
import { tcpDuties } from "../../../kit/small-talk.ts";
import { Talk } from "../../../kit/talk.ts";

/** Every choice of what is played by hand, from nothing to everything. */
const choices: readonly (readonly Duty[])[] = Array.from(
  { length: 2 ** tcpDuties.length },
  (_, bits) => tcpDuties.filter((__, index) => ((bits >> index) & 1) === 1),
);

/** A whole conversation, until nothing of it is left. */
function conversation(held: readonly Duty[]): Talk {
  const talk = new Talk([], { held: { client: held, server: held }, errandPauseMs: 120_000 });
  talk.play([], () => talk.match.answered === 1 && talk.states("server1").length === 0);
  talk.play([], () => talk.states("client1").length === 0);
  return talk;
}

const takesNumbers = ({ flags, payload }: TcpPacket): boolean =>
  payload !== "" || flags.includes("syn") || flags.includes("fin");

const written = (segments: readonly TcpPacket[]): readonly string[] =>
  segments.map((segment) => JSON.stringify(segment)).sort();

describe("whoever does what is proposed", () => {
  const machines = conversation([]);
  const [withoutAcks, withAcks] = [false, true].map((isWith) =>
    choices.filter((held) => held.includes("acknowledge") === isWith).map((held) => [held]),
  ) as [Duty[][][], Duty[][][]];

  test.each(withoutAcks)("says what the machines would say, with %s by hand", (held) => {
    const people = conversation(held);
    for (const box of ["client1", "server1"])
      expect(written(people.sentBy(box))).toEqual(written(machines.sentBy(box)));
  });

  // one ACK may say what several would have said, and one that cards have overtaken is answered once more
  test.each(withAcks)("sends the same text and acknowledges all of it, with %s by hand", (held) => {
    const people = conversation(held);
    for (const box of ["client1", "server1"]) {
      const [sent, meant] = [people.sentBy(box), machines.sentBy(box)];
      expect(written(sent.filter(takesNumbers))).toEqual(written(meant.filter(takesNumbers)));
      const [said, wanted] = [sent, meant].map((all) => all.map((one) => one.acknowledgment));
      expect(wanted).toEqual(expect.arrayContaining(said ?? []));
      expect(said?.at(-1)).toBe(wanted?.at(-1));
    }
  });
});
