import { describe, expect, test } from "vitest";
import { deviceWakeAt } from "../../../shared/device/device.ts";
import { instant } from "../../../shared/lib/instant.ts";
import type { ActId, IcmpError } from "../../../shared/wire/packet.ts";
import { aClient, addresses, aLetter, anErrorAbout, OneBox, port } from "../../kit/one-box.ts";

const played = () => new OneBox(aClient(["address"]));
type Played = ReturnType<typeof played>;

const errandOf = (box: Played, id = 1) => {
  const errand = box.device.errands.find((open) => open.id === id);
  if (errand === undefined) throw new Error(`no errand ${id}`);
  return errand;
};
const letterOf = (box: Played, id = 1) => aLetter({ sourcePort: errandOf(box, id).socket });

/** Opens the errand, sends its letter at 1 s, and leaves it on its way. */
function sent(): Played {
  const box = played();
  box.openErrand("time", "time? #123");
  box.now = instant(1_000);
  box.obey();
  return box;
}

describe("a client that somebody plays", () => {
  test("opens a dynamic port for an errand and proposes the whole envelope", () => {
    const box = played();
    expect(box.openErrand("time", "time? #123")).toEqual([]);
    const { socket } = errandOf(box);
    expect(socket).toBeGreaterThanOrEqual(49_152);
    expect(box.device.ports.bindings).toEqual([
      { port: socket, owner: { kind: "errand", errand: 1 } },
    ]);
    expect(box.proposals).toEqual([
      {
        ...{ kind: "sendDatagram", errand: 1, destination: addresses.server },
        ...{ destinationPort: 7311, sourcePort: socket },
      },
    ]);
  });

  test("sends what was written, right or wrong, and starts its timer", () => {
    const box = played();
    box.openErrand("time", "time? #123");
    box.now = instant(2_000);
    const deeds = box.act({
      ...{ kind: "sendDatagram", errand: errandOf(box).id, destination: addresses.other },
      ...{ destinationPort: port(80), sourcePort: port(81) },
    });
    expect(deeds).toEqual([
      'sends on wire: udp 10.0.1.10:81 → 10.0.2.20:80 "time? #123" ttl 7, because of act 1',
    ]);
    expect(errandOf(box)).toMatchObject({ state: "sent", retryAt: 62_000 });
    expect(box.dues).toEqual([]);
  });

  test.each<[IcmpError, string]>([
    ["portUnreachable", "doorClosed"],
    ["netUnreachable", "noRoute"],
    ["timeExceeded", "ttlEnded"],
  ])("hears of %s as %s, and has the letter to write again", (error, news) => {
    const box = sent();
    box.now = instant(5_000);
    const packet = { ...anErrorAbout(letterOf(box), error), cause: 7 as ActId };
    expect(box.arrive(packet)).toEqual([
      "drops: consumed",
      `notices: ${news} 1 time 0, because of act 7`,
    ]);
    expect(errandOf(box)).toMatchObject({ state: "writing", news, cause: 7 });
    expect(errandOf(box)).not.toHaveProperty("retryAt");
    expect(box.dues).toHaveLength(1);
  });

  test("no longer believes in a door that was closed, and asks for it", () => {
    const box = sent();
    box.arrive(anErrorAbout(letterOf(box), "portUnreachable"));
    expect(box.device.book["time"]).toEqual({ address: addresses.server, asked: false });
    expect(box.proposals).toEqual([{ kind: "askDoor", service: "time" }]);
  });

  test("still believes in its door when another one was closed", () => {
    const box = sent();
    const mistyped = aLetter({ sourcePort: errandOf(box).socket, destinationPort: 80 });
    box.arrive(anErrorAbout(mistyped, "portUnreachable"));
    expect(box.device.book["time"]?.port).toBe(7311);
    expect(box.proposals).toMatchObject([{ kind: "sendDatagram", destinationPort: 7311 }]);
  });

  test("a closed door brings every letter that is not sent yet to the question where the door is", () => {
    const box = sent();
    box.openErrand("time", "time? #456", 2);
    box.arrive(anErrorAbout(letterOf(box), "portUnreachable"));
    expect(box.proposals).toEqual([{ kind: "askDoor", service: "time" }]);
  });

  test.each([
    ["another host's letter", aLetter({ source: addresses.other, sourcePort: 50_001 })],
    ["a port that nobody opened", aLetter({ sourcePort: 50_001 })],
  ])("takes no notice of an error about %s", (_, about) => {
    const box = sent();
    const error = anErrorAbout(about, "portUnreachable");
    const deeds = box.arrive({ ...error, ip: { ...error.ip, destination: addresses.client } });
    expect(deeds).toEqual(["drops: consumed"]);
    expect(errandOf(box).state).toBe("sent");
  });

  test("gets the letter back when nothing was heard for a minute", () => {
    const box = sent();
    expect(deviceWakeAt(box.device)).toBe(61_000);
    box.now = instant(60_999);
    expect(box.tell({ kind: "timer" })).toEqual([]);
    box.now = instant(61_000);
    expect(box.tell({ kind: "timer" })).toEqual(["notices: noAnswer 1 time 0"]);
    expect(errandOf(box)).toMatchObject({ state: "writing", news: "noAnswer" });
    expect(box.dues).toHaveLength(1);
  });

  test("loses the errand, its door and its due when patience ends", () => {
    const box = played();
    box.openErrand("time", "time? #123");
    expect(deviceWakeAt(box.device)).toBe(120_000);
    box.now = instant(120_000);
    expect(box.tell({ kind: "timer" })).toEqual(["notices: errandFailed 1 time 0"]);
    expect([box.dues, box.device.errands, box.device.ports.bindings]).toEqual([[], [], []]);
    expect(deviceWakeAt(box.device)).toBeUndefined();
  });
});

describe("a client that does not know the door", () => {
  const asking = (): Played => {
    const box = played();
    box.openErrand("score", "score #123", 1);
    return box;
  };

  test("asks before it writes", () => {
    const box = asking();
    expect(box.proposals).toEqual([{ kind: "askDoor", service: "score" }]);
    expect(box.obey()).toEqual(["calls: askDoor score, because of act 1"]);
    expect(box.dues).toEqual([]);
  });

  test("asks once, however many errands wait for the door", () => {
    const box = asking();
    box.openErrand("score", "score #456", 2);
    expect(box.dues).toHaveLength(1);
    box.obey();
    box.openErrand("score", "score #789", 3);
    expect(box.dues).toEqual([]);
  });

  test("goes on asking the same question when another errand needs the same door", () => {
    const box = asking();
    const [due] = box.dues;
    box.now = instant(5_000);
    box.openErrand("score", "score #456", 2);
    expect(box.dues).toEqual([due]);
  });

  test("writes every waiting letter once it is told", () => {
    const box = asking();
    box.openErrand("score", "score #456", 2);
    box.obey();
    box.tell({ kind: "doorTold", service: "score", port: port(7312), cause: 5 as ActId });
    expect(box.device.book["score"]).toMatchObject({ port: 7312, asked: false, cause: 5 });
    expect(box.proposals).toMatchObject([
      { kind: "sendDatagram", errand: 1, destinationPort: 7312 },
      { kind: "sendDatagram", errand: 2, destinationPort: 7312 },
    ]);
  });

  test("leaves letters for other doors, and those under way, alone when it is told", () => {
    const box = played();
    box.openErrand("time", "time? #111", 1);
    box.openErrand("time", "time? #222", 2);
    box.openErrand("score", "score #333", 3);
    box.obey();
    box.obey();
    const error = anErrorAbout(letterOf(box, 1), "portUnreachable");
    box.arrive(error);
    const ask = box.dues.find(
      ({ proposal }) => "service" in proposal && proposal.service === "time",
    );
    box.obey(ask);
    box.tell({ kind: "doorTold", service: "time", port: port(7399) });
    expect(box.proposals).toMatchObject([
      { kind: "askDoor", service: "score" },
      { kind: "sendDatagram", errand: 1, destinationPort: 7399 },
    ]);
  });

  test("does not hear what it has not asked for", () => {
    const box = asking();
    box.tell({ kind: "doorTold", service: "score", port: port(7312) });
    expect(box.device.book["score"]).not.toHaveProperty("port");
    expect(box.proposals).toEqual([{ kind: "askDoor", service: "score" }]);
  });

  test("need not ask any more when the last errand for the door has ended", () => {
    const box = asking();
    box.now = instant(120_000);
    box.tell({ kind: "timer" });
    expect(box.dues).toEqual([]);
  });
});

describe("a client that runs by itself", () => {
  const automatic = () => new OneBox(aClient());

  test("sends at once, and again after each bad news", () => {
    const box = automatic();
    const [first = ""] = box.openErrand("time", "time? #123");
    expect(first).toMatch(
      /^sends on wire: udp 10\.0\.1\.10:\d+ → 10\.0\.3\.80:7311 "time\? #123" ttl 7$/,
    );
    box.now = instant(60_000);
    expect(box.tell({ kind: "timer" })).toEqual(["notices: noAnswer 1 time 0", first]);
    const { socket = port(0) } = box.device.errands[0] ?? {};
    const expired = anErrorAbout(aLetter({ sourcePort: socket }), "timeExceeded");
    expect(box.arrive(expired)).toEqual(["drops: consumed", "notices: ttlEnded 1 time 0", first]);
  });

  test("asks at once for a door it does not know, and writes as soon as it is told", () => {
    const box = automatic();
    expect(box.openErrand("score", "score #123")).toEqual(["calls: askDoor score"]);
    const [deed] = box.tell({ kind: "doorTold", service: "score", port: port(7312) });
    expect(deed).toContain("→ 10.0.3.80:7312");
  });
});
