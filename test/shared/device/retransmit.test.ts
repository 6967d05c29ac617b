import { describe, expect, test } from "vitest";
import type { Duty, ErrandId } from "../../../shared/device/act.ts";
import { deviceWakeAt } from "../../../shared/device/device.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { aClient, aLetter, anErrorAbout, OneBox, port } from "../../kit/one-box.ts";

/** A client whose machine writes its letters by itself; three tries, a minute of silence each. */
const client = (held: readonly Duty[] = ["retransmit"]) => new OneBox(aClient(held));
type Client = ReturnType<typeof client>;

const id = 1 as ErrandId;
const letter = (box: Client) => ({
  ...{ kind: "sendDatagram", errand: id, destination: box.device.book["time"]?.address },
  ...{ destinationPort: 7311, sourcePort: socketOf(box) },
});
const socketOf = (box: Client) => box.device.errands[0]?.socket ?? port(0);

function open(box: Client): readonly string[] {
  const errand = { id, service: "time", question: "time? #123", patienceUntil: instant(600_000) };
  return box.tell({ kind: "errandOpened", errand });
}

/** The minute after the letter left passes, and nothing is heard. */
function silence(box: Client): readonly string[] {
  box.now = box.device.errands[0]?.retryAt ?? box.now;
  return box.tell({ kind: "timer" });
}

const question = (box: Client) =>
  `sends on wire: udp 10.0.1.10:${socketOf(box)} → 10.0.3.80:7311 "time? #123" ttl 7`;

describe("a client that somebody plays only when nothing is heard", () => {
  test("sends its first letter by itself and leaves nothing to do", () => {
    const box = client();
    expect(open(box)).toEqual([question(box)]);
    expect(box.dues).toEqual([]);
    expect(box.device.errands).toMatchObject([{ state: "sent", sends: 1, retryAt: 60_000 }]);
  });

  test("after a minute of silence has the same letter to send again", () => {
    const box = client();
    open(box);
    expect(silence(box)).toEqual(["notices: noAnswer 1 time 0"]);
    expect(box.dues).toMatchObject([{ duty: "retransmit", since: 60_000 }]);
    expect(box.proposals).toEqual([letter(box)]);
  });

  test("waits for its seat as long as that takes: the timer does not run meanwhile", () => {
    const box = client();
    open(box);
    silence(box);
    expect(deviceWakeAt(box.device)).toBe(600_000);
    box.now = instant(90_000);
    expect(box.obey()).toEqual([`${question(box)}, because of act 1`]);
    expect(box.device.errands).toMatchObject([{ state: "sent", sends: 2, retryAt: 150_000 }]);
  });

  test("need not send again when the answer comes after all", () => {
    const box = client();
    open(box);
    silence(box);
    const answer = aLetter({
      ...{ source: box.device.book["time"]?.address as never, destination: box.device.address },
      ...{ sourcePort: 7311, destinationPort: socketOf(box), payload: "09:41 #123" },
    });
    expect(box.arrive(answer)).toEqual(["drops: consumed", "notices: errandAnswered 1 time 0"]);
    expect([box.dues, box.device.errands]).toEqual([[], []]);
  });

  test("has nothing to send again while its letter is on the way, but may", () => {
    const box = client();
    open(box);
    box.now = instant(1_000);
    expect(box.act(letter(box) as never)).toEqual([`${question(box)}, because of act 1`]);
    expect(box.device.errands).toMatchObject([{ sends: 2, retryAt: 61_000 }]);
  });

  test("is to give up after three letters and three silences", () => {
    const box = client();
    open(box);
    for (const kind of ["sendDatagram", "sendDatagram", "giveUp"]) {
      silence(box);
      expect(box.proposals.map((act) => act.kind)).toEqual([kind]);
      if (kind === "sendDatagram") box.obey();
    }
    expect(box.obey()).toEqual(["notices: errandGivenUp 1 time 0, because of act 3"]);
    expect([box.dues, box.device.errands, box.device.ports.bindings]).toEqual([[], [], []]);
  });

  test("may knock a fourth time all the same, and is then to give up again", () => {
    const box = client();
    open(box);
    for (const _ of [1, 2]) {
      silence(box);
      box.obey();
    }
    silence(box);
    expect(box.act(letter(box) as never)).toEqual([`${question(box)}, because of act 3`]);
    expect(box.device.errands).toMatchObject([{ sends: 4 }]);
    silence(box);
    expect(box.proposals).toEqual([{ kind: "giveUp", errand: id }]);
  });

  test("may give up at any time, even while its letter is on the way", () => {
    const box = client();
    open(box);
    expect(box.act({ kind: "giveUp", errand: id })).toEqual([
      "notices: errandGivenUp 1 time 0, because of act 1",
    ]);
    expect(deviceWakeAt(box.device)).toBeUndefined();
  });

  test("news that is no silence brings the letter back at once", () => {
    const box = client();
    open(box);
    const expired = anErrorAbout(aLetter({ sourcePort: socketOf(box) }), "timeExceeded");
    expect(box.arrive(expired)).toEqual(["drops: consumed", "notices: ttlEnded 1 time 0"]);
    expect(box.proposals).toEqual([letter(box)]);
  });
});

test("a client that runs by itself sends three times and then gives up by itself", () => {
  const box = client([]);
  open(box);
  const again = question(box);
  expect(silence(box)).toEqual(["notices: noAnswer 1 time 0", again]);
  expect(silence(box)).toEqual(["notices: noAnswer 1 time 0", again]);
  expect(silence(box)).toEqual(["notices: noAnswer 1 time 0", "notices: errandGivenUp 1 time 0"]);
  expect(box.device.errands).toEqual([]);
});

test("where letters are written by hand, writing one again is no other duty", () => {
  const box = client(["address"]);
  open(box);
  box.obey();
  silence(box);
  expect(box.dues).toMatchObject([{ duty: "address", proposal: { kind: "sendDatagram" } }]);
});
