import { type Chance, drawOne, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { broadcastAddress, ipv4Address } from "../../shared/wire/ipv4-address.ts";
import { addressOf, type LanDeed, LanTalk, lanLinks, type StationName } from "./lan-talk.ts";
import { capturesByLink, type Scenario } from "./scenario.ts";

type Plan = (chance: Chance) => readonly LanDeed[];

/** Somebody nobody is. */
const nobody = ipv4Address(10, 0, 7, 99);
const all: readonly StationName[] = ["alpha", "bravo", "charlie", "delta"];

const send = (at: number, station: StationName, to: StationName): LanDeed => ({
  ...{ at, station, does: "send", to: addressOf(to), text: `${station} to ${to}` },
});

/** Letters from anybody to anybody else, so many and some time apart. */
const letters = (chance: Chance, count: number, from = 0): readonly LanDeed[] =>
  Array.from({ length: count }, (_, nth) => {
    const station = drawOne(chance, all);
    const others = all.filter((other) => other !== station);
    return send(from + nth * drawWhole(chance, 100, 900), station, drawOne(chance, others));
  });

const plans = {
  /** Who has been heard is found, who has not is looked for everywhere. */
  "ethernet-learning": (chance) => letters(chance, drawWhole(chance, 6, 20)),
  /** What is for everybody goes everywhere. */
  "ethernet-broadcast": (chance) =>
    letters(chance, 8).map((deed) =>
      deed.does === "send" ? { ...deed, to: broadcastAddress } : deed,
    ),
  /** A line dies and comes back: what was learned behind it is forgotten. */
  "ethernet-dead-line": (chance) => [
    ...letters(chance, 8),
    { at: 5_000, station: "bravo", does: "unplug" },
    ...letters(chance, 6, 6_000),
    { at: 9_000, station: "bravo", does: "plugIn" },
    ...letters(chance, 6, 10_000),
  ],
  /** A question for everybody, an answer for one, and then the letter. */
  "arp-answered": (chance) => letters(chance, drawWhole(chance, 3, 9)),
  /** Nobody has the address: it is asked three times, then the letters are dropped. */
  "arp-silence": (chance) => [
    { at: 0, station: drawOne(chance, all), does: "send", to: nobody, text: "anybody" },
    { at: 300, station: drawOne(chance, all), does: "send", to: nobody, text: "again" },
    ...letters(chance, 3, 500),
  ],
  /** A station takes over an address and says so: whoever knew it learns the new card. */
  "arp-takeover": (chance) => [
    send(0, "alpha", "bravo"),
    send(400, "charlie", "bravo"),
    { at: 2_000, station: "bravo", does: "unplug" },
    { at: 3_000, station: "delta", does: "takeAddress", address: addressOf("bravo") },
    ...[4_000, 4_600].map((at) => send(at + drawWhole(chance, 0, 300), "alpha", "bravo")),
    send(5_500, "charlie", "bravo"),
  ],
  /** Two stations with one address: the first one defends it. */
  "arp-conflict": (chance) => [
    send(0, "alpha", "bravo"),
    {
      at: drawWhole(chance, 1_000, 2_000),
      station: "delta",
      does: "takeAddress",
      address: addressOf("bravo"),
    },
    send(3_000, "alpha", "bravo"),
  ],
} satisfies Readonly<Record<string, Plan>>;

const longEnoughMs = 30_000;

const played =
  (name: string, plan: Plan): Scenario =>
  (seed, words) => {
    const talk = new LanTalk(plan(namedChance(seed, name))).run(longEnoughMs);
    const captures = capturesByLink(lanLinks, talk.frames, words.about(name, String(seed)));
    return { captures, journal: talk.journal };
  };

/** Scenarios of one LAN, by name. */
export const lanScenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  Object.entries(plans).map(([name, plan]) => [name, played(name, plan)]),
);
