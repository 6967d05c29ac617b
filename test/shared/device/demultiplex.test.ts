import { describe, expect, test } from "vitest";
import type { Act } from "../../../shared/device/act.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import {
  aClient,
  addresses,
  aLetter,
  anErrorAbout,
  aServer,
  type LetterChanges,
  OneBox,
  port,
} from "../../kit/one-box.ts";

const { client, other, server } = addresses;
const packet = 1 as PacketId;

describe("a server that runs by itself", () => {
  const arrivals: readonly (readonly [string, LetterChanges, readonly string[]])[] = [
    [
      "answers from its door to the source port of the question",
      {},
      ["drops: consumed", 'sends on wire: udp 10.0.3.80:7311 → 10.0.1.10:50000 "09:41 #123" ttl 7'],
    ],
    [
      "answers to whatever source port stands there, right or wrong",
      { sourcePort: 80, cause: 4 },
      [
        "drops: consumed",
        'sends on wire: udp 10.0.3.80:7311 → 10.0.1.10:80 "09:41 #123" ttl 7, because of act 4',
      ],
    ],
    [
      "lets the program answer nonsense to a question that is not its own",
      { payload: "score #123", cause: 4 },
      [
        "drops: consumed",
        "notices: programComplained, because of act 4",
        'sends on wire: udp 10.0.3.80:7311 → 10.0.1.10:50000 "what? #123" ttl 7, because of act 4',
      ],
    ],
    [
      "sends back what comes to a closed port (RFC 792, type 3 code 3)",
      { destinationPort: 80, cause: 4 },
      [
        "drops: closedPort",
        "sends on wire: icmp 10.0.3.80 → 10.0.1.10 portUnreachable ttl 7, because of act 4",
      ],
    ],
    [
      "takes a letter with TTL 1: it has arrived",
      { ttl: 1 },
      ["drops: consumed", expect.anything()],
    ],
    [
      "throws away silently what is addressed to somebody else (RFC 1122 §3.2.1.3)",
      { destination: other },
      ["drops: notMine"],
    ],
  ];
  test.each(arrivals)("%s", (_, changes, deeds) => {
    const box = new OneBox(aServer());
    expect(box.arrive(aLetter(changes))).toEqual(deeds);
    expect(box.dues).toEqual([]);
  });

  test("never answers an ICMP error", () => {
    const box = new OneBox(aServer());
    const answer = aLetter({ source: server, destination: client, sourcePort: 7311 });
    const error = anErrorAbout(answer, "portUnreachable");
    expect(box.arrive({ ...error, ip: { ...error.ip, destination: server } })).toEqual([
      "drops: consumed",
    ]);
  });
});

describe("a server whose doors somebody keeps", () => {
  const played = (slots = 8) => new OneBox(aServer(["demultiplex"], slots));

  test.each([
    ["the door with the number on the letter", {}, { kind: "deliver", packet, door: 7311 }],
    ["the way back for a closed port", { destinationPort: 80 }, { kind: "reject", packet }],
  ] as const)("proposes %s", (_, changes, proposal) => {
    const box = played();
    expect(box.arrive(aLetter(changes))).toEqual([]);
    expect(box.proposals).toEqual([proposal]);
  });

  const acts: readonly (readonly [string, LetterChanges, Act, readonly string[]])[] = [
    [
      "at the right door the program answers, because of the act",
      { cause: 9 },
      { kind: "deliver", packet, door: port(7311) },
      [
        "drops: consumed",
        'sends on wire: udp 10.0.3.80:7311 → 10.0.1.10:50000 "09:41 #123" ttl 7, because of act 1',
      ],
    ],
    [
      "at the wrong door the program answers nonsense from there",
      { destinationPort: 7312, payload: "score #123" },
      { kind: "deliver", packet, door: port(7311) },
      [
        "drops: consumed",
        "notices: programComplained, because of act 1",
        'sends on wire: udp 10.0.3.80:7311 → 10.0.1.10:50000 "what? #123" ttl 7, because of act 1',
      ],
    ],
    [
      "a rejected letter goes back although its door is open",
      {},
      { kind: "reject", packet },
      [
        "drops: closedPort",
        "sends on wire: icmp 10.0.3.80 → 10.0.1.10 portUnreachable ttl 7, because of act 1",
      ],
    ],
  ];
  test.each(acts)("%s", (_, changes, act, deeds) => {
    const box = played();
    box.arrive(aLetter(changes));
    expect(box.act(act)).toEqual(deeds);
    expect(box.dues).toEqual([]);
    expect(box.device.belt.letters).toEqual([]);
  });

  test("a door that closes or opens changes what is proposed for the letters that wait", () => {
    const box = played();
    box.arrive(aLetter({ id: 1 }));
    box.arrive(aLetter({ id: 2, destinationPort: 7312 }));
    expect(box.proposals.map(({ kind }) => kind)).toEqual(["deliver", "reject"]);
    box.tell({ kind: "programStops", service: "time" });
    expect(box.proposals.map(({ kind }) => kind)).toEqual(["reject", "reject", "bindPort"]);
    box.act({ kind: "bindPort", service: "score", port: port(7312) });
    expect(box.proposals.map(({ kind }) => kind)).toEqual(["reject", "deliver", "bindPort"]);
  });

  test("a letter that finds no free slot falls off and is lost", () => {
    const box = played(2);
    for (const id of [1, 2]) expect(box.arrive(aLetter({ id }))).toEqual([]);
    expect(box.arrive(aLetter({ id: 3, cause: 9 }))).toEqual([
      "drops: beltFull",
      "notices: letterFellOff, because of act 9",
    ]);
    expect(box.dues).toHaveLength(2);
  });
});

describe("a client whose letters somebody brings to their doors", () => {
  const answer = (changes: LetterChanges = {}) =>
    aLetter({
      ...{ source: server, destination: client, sourcePort: 7311, payload: "09:41 #123" },
      ...changes,
    });
  const played = () => {
    const box = new OneBox(aClient(["demultiplex"]));
    box.openErrand("time", "time? #123", 1);
    box.openErrand("time", "time? #456", 2);
    const [first, second] = box.device.errands.map((errand) => errand.socket);
    return { box, first: first ?? port(0), second: second ?? port(0) };
  };

  test("the answer at its own door ends the errand and closes the door", () => {
    const { box, first, second } = played();
    box.arrive(answer({ destinationPort: first }));
    expect(box.proposals).toEqual([{ kind: "deliver", packet, door: first }]);
    expect(box.obey()).toEqual([
      "drops: consumed",
      "notices: errandAnswered 1 time 0, because of act 1",
    ]);
    expect(box.device.errands.map(({ id }) => id)).toEqual([2]);
    expect(box.device.ports.bindings.map((binding) => binding.port)).toEqual([second]);
  });

  test("at another errand's door the program complains, and the question has to be asked again", () => {
    const { box, first, second } = played();
    box.arrive(answer({ destinationPort: first }));
    expect(box.act({ kind: "deliver", packet, door: second })).toEqual([
      "drops: consumed",
      "notices: programComplained, because of act 1",
      "notices: nonsenseAnswer 1 time 0, because of act 1",
      `sends on wire: udp 10.0.1.10:${first} → 10.0.3.80:7311 "time? #123" ttl 7`,
    ]);
    expect(box.device.errands).toHaveLength(2);
  });

  test("an answer that is sent back has to be asked for again, too", () => {
    const { box, first } = played();
    box.arrive(answer({ destinationPort: first }));
    expect(box.act({ kind: "reject", packet })).toEqual([
      "drops: closedPort",
      "sends on wire: icmp 10.0.1.10 → 10.0.3.80 portUnreachable ttl 7, because of act 1",
      "notices: nonsenseAnswer 1 time 0, because of act 1",
      `sends on wire: udp 10.0.1.10:${first} → 10.0.3.80:7311 "time? #123" ttl 7`,
    ]);
  });

  test("after nonsense from another door than it wrote to, the errand is written again", () => {
    const { box, first } = played();
    box.arrive(answer({ sourcePort: 7312, destinationPort: first, payload: "what? #123" }));
    const deeds = box.obey();
    expect(deeds.slice(0, 2)).toEqual([
      "drops: consumed",
      "notices: nonsenseAnswer 1 time 0, because of act 1",
    ]);
    expect(deeds[2]).toContain('"time? #123"');
    expect(box.device.book["time"]?.port).toBe(7311);
  });

  test("after nonsense from the very door in its book it no longer believes in that door, and asks", () => {
    const { box, first } = played();
    box.arrive(answer({ destinationPort: first, payload: "what? #123" }));
    expect(box.obey()).toEqual([
      "drops: consumed",
      "notices: nonsenseAnswer 1 time 0, because of act 1",
      "calls: askDoor time",
    ]);
    expect(box.device.book["time"]).toEqual({ address: server, asked: true });
  });

  test("nonsense from a door that it has already given up is no news about the one it was told since", () => {
    const { box, first, second } = played();
    box.arrive(answer({ id: 1, destinationPort: first, payload: "what? #123" }));
    box.arrive(answer({ id: 2, destinationPort: second, payload: "what? #456" }));
    box.obey();
    box.tell({ kind: "doorTold", service: "time", port: port(7399) });
    expect(box.obey().at(-1)).toContain('→ 10.0.3.80:7399 "time? #456"');
    expect(box.device.book["time"]?.port).toBe(7399);
  });

  test("an errand that has ended sends back the answers that still come", () => {
    const { box, first } = played();
    box.arrive(answer({ id: 1, destinationPort: first }));
    box.arrive(answer({ id: 2, destinationPort: first }));
    box.obey();
    expect(box.proposals).toEqual([{ kind: "reject", packet: 2 }]);
  });
});
