import { expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Act, ActKind } from "../../../shared/device/act.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { Hands } from "../../kit/hands.ts";
import { port } from "../../kit/one-box.ts";
import { tcpDuties } from "../../kit/small-talk.ts";
import { Talk } from "../../kit/talk.ts";
import { Transcript } from "../../kit/transcript.ts";

/** The round's first 40 seconds as one readable text; `watch` looks on and may act. */
function transcriptOf(hands: Hands, watch: () => void = () => undefined): string {
  const transcript = new Transcript();
  const end = instant(hands.classroom.now + 40_000);
  hands.classroom.runOn(end, () => {
    watch();
    transcript.note(hands.match);
  });
  return `${transcript.lines.join("\n")}\n`;
}

test("forty seconds that nobody plays, letter by letter", async () => {
  const hands = new Hands([], { seed: 5 });
  await expect(transcriptOf(hands)).toMatchFileSnapshot("address-and-door-1.transcript.txt");
});

const overTcp = Object.values(missions).filter(({ tcp }) => tcp !== undefined);

test.each(overTcp)(
  "forty seconds of $id that nobody plays, segment by segment",
  async (mission) => {
    const hands = new Hands([], { mission: mission.id, seed: 5 });
    const text = transcriptOf(hands);
    // Where every page is handed over, all connections were opened before.
    const isOpened = mission.openErrands[0] > 0 || mission.seeds.some(isOpenedNow);
    const opening = isOpened ? ["syn seq", "syn ack seq"] : [];
    for (const bits of [...opening, " ack seq"]) expect(text).toContain(bits);
    await expect(text).toMatchFileSnapshot(`${mission.id}.transcript.txt`);
  },
);

const isOpenedNow = ({ underWay }: Mission["seeds"][number]) => underWay === "nothing";

test("a conversation by hand with three mistakes, and what becomes of them", async () => {
  const talk = new Talk(["client1", "server1"], {
    held: { client: tcpDuties, server: tcpDuties },
    errandPauseMs: 300_000,
  });
  const transcript = new Transcript();
  const open: Record<string, (act: Act) => Act> = {
    "client1 sendSegment ack": (act) => ({ ...act, acknowledgment: 7 }) as Act,
    "server1 sendCard": (act) => ({ ...act, sequence: numberIn(act) + 10 }) as Act,
    "client1 place": (act) => ({ ...act, sequence: numberIn(act) + 10 }) as Act,
  };
  talk.classroom.playUntil(() => {
    for (const box of ["client1", "server1"]) {
      const [due] = talk.dues(box);
      if (due === undefined) continue;
      const bits = due.proposal.kind === "sendSegment" ? due.proposal.flags : [];
      const what = [box, due.proposal.kind, ...bits].join(" ");
      talk.act(box, open[what]?.(due.proposal) ?? due.proposal);
      delete open[what];
    }
    transcript.note(talk.match);
    return talk.match.answered === 1;
  });
  const text = `${transcript.lines.join("\n")}\n`;
  for (const reason of ["acknowledgedTooLittle", "sentOutOfTurn", "placedWrong"]) {
    expect(text).toContain(`acts: ${reason}`);
    expect(text).toContain(`reason ${reason}`);
  }
  await expect(text).toMatchFileSnapshot("small-talk-with-mistakes.transcript.txt");
});

const numberIn = (act: Act): number => ("sequence" in act ? act.sequence : 0);

/** The first act of a kind at a desk, and what somebody makes of it who does not know better. */
type Blunder = {
  readonly box: string;
  readonly kind: ActKind;
  readonly make: (hands: Hands, proposal: Act) => Act;
};

const blunders: readonly Blunder[] = [
  {
    box: "client1",
    kind: "sendDatagram",
    make: (_, proposal) => ({ ...proposal, destinationPort: port(80) }) as Act,
  },
  {
    box: "router1",
    kind: "forward",
    make: (_, proposal) => ({ ...proposal, exit: "client1-router1" }) as Act,
  },
  {
    box: "server",
    kind: "deliver",
    make: (hands, proposal) => {
      const other = hands.host("server").programs["score"]?.port;
      return { ...proposal, door: other } as Act;
    },
  },
];

test("forty seconds with three mistakes, and what becomes of them", async () => {
  const hands = new Hands(["client1", "router1", "server"], { seed: 5 });
  const open = [...blunders];
  const play = (box: string): void => {
    const [due] = hands.dues(box);
    if (due === undefined) return;
    const index = open.findIndex((one) => one.box === box && one.kind === due.proposal.kind);
    const [blunder] = index < 0 ? [] : open.splice(index, 1);
    hands.act(box, blunder?.make(hands, due.proposal) ?? due.proposal);
  };
  const text = transcriptOf(hands, () => {
    for (const box of ["client1", "router1", "server"]) play(box);
  });
  expect(open).toEqual([]);
  for (const reason of ["wrongPort", "noMatchingPrefix", "wrongDoor"]) {
    expect(text).toContain(`acts: ${reason}`);
  }
  await expect(text).toMatchFileSnapshot("address-and-door-1-with-mistakes.transcript.txt");
});
