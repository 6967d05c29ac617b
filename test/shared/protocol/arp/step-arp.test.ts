import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../../../shared/lib/instant.ts";
import { type Arp, macOf, standardArp, wakeAt } from "../../../../shared/protocol/arp/arp.ts";
import { stepArp } from "../../../../shared/protocol/arp/step-arp.ts";
import { decodeArpMessage, encodeArpMessage } from "../../../../shared/wire/arp-message.ts";
import { isGroupMacAddress } from "../../../../shared/wire/mac-address.ts";
import {
  type AddressName,
  addresses,
  type MacName,
  macs,
  message,
  SmallLink,
} from "./small-link.ts";

type Step =
  | { readonly want: readonly [to: AddressName, packet: string]; expect: string[] }
  | { readonly hear: Parameters<SmallLink["hear"]>; expect: string[] }
  | { readonly announce: true; expect: string[] }
  | { readonly wait: number; expect: string[] }
  | { readonly cache: string };

const askForAnn = "→ all: who has ann? tell me at me";
const announced = "→ all: who has me? tell me at me";

const lists: readonly (readonly [string, readonly Step[]])[] = [
  [
    "a packet for a neighbour waits until everybody was asked and the neighbour has answered",
    [
      { want: ["ann", "P1"], expect: [askForAnn] },
      { cache: "ann?" },
      { hear: ["reply", "ann", "me"], expect: ["sends P1 to ann"] },
      { cache: "ann at ann" },
      { want: ["ann", "P2"], expect: ["sends P2 to ann"] },
    ],
  ],
  [
    "a request for our address is answered to who asked, who is known from then on",
    [
      { hear: ["request", "bob", "me"], expect: ["→ bob: me is at me, to bob at bob"] },
      { cache: "bob at bob" },
      { want: ["bob", "P1"], expect: ["sends P1 to bob"] },
    ],
  ],
  [
    "a request for somebody else is not answered, and a stranger who asks it stays one",
    [{ hear: ["request", "bob", "ann"], expect: [] }, { cache: "" }],
  ],
  [
    "a reply is never answered",
    [{ hear: ["reply", "bob", "me"], expect: [] }, { cache: "bob at bob" }],
  ],
  [
    "whoever is known already is merged, whatever the message was for",
    [
      { hear: ["reply", "ann", "me"], expect: [] },
      { hear: ["request", "ann", "bob", "new"], expect: [] },
      { cache: "ann at new" },
      { hear: ["reply", "ann", "bob"], expect: [] },
      { cache: "ann at ann" },
    ],
  ],
  [
    "whoever is asked for is known as soon as anything is heard from there",
    [
      { want: ["ann", "P1"], expect: [askForAnn] },
      { hear: ["request", "ann", "bob"], expect: ["sends P1 to ann"] },
    ],
  ],
  [
    "a second packet for the same neighbour asks no second time",
    [
      { want: ["ann", "P1"], expect: [askForAnn] },
      { wait: 999, expect: [] },
      { want: ["ann", "P2"], expect: [] },
      { hear: ["reply", "ann", "me"], expect: ["sends P1 to ann", "sends P2 to ann"] },
    ],
  ],
  [
    "when too many packets wait, the latest are kept",
    [
      { want: ["ann", "P1"], expect: [askForAnn] },
      { want: ["ann", "P2"], expect: [] },
      { want: ["ann", "P3"], expect: ["drops P1, because tooManyWaiting"] },
      { hear: ["reply", "ann", "me"], expect: ["sends P2 to ann", "sends P3 to ann"] },
    ],
  ],
  [
    "who does not answer is asked again each second, and after three tries the packets are dropped",
    [
      { want: ["ann", "P1"], expect: [askForAnn] },
      { wait: 999, expect: [] },
      { wait: 1, expect: [askForAnn] },
      { wait: 1_000, expect: [askForAnn] },
      { want: ["ann", "P2"], expect: [] },
      { wait: 999, expect: [] },
      { wait: 1, expect: ["drops P1, because noAnswer", "drops P2, because noAnswer"] },
      { cache: "" },
      { want: ["ann", "P3"], expect: [askForAnn] },
    ],
  ],
  [
    "what is known is forgotten after a minute, even while it is used",
    [
      { hear: ["reply", "ann", "me"], expect: [] },
      { wait: 59_999, expect: [] },
      { want: ["ann", "P1"], expect: ["sends P1 to ann"] },
      { wait: 1, expect: [] },
      { cache: "" },
      { want: ["ann", "P2"], expect: [askForAnn] },
    ],
  ],
  [
    "hearing from a neighbour starts its minute anew",
    [
      { hear: ["reply", "ann", "me"], expect: [] },
      { wait: 50_000, expect: [] },
      { hear: ["request", "ann", "cho"], expect: [] },
      { wait: 59_999, expect: [] },
      { cache: "ann at ann" },
    ],
  ],
  [
    "who announces a new card is found there by all who know it",
    [
      { hear: ["reply", "ann", "me"], expect: [] },
      { hear: ["request", "ann", "ann", "new"], expect: [] },
      { want: ["ann", "P1"], expect: ["sends P1 to new"] },
    ],
  ],
  ["we announce ourselves to everybody", [{ announce: true, expect: [announced] }]],
  [
    "who has no address yet is answered, and not remembered",
    [
      {
        hear: ["request", "probe", "me", "new"],
        expect: ["→ new: me is at me, to probe at new"],
      },
      { cache: "" },
    ],
  ],
  [
    "who speaks under our address is told off, and no more than once in ten seconds",
    [
      { hear: ["request", "me", "me", "new"], expect: ["conflict with new", announced] },
      { wait: 9_999, expect: [] },
      { hear: ["reply", "me", "ann", "new"], expect: ["conflict with new"] },
      { wait: 1, expect: [] },
      { hear: ["request", "me", "ann", "new"], expect: ["conflict with new", announced] },
      { cache: "" },
    ],
  ],
  [
    "our own words that come back are nobody's",
    [{ hear: ["request", "me", "ann"], expect: ["does not believe it, because ownEcho"] }],
  ],
  [
    "nobody is believed who says to be reached at the address of a group",
    [
      {
        hear: ["reply", "ann", "me", "all"],
        expect: ["does not believe it, because groupHasNoAddress"],
      },
      {
        hear: ["request", "ann", "me", "all"],
        expect: ["does not believe it, because groupHasNoAddress"],
      },
      { cache: "" },
    ],
  ],
  [
    "a group has no hardware address of its own to be learned",
    [
      { hear: ["reply", "group", "me", "new"], expect: [] },
      { hear: ["reply", "all", "me", "new"], expect: [] },
      { cache: "" },
    ],
  ],
  [
    "what is for everybody goes to everybody, without asking",
    [{ want: ["all", "P1"], expect: ["sends P1 to all"] }],
  ],
  [
    "a full cache forgets whom it would forget next, but nobody whom it asks for",
    [
      { hear: ["reply", "ann", "me"], expect: [] },
      { wait: 10, expect: [] },
      { hear: ["reply", "bob", "me"], expect: [] },
      { want: ["cho", "P1"], expect: ["→ all: who has cho? tell me at me"] },
      { cache: "bob at bob, cho?" },
      { want: ["ann", "P2"], expect: [askForAnn] },
      { cache: "cho?, ann?" },
      { want: ["bob", "P3"], expect: ["drops P3, because noRoom"] },
      { hear: ["reply", "bob", "me"], expect: [] },
      { cache: "cho?, ann?" },
    ],
  ],
];

test.each(lists)("%s", (_, steps) => {
  const link = new SmallLink();
  for (const step of steps) {
    if ("cache" in step) expect(link.cache).toBe(step.cache);
    else if ("want" in step) expect(link.want(...step.want)).toEqual(step.expect);
    else if ("hear" in step) expect(link.hear(...step.hear)).toEqual(step.expect);
    else if ("wait" in step) expect(link.wait(step.wait)).toEqual(step.expect);
    else expect(link.tell({ kind: "announce" })).toEqual(step.expect);
  }
});

test("a hardware address can be looked up while it is known, and not while it is asked for", () => {
  const link = new SmallLink();
  link.want("ann", "P1");
  link.hear("reply", "bob", "me");
  expect(macOf(link.state, addresses.bob)).toBe(macs.bob);
  expect(macOf(link.state, addresses.ann)).toBeUndefined();
  expect(macOf(link.state, addresses.cho)).toBeUndefined();
});

test("it wakes for the first answer that is overdue or knowledge that is too old", () => {
  const link = new SmallLink();
  expect(wakeAt(link.state)).toBeUndefined();
  link.hear("reply", "bob", "me");
  expect(wakeAt(link.state)).toBe(60_000);
  link.want("ann", "P1");
  expect(wakeAt(link.state)).toBe(1_000);
});

test("two boxes that know nothing of each other exchange one request and one reply, over real octets", () => {
  const asking = new SmallLink();
  const other = { mac: macs.ann, address: addresses.ann };
  const answering: Arp<string> = { own: other, settings: standardArp, neighbours: [] };
  const asked = stepArp(
    asking.state,
    { kind: "wanted", address: other.address, packet: "P1" },
    asking.now,
  );
  const heard = stepArp(answering, overTheWire(asked), asking.now);
  const answered = stepArp(asked.state, overTheWire(heard), asking.now);
  expect(answered.outputs).toEqual([{ kind: "send", destination: macs.ann, packet: "P1" }]);
  expect(macOf(heard.state, addresses.me)).toBe(macs.me);
});

function overTheWire({ outputs }: ReturnType<typeof stepArp<string>>) {
  const sent = outputs.find((output) => output.kind === "transmit");
  if (sent === undefined) throw new Error("nothing was sent");
  const decoded = decodeArpMessage(encodeArpMessage(sent.message));
  if (!decoded.ok) throw new Error(decoded.reason);
  return { kind: "received", message: decoded.value } as const;
}

const addressNames = Object.keys(addresses) as AddressName[];
const macNames = Object.keys(macs) as MacName[];
const anEvent = fc.oneof(
  fc.record({ want: fc.constantFrom<AddressName>("ann", "bob", "cho") }),
  fc.record({ wait: fc.constantFrom(0, 1, 999, 1_000, 5_000, 60_000) }),
  fc.record({
    hear: fc.tuple(
      fc.constantFrom("request" as const, "reply" as const),
      fc.constantFrom(...addressNames),
      fc.constantFrom(...addressNames),
      fc.constantFrom(...macNames),
    ),
  }),
);

test("whatever is wanted and heard, every packet has one fate, and nothing is asked twice in a second", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      const link = new SmallLink({ mostNeighbours: 3 });
      const lines: string[] = [];
      const askedAt: Record<string, number> = {};
      let wanted = 0;
      for (const event of events) {
        const told = tell(link, event, () => `P${wanted++}`);
        for (const line of told) {
          const asked = /who has (ann|bob|cho)/.exec(line)?.[1];
          if (asked === undefined) continue;
          expect(link.now - (askedAt[asked] ?? -1_000), line).toBeGreaterThanOrEqual(1_000);
          askedAt[asked] = link.now;
        }
        lines.push(...told);
        link.state = JSON.parse(JSON.stringify(link.state));
      }
      const ended = lines.flatMap((line) => /^(?:sends|drops) (P\d+)/.exec(line)?.[1] ?? []);
      const waiting = link.state.neighbours.flatMap((neighbour) => neighbour.waiting);
      expect([...ended, ...waiting].sort()).toEqual(
        Array.from({ length: wanted }, (_, n) => `P${n}`).sort(),
      );
    }),
    { numRuns: 500 },
  );
});

function tell(
  link: SmallLink,
  event: typeof anEvent extends fc.Arbitrary<infer E> ? E : never,
  next: () => string,
) {
  if ("want" in event) return link.want(event.want, next());
  return "wait" in event ? link.wait(event.wait) : link.hear(...event.hear);
}

test("whatever is heard, the cache knows single stations at single addresses only, and never ourselves", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      const link = new SmallLink();
      for (const event of events) {
        tell(link, event, () => "P");
        const { neighbours } = link.state;
        expect(neighbours.length).toBeLessThanOrEqual(2);
        expect(new Set(neighbours.map(({ address }) => address)).size).toBe(neighbours.length);
        for (const { address, mac, waiting, until } of neighbours) {
          expect([addresses.me, addresses.probe, addresses.group, addresses.all]).not.toContain(
            address,
          );
          expect(isGroupMacAddress(mac)).toBe(false);
          expect(waiting.length).toBeLessThanOrEqual(2);
          expect(until).toBeGreaterThan(link.now);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a timer that comes late does what was overdue, once", () => {
  const { state } = stepArp(
    new SmallLink().state,
    { kind: "wanted", address: addresses.ann, packet: "P1" },
    instant(0),
  );
  const { outputs } = stepArp(
    state,
    { kind: "received", message: message("reply", "ann", "me") },
    instant(10_000),
  );
  expect(outputs.map(({ kind }) => kind)).toEqual(["transmit", "send"]);
});
