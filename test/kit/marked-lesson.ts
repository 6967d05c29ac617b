import { reasonNames, reasons } from "../../shared/contract/reasons.ts";
import type { Device } from "../../shared/device/device.ts";
import type { Host } from "../../shared/device/host.ts";
import { type Lesson, placeOf } from "../../shared/lesson/lesson.ts";
import { litDue } from "../../shared/match/assistance.ts";
import type { Evidence, Match, Seat } from "../../shared/match/match.ts";
import type { ActId } from "../../shared/wire/packet.ts";
import type { Link } from "../../shared/world/world.ts";
import { type Audience, type Fact, nowhere, type Row, type Site, siteOf } from "./marked-fact.ts";
import { markLetters } from "./marked-letters.ts";
import { MarkedValues, type Markers } from "./marked-values.ts";

/** What stands for what. */
export type Marks = {
  readonly facts: ReadonlyMap<number, Fact>;
  /** Every seat was judged for a reason of its own, which marks its scores and its coach lines. */
  readonly verdicts: ReadonlyMap<string, Fact>;
  /** The lamps that are out, by network and link. */
  readonly lamps: ReadonlyMap<string, Fact>;
};

/** A copy of a lesson in which every fact worth knowing is a marker; it is looked at and never played. */
export type MarkedLesson = Marks & { readonly lesson: Lesson };

/** Marks a copy of the lesson as it stands; of its lamps every third is out. */
export function markLesson(live: Lesson, markers: Markers): MarkedLesson {
  const lesson: Lesson = JSON.parse(JSON.stringify(live));
  const values = new MarkedValues(markers);
  const verdicts = new Map<string, Fact>();
  const lamps = new Map<string, Fact>();
  markRoom(lesson, values);
  for (const [id, { match }] of Object.entries(lesson.networks)) {
    const network = `${lesson.round}/${id}`;
    markMatch(match, network, values);
    for (const { id: link, a, b } of putOut(match)) {
      lamps.set(`${network}/${link}`, factOf("lamps", "desk", siteOf(match, network, a, b)));
    }
    for (const seat of Object.values(match.seats)) {
      const site = siteOf(match, network, seat.box);
      markSeat(match, seat, site, values);
      verdicts.set(
        markVerdicts(match, seat, verdicts.size),
        factOf("scores of a seat", "desk", site),
      );
    }
    markLetters(match, network, values);
  }
  return { lesson, facts: values.facts, verdicts, lamps };
}

const factOf = (row: Row, audience: Audience, site: Site): Fact => ({ row, audience, ...site });

function markRoom(lesson: Lesson, values: MarkedValues): void {
  const rules = factOf("what only the rules need", "nobody", nowhere);
  values.inside(lesson.options, rules, "options");
  values.inside(lesson.nicknames, rules, "nicknames");
  for (const player of Object.values(lesson.players)) {
    const match = placeOf(lesson, player.id)?.network.match;
    const network = `${lesson.round}/${player.network}`;
    const site = match === undefined ? nowhere : siteOf(match, network, player.seat ?? "");
    values.fields(player, ["nickname"], factOf("nicknames", "room", site), player.id);
    values.fields(player, ["keyHash"], factOf("key hashes", "nobody", site), player.id);
    values.fields(player, ["had"], rules, player.id);
  }
}

function markMatch(match: Match, network: string, values: MarkedValues): void {
  const whole = { ...nowhere, network };
  const map = factOf("map and call flags", "network", whole);
  const rules = factOf("what only the rules need", "nobody", whole);
  values.inside(match.addresses, map);
  for (const ask of match.asks) values.fields(ask, ["service", "since"], map, ask.box);
  values.fields(match, ["points", "answered", "failed"], factOf("team standings", "room", whole));
  match.waste = 0;
  match.evidence.length = 0;
  values.fields(match, ["seed", "errands", "tookMs"], rules);
  values.fields(match.world, ["nextPacket", "nextEvent"], rules);
  for (const link of Object.values(match.world.links)) {
    values.fields(link, ["delayMs", "inFlight", "chance"], rules, link.id);
    values.fields(link, ["lossPercent"], factOf("what lines lose", "host", whole), link.id);
  }
}

/** Every third lamp goes out. */
function putOut(match: Match): readonly Link[] {
  const dark = Object.values(match.world.links).filter((_, index) => index % 3 === 1);
  for (const link of dark) link.up = false;
  return dark;
}

function markSeat(match: Match, seat: Seat, site: Site, values: MarkedValues): void {
  const device = match.world.boxes[seat.box];
  const flag = match.flags[seat.box];
  const rules = factOf("what only the rules need", "nobody", site);
  const coach = factOf("coach lines", "desk", site);
  if (flag !== undefined) values.inside(flag, factOf("map and call flags", "network", site));
  for (const happening of seat.happenings) values.inside(happening, coach, `${happening.n}`);
  values.fields(seat, ["nextHappening", "recentActs"], rules);
  values.fields(seat, ["lastHandAt"], factOf("who stands still", "host", site));
  if (device === undefined) return;
  markDues(match, seat, device, site, values);
  const tables = factOf("tables and sockets", "desk", site);
  if (device.kind === "router") values.fields(device, ["table", "pins"], tables);
  else markHost(device, tables, values);
}

function markHost(host: Host, tables: Fact, values: MarkedValues): void {
  const sealed: Fact = { ...tables, row: "what is sealed in letters", audience: "host" };
  const rules: Fact = { ...tables, row: "what only the rules need", audience: "nobody" };
  for (const program of Object.values(host.programs)) {
    const { service } = program;
    values.fields(program, ["question", "answers"], sealed, service);
    values.fields(program, ["service", "port", "lastPort"], tables, service);
  }
  for (const errand of host.errands) {
    const { id } = errand;
    const seen = Object.keys(errand).filter((name) => name !== "question" && name !== "cause");
    values.fields(errand, ["question"], sealed, `${id}`);
    values.fields(errand, ["cause"], rules, `${id}`);
    values.fields(errand, seen, tables, `${id}`);
  }
  values.inside(host.ports.bindings, tables, "doors");
  values.inside(host.asks, tables, "asks");
  values.inside(host.chance, rules, "chance");
  values.rows(host.book, tables);
  values.rows(host.neighbours, tables);
}

/** What a due is about is its desk's to know; what to do about it is nobody's until it is lit. */
function markDues(
  match: Match,
  seat: Seat,
  { gate }: Device,
  site: Site,
  values: MarkedValues,
): void {
  const about = factOf("dues", "desk", site);
  const lit = litDue(seat, gate, match.now);
  for (const due of gate.dues) {
    const hint =
      due === lit
        ? factOf("hints of lit dues", "desk", site)
        : factOf("hints of other dues", "host", site);
    const told = ["destination", "destinationPort", "sourcePort", "exit", "door", "port"];
    values.fields(due.proposal, told, hint, `${due.id}`);
    values.fields(due.proposal, ["service", "errand"], about, `${due.id}`);
    values.fields(due, ["id"], about);
  }
}

/** Lets everything that the seat was ever judged for be one reason, so many times: no other seat has either. */
function markVerdicts(match: Match, seat: Seat, index: number): string {
  const reason = reasonNames[index];
  if (reason === undefined) throw new Error("there are more seats than reasons");
  for (const happening of seat.happenings) {
    if (happening.reason !== undefined) Object.assign(happening, { reason });
  }
  const { box, player } = seat;
  const evidence: Evidence = {
    ...{ act: 1 as ActId, at: match.now, seat: box, lit: false, tookMs: 0 },
    ...{ reason, concept: reasons[reason].concept },
    ...(player === undefined ? {} : { player }),
  };
  for (let count = 0; count <= index; count++) match.evidence.push(evidence);
  return reason;
}
