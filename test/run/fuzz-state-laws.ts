import type { Device } from "../../shared/device/device.ts";
import type { Host } from "../../shared/device/host.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import type { Match } from "../../shared/match/match.ts";
import type { World } from "../../shared/world/world.ts";
import { must } from "./fuzz-law.ts";

/** The laws that hold in a lesson whenever nobody is in the middle of something. */
export function checkLesson(lesson: Lesson): void {
  for (const [id, { match }] of Object.entries(lesson.networks)) {
    checkMatch(match);
    checkSeats(lesson, id, match);
  }
  for (const { id, network, seat } of Object.values(lesson.players)) {
    if (network === undefined || seat === undefined) continue;
    const held = lesson.networks[network]?.match.seats[seat]?.player;
    must(held === id, "a player's seat is held by nobody else", { id, held });
  }
}

function checkSeats({ players }: Lesson, id: string, match: Match): void {
  for (const { box, player } of Object.values(match.seats)) {
    if (player === undefined) continue;
    const { network, seat } = players[player] ?? {};
    must(network === id && seat === box, "whoever holds a seat knows it", { id, box, player });
  }
}

const mostBeltSlots = 8;
const mostHappenings = 40;

function checkMatch(match: Match): void {
  const { world } = match;
  must(match.now <= match.endsAt, "a match does not go on after its end", match.now);
  must(world.now === match.now, "a match and its world have one clock", [match.now, world.now]);
  checkWorld(world);
  for (const { box, happenings, nextHappening } of Object.values(match.seats)) {
    const { length } = happenings;
    const isCounted = happenings.every(({ n }, at) => n === nextHappening - length + at);
    must(length <= mostHappenings && isCounted, "a desk is told things one by one", box);
  }
  const acts = match.acts.length;
  const last = match.evidence.at(-1);
  must((last?.act ?? 0) <= acts, "there is evidence only about what was done", last);
}

function checkWorld(world: World): void {
  checkQueue(world);
  for (const device of Object.values(world.boxes)) {
    checkDesk(device);
    if (device.kind === "host") checkHost(device);
  }
}

function checkQueue({ queue, links, timers, now }: World): void {
  const onLinks: Record<string, number> = {};
  const ringing = new Set<string>();
  for (const event of queue.heap) {
    must(event.at >= now, "what is due has been done", event);
    if ("flight" in event) onLinks[event.flight.link] = (onLinks[event.flight.link] ?? 0) + 1;
    else if (timers[event.timer] === event.at) ringing.add(event.timer);
  }
  for (const { id, inFlight } of Object.values(links))
    must(inFlight === (onLinks[id] ?? 0), "a link knows how many letters are on it", id);
  for (const box of Object.keys(timers)) must(ringing.has(box), "a timer that is set rings", box);
}

function checkDesk(device: Device): void {
  const { id, belt, gate } = device;
  const slots = belt.letters.map(({ slot }) => slot);
  must(
    slots.length <= Math.min(belt.slots, mostBeltSlots) &&
      new Set(slots).size === slots.length &&
      slots.every((slot) => slot >= 0 && slot < belt.slots),
    "a belt has at most eight letters, each in a slot of its own",
    { id, slots },
  );
  checkDues(gate);
  const waiting = belt.letters.map(({ packet }): number => packet.id);
  const wanted = wantedLetters(device);
  must(
    waiting.every((packet) => wanted.includes(packet)) &&
      wanted.every((packet) => waiting.includes(packet)),
    "every letter that waits has a due, and every such due its letter",
    { id, waiting, wanted },
  );
}

/** The letters that dues are about, and those that wait for a slot. */
function wantedLetters(device: Device): readonly number[] {
  const due = device.gate.dues.flatMap(({ proposal }): readonly number[] => {
    if ("packet" in proposal) return [proposal.packet];
    return "answers" in proposal && proposal.answers !== undefined ? [proposal.answers] : [];
  });
  return device.kind === "host" ? [...due, ...(device.tcp?.knocking ?? [])] : due;
}

function checkDues({ dues, nextDue }: Device["gate"]): void {
  const ids = dues.map(({ id }) => id);
  const isEachItsOwn = new Set(ids).size === ids.length && ids.every((id) => id < nextDue);
  must(isEachItsOwn, "a due lies there once, with a number of its own", ids);
}

function checkHost({ id, ports, errands, programs, gate }: Host): void {
  const open = ports.bindings.map(({ port }) => port);
  must(new Set(open).size === open.length, "a port has one owner", { id, open });
  for (const { id: errand, socket } of errands)
    must(open.includes(socket), "an errand that is open has its socket", { id, errand });
  const listening = Object.values(programs).flatMap(({ port }) => port ?? []);
  for (const port of listening)
    must(open.includes(port), "a program listens at a port that is bound", { id, port });
  must(open.length === errands.length + listening.length, "no port stays open for nobody", {
    id,
    open,
  });
  for (const { proposal } of gate.dues) {
    if (!("errand" in proposal)) continue;
    const isOpen = errands.some((errand) => errand.id === proposal.errand);
    must(isOpen, "a due about an errand has its errand", { id, proposal });
  }
}
