import type { Mission } from "../../shared/contract/mission.ts";
import { reasons } from "../../shared/contract/reasons.ts";
import { advance } from "../../shared/lesson/advance.ts";
import type { Journal } from "../../shared/lesson/journal.ts";
import { createLesson, type Lesson } from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import type { Match } from "../../shared/match/match.ts";
import type { CapturedFrame, CaptureFile } from "../../shared/wire/capture-file.ts";
import { encodeEthernetFrame, etherTypes } from "../../shared/wire/ethernet-frame.ts";
import { macAddressOf } from "../../shared/wire/mac-address.ts";
import { encodePacket } from "../../shared/wire/packet-bytes.ts";
import { type Flight, flightsOf } from "../../shared/world/world.ts";

/** What passed every link of a journal's last round, as captures by link; one network is captured. */
export function captureLinks(
  journal: Journal,
  missions: Readonly<Record<string, Mission>>,
  until: Instant,
): readonly CaptureFile[] {
  const lesson = createLesson(journal.options, missions);
  const flights = new Set<Flight>();
  for (const move of journal.moves) {
    watch(lesson, move.at, flights);
    receive(lesson, move);
  }
  watch(lesson, until, flights);
  const match = matchOf(lesson);
  if (match === undefined) return [];
  const inOrder = [...flights].sort((a, b) => a.departAt - b.departAt || a.packet.id - b.packet.id);
  return match.mission.links.map(({ id }) => captureOf(match, id, inOrder));
}

/** No letter is on a link for less than the least hop: who looks that often sees them all. */
function watch(lesson: Lesson, until: Instant, flights: Set<Flight>): void {
  const [leastHopMs] = lesson.mission.hopMs;
  for (;;) {
    const match = matchOf(lesson);
    for (const flight of match === undefined ? [] : flightsOf(match.world)) flights.add(flight);
    if (lesson.now >= until) return;
    advance(lesson, Math.min(later(lesson.now, leastHopMs), until) as Instant);
  }
}

const matchOf = (lesson: Lesson): Match | undefined => Object.values(lesson.networks)[0]?.match;

function captureOf(match: Match, link: string, flights: readonly Flight[]): CaptureFile {
  return {
    link,
    comment: `${match.mission.id}, seed ${match.seed}: a second of play is a millisecond here`,
    names: Object.entries(match.addresses.boxes).map(([name, address]) => ({ name, address })),
    frames: flights
      .filter((flight) => flight.link === link)
      .map((flight) => frameOf(match, flight)),
  };
}

function frameOf(match: Match, { packet, from, to, departAt, lostAt }: Flight): CapturedFrame {
  const octets = encodeEthernetFrame({
    source: macOf(match, from),
    destination: macOf(match, to),
    etherType: etherTypes.ipv4,
    payload: encodePacket(packet),
  });
  const said = [
    ...(lostAt === undefined ? [] : ["lost on this link"]),
    ...verdictsOn(match, packet),
  ];
  return { at: departAt, octets, ...(said.length === 0 ? {} : { comment: said.join("; ") }) };
}

/** What the judge said about the act that the packet descends from. */
const verdictsOn = (match: Match, { cause }: Flight["packet"]): readonly string[] =>
  match.evidence
    .filter(({ act }) => act === cause)
    .map(({ seat, reason }) => {
      const { verdict, rule } = reasons[reason];
      return `${seat}: ${reason} (${verdict}, ${rule})`;
    });

function macOf(match: Match, box: string) {
  const address = match.addresses.boxes[box];
  if (address === undefined) throw new Error(`no address for ${box}`);
  return macAddressOf(address);
}
