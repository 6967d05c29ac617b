import { describe, expect, test } from "vitest";
import type { Act } from "../../../shared/device/act.ts";
import type { Router } from "../../../shared/device/router.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import {
  addresses,
  aLetter,
  anErrorAbout,
  aRouter,
  type LetterChanges,
  OneBox,
} from "../../kit/one-box.ts";

const { client, other, server, router, nowhere } = addresses;

describe("a router that nobody plays", () => {
  const arrivals: readonly (readonly [string, LetterChanges, readonly string[]])[] = [
    [
      "passes a letter on by the longest prefix, one TTL poorer",
      {},
      ['passes on up: udp 10.0.1.10:50000 → 10.0.3.80:7311 "time? #123" ttl 6'],
    ],
    [
      "knows the houses beside it",
      { destination: client },
      ['passes on left: udp 10.0.1.10:50000 → 10.0.1.10:7311 "time? #123" ttl 6'],
    ],
    [
      "keeps the cause of what it passes on",
      { destination: other, cause: 4 },
      [
        'passes on right: udp 10.0.1.10:50000 → 10.0.2.20:7311 "time? #123" ttl 6, because of act 4',
      ],
    ],
    [
      "still passes on a letter with TTL 2",
      { ttl: 2 },
      ['passes on up: udp 10.0.1.10:50000 → 10.0.3.80:7311 "time? #123" ttl 1'],
    ],
    [
      "ends a letter with TTL 1 and tells its sender (RFC 792, type 11 code 0)",
      { ttl: 1, cause: 4 },
      [
        "drops: expired",
        "sends on left: icmp 10.0.1.1 → 10.0.1.10 timeExceeded ttl 7, because of act 4",
      ],
    ],
    [
      "ends a letter with TTL 1 silently where it knows no way back",
      { ttl: 1, source: nowhere },
      ["drops: expired"],
    ],
    [
      "sends back a letter that no row matches",
      { destination: nowhere },
      ["drops: noRoute", "sends on left: icmp 10.0.1.1 → 10.0.1.10 netUnreachable ttl 7"],
    ],
    ["keeps a letter for itself", { destination: router }, ["drops: consumed"]],
    [
      "keeps a letter for itself even with TTL 1",
      { destination: router, ttl: 1 },
      ["drops: consumed"],
    ],
  ];
  test.each(arrivals)("%s", (_, changes, deeds) => {
    const box = new OneBox(aRouter());
    expect(box.arrive(aLetter(changes), "left")).toEqual(deeds);
    expect(box.dues).toEqual([]);
  });

  test("says nothing about an ICMP error that ends or has no route", () => {
    const box = new OneBox(aRouter());
    const error = anErrorAbout(aLetter(), "portUnreachable");
    const expired = { ...error, ip: { ...error.ip, ttl: 1 } };
    const lost = { ...error, ip: { ...error.ip, destination: nowhere } };
    expect(box.arrive(expired, "up")).toEqual(["drops: expired"]);
    expect(box.arrive(lost, "up")).toEqual(["drops: noRoute"]);
  });
});

describe("a router that somebody plays", () => {
  const held = (): OneBox<Router> => new OneBox(aRouter(["forward"], 3));
  const letter = (id: number) => id as PacketId;

  test("lays a letter on its belt with what the machine would do", () => {
    const box = held();
    expect(box.arrive(aLetter({ id: 5 }), "left")).toEqual([]);
    expect(box.proposals).toEqual([{ kind: "forward", packet: 5, exit: "up" }]);
    expect(box.arrive(aLetter({ id: 6, destination: nowhere }), "left")).toEqual([]);
    expect(box.proposals.at(-1)).toEqual({ kind: "reject", packet: 6 });
    expect(box.device.belt.letters.map(({ slot }) => slot)).toEqual([0, 1]);
  });

  const acts: readonly (readonly [string, Act, readonly string[]])[] = [
    [
      "the right exit",
      { kind: "forward", packet: letter(5), exit: "up" },
      ['passes on up: udp 10.0.1.10:50000 → 10.0.3.80:7311 "time? #123" ttl 6, because of act 1'],
    ],
    [
      "a wrong exit just the same",
      { kind: "forward", packet: letter(5), exit: "right" },
      [
        'passes on right: udp 10.0.1.10:50000 → 10.0.3.80:7311 "time? #123" ttl 6, because of act 1',
      ],
    ],
    [
      "the way back, with an ICMP error",
      { kind: "reject", packet: letter(5) },
      [
        "drops: noRoute",
        "sends on left: icmp 10.0.1.1 → 10.0.1.10 netUnreachable ttl 7, because of act 1",
      ],
    ],
  ];
  test.each(acts)("sends a letter by %s, and the act becomes its cause", (_, act, deeds) => {
    const box = held();
    box.arrive(aLetter({ id: 5, cause: 9 }), "left");
    expect(box.act(act)).toEqual(deeds);
    expect(box.dues).toEqual([]);
    expect(box.device.belt.letters).toEqual([]);
  });

  test("loses the letter for which the belt has no slot, and offers a freed slot again", () => {
    const box = held();
    for (const id of [1, 2, 3]) expect(box.arrive(aLetter({ id }), "left")).toEqual([]);
    expect(box.arrive(aLetter({ id: 4, cause: 9 }), "left")).toEqual([
      "drops: beltFull",
      "notices: letterFellOff, because of act 9",
    ]);
    expect(box.dues).toHaveLength(3);
    box.act({ kind: "forward", packet: letter(2), exit: "up" });
    box.arrive(aLetter({ id: 5 }), "left");
    expect(box.device.belt.letters.map(({ slot, packet }) => [slot, packet.id])).toEqual([
      [0, 1],
      [2, 3],
      [1, 5],
    ]);
  });

  test("still ends a letter with TTL 1 by itself", () => {
    const box = held();
    expect(box.arrive(aLetter({ ttl: 1 }), "left")[0]).toBe("drops: expired");
    expect(box.dues).toEqual([]);
  });

  test("raises flags, and does nothing that is a host's", () => {
    const box = held();
    expect(box.act({ kind: "raiseFlag", flag: "full" })).toEqual([
      "calls: raiseFlag full, because of act 1",
    ]);
    expect(box.act({ kind: "askDoor", service: "time" })).toEqual([]);
  });

  test.each([
    { kind: "timer" },
    { kind: "programStops", service: "time" },
    { kind: "doorAsked", service: "time", box: "client" },
  ] as const)("takes no notice of $kind", (input) => {
    expect(held().tell(input)).toEqual([]);
  });
});

test("an automatic router and the proposals of a played one send the same", () => {
  for (const destination of [client, other, server, nowhere]) {
    const automatic = new OneBox(aRouter()).arrive(aLetter({ destination }), "left");
    const played = new OneBox(aRouter(["forward"]));
    played.arrive(aLetter({ destination }), "left");
    const obeyed = played.obey().map((line) => line.replace(", because of act 1", ""));
    expect(obeyed).toEqual(automatic);
  }
});
