import { drawOne } from "../lib/chance.ts";
import type { Instant } from "../lib/instant.ts";
import { bind, release, servicePort } from "../protocol/ports/port-table.ts";
import type { ActId, Packet, Port } from "../wire/packet.ts";
import type { Act, BoxId, ServiceId } from "./act.ts";
import { aimedAt, isHeld, offer, settle } from "./gate.ts";
import type { Host, Program } from "./host.ts";
import { type Outside, pinsOf } from "./outside.ts";
import { proposeDeliveriesAgain } from "./propose-delivery.ts";

/** What a program says to a question that is not its own. */
export const nonsense = "what? ";

/** The characters of a card that say what is asked or answered; the errand's tag fills the rest of its 10 octets. */
export const wordLength = 6;

/** The program behind the door reads the question and answers to where it came from (RFC 768, source port). */
export function answerQuestion(
  host: Host,
  service: ServiceId,
  door: Port,
  packet: Packet,
  outside: Outside,
): void {
  const program = host.programs[service];
  if (program === undefined || packet.body.protocol !== "udp") return;
  const { payload, sourcePort } = packet.body;
  const understood = payload.startsWith(program.question);
  if (!understood) outside.notice({ kind: "programComplained" }, packet.cause, packet);
  const word = understood ? drawOne(host.chance, program.answers) : nonsense;
  outside.originate(
    host.link,
    {
      ip: { source: packet.ip.destination, destination: packet.ip.source, ttl: host.ttl },
      body: {
        protocol: "udp",
        sourcePort: door,
        destinationPort: sourcePort,
        payload: word + payload.slice(wordLength),
      },
      ...pinsOf(packet),
    },
    packet.cause,
  );
}

/** A program stops: its door closes, and somebody has to open one for it. */
export function stopProgram(host: Host, service: ServiceId, now: Instant, outside: Outside): void {
  const program = host.programs[service];
  if (program?.port === undefined) return;
  program.lastPort = closeDoor(host, program, program.port, outside);
  startProgram(host, service, now, outside);
}

/** The port is free again, and nobody needs to be told of it any more. */
function closeDoor(host: Host, program: Program, port: Port, outside: Outside): Port {
  const { service } = program;
  release(host.ports, port);
  delete program.port;
  settle(host.gate, (proposal) => proposal.kind === "tellDoor" && proposal.service === service);
  proposeDeliveriesAgain(host);
  outside.notice({ kind: "programStopped", service }, undefined);
  return port;
}

/** Two programs stop and want each other's door: whoever still knocks at the old one meets the other program. */
export function swapPrograms(
  host: Host,
  [one, other]: readonly [ServiceId, ServiceId],
  now: Instant,
  outside: Outside,
): void {
  const [first, second] = [host.programs[one], host.programs[other]];
  if (first?.port === undefined || second?.port === undefined) return;
  second.lastPort = closeDoor(host, first, first.port, outside);
  first.lastPort = closeDoor(host, second, second.port, outside);
  for (const service of [one, other]) startProgram(host, service, now, outside);
}

/** A program wants to listen: at the door it had before, which everybody knows, or else at a free one. */
export function startProgram(host: Host, service: ServiceId, now: Instant, outside: Outside): void {
  const port = host.programs[service]?.lastPort ?? servicePort(host.ports, host.chance);
  const proposal: Act = { kind: "bindPort", service, port };
  if (isHeld(host.gate, "demultiplex")) return offer(host.gate, "demultiplex", proposal, now);
  bindProgram(host, service, port, now, outside);
}

/** Opens the door, if nobody else has it: then nothing changes and the program goes on waiting. */
export function bindProgram(
  host: Host,
  service: ServiceId,
  port: Port,
  now: Instant,
  outside: Outside,
): void {
  const program = host.programs[service];
  if (program === undefined) return;
  if (bind(host.ports, port, { kind: "service", service }) === "portInUse") return;
  program.port = port;
  settle(host.gate, (proposal) => proposal.kind === "bindPort" && proposal.service === service);
  proposeOtherPorts(host, port);
  proposeDeliveriesAgain(host);
  answerAsks(host, service, now, outside);
}

/** A port that has just been taken is no longer proposed to the programs that still wait for theirs. */
function proposeOtherPorts(host: Host, taken: Port): void {
  host.gate.dues = host.gate.dues.map((due) =>
    due.proposal.kind === "bindPort" && due.proposal.port === taken
      ? { ...due, proposal: { ...due.proposal, port: servicePort(host.ports, host.chance) } }
      : due,
  );
}

/** Somebody holds up "which door?" for one of my services. */
export function hearAsk(
  host: Host,
  service: ServiceId,
  box: BoxId,
  now: Instant,
  outside: Outside,
): void {
  if (host.programs[service] === undefined) return;
  host.asks.push({ service, box, since: now });
  outside.notice({ kind: "doorAsked", service, box }, undefined);
  answerAsks(host, service, now, outside);
}

/** The machine holds up the number of the door. */
export function tellDoor(
  host: Host,
  service: ServiceId,
  port: Port,
  id: ActId | undefined,
  outside: Outside,
): void {
  host.asks = host.asks.filter((ask) => ask.service !== service);
  settle(host.gate, (proposal) => proposal.kind === "tellDoor" && proposal.service === service);
  outside.call({ kind: "tellDoor", service, port }, id);
}

/** An open door and an open question make one due, however many ask. */
function answerAsks(host: Host, service: ServiceId, now: Instant, outside: Outside): void {
  const port = host.programs[service]?.port;
  if (port === undefined || !host.asks.some((ask) => ask.service === service)) return;
  if (!isHeld(host.gate, "demultiplex")) return tellDoor(host, service, port, undefined, outside);
  const proposal: Act = { kind: "tellDoor", service, port };
  if (aimedAt(host.gate, proposal).length === 0) offer(host.gate, "demultiplex", proposal, now);
}
