import type { MissionSeed } from "../contract/mission.ts";
import { type DeviceInput, stepDevice } from "../device/device.ts";
import type { NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import type { NewPacket, Outside } from "../device/outside.ts";
import type { ActId, Packet, PacketId } from "../wire/packet.ts";
import { tellBox } from "../world/world.ts";
import { watchOf } from "./consequence.ts";
import { letterNumber, type Match, seatOf } from "./match.ts";
import { performAct } from "./perform-act.ts";

type Carried = { readonly to: Host; readonly packet: NewPacket };

/**
 * A connection of before the round: it is open, its question has been asked, and the page waits at the server.
 * If its answer is under way, the first card has just come, and the second has just left.
 */
export function plantTalk(
  match: Match,
  [asker, server]: readonly [Host, Host],
  errand: NewErrand,
  underWay: MissionSeed["underWay"],
): void {
  tellAside(match, asker, server, { kind: "errandOpened", errand });
  if (underWay === "answer") sendTwoCards(match, server, asker);
  for (const { id } of [asker, server]) tellBox(match.world, id, { kind: "timer" }, watchOf(match));
}

function sendTwoCards(match: Match, server: Host, asker: Host): void {
  const [first, second] = server.gate.dues.slice(-cardsUnderWay(server));
  if (first?.proposal.kind !== "sendCard" || second === undefined) return;
  const { proposal: act } = first;
  match.acts.push({ seat: server.id, kind: act.kind, parents: [] });
  tellAside(match, server, asker, { kind: "acted", act, id: match.acts.length as ActId });
  performAct(match, server.id, second.proposal);
}

/** The cards of the page that was asked for last. */
function cardsUnderWay({ gate }: Host): number {
  const last = gate.dues.at(-1)?.proposal;
  const isOfPage = ({ proposal }: (typeof gate.dues)[number]) =>
    proposal.kind === "sendCard" && last?.kind === "sendCard" && proposal.socket === last.socket;
  return gate.dues.filter(isOfPage).length;
}

/** Tells a host something; what it and its peer send each other then is there at once, as if it had been long ago. */
function tellAside(match: Match, host: Host, peer: Host, input: DeviceInput): void {
  const carried: Carried[] = [];
  const outsideFor = (to: Host): Outside => ({
    originate: (_, packet) => carried.push({ to, packet }),
    transmit: () => undefined,
    dropped: () => undefined,
    notice: () => undefined,
    call: () => undefined,
  });
  stepDevice(host, input, match.now, outsideFor(peer));
  for (let letters = 0; letters < mostLetters; letters++) {
    const next = carried.shift();
    if (next === undefined) return;
    const { to } = next;
    const packet = numbered(match, next.packet);
    letterNumber(seatOf(match, to.id), packet.id);
    const back = to === peer ? host : peer;
    stepDevice(to, { kind: "arrived", packet, link: to.link }, match.now, outsideFor(back));
  }
}

/** Where two clients push each other out of the only slot, there is no end to it: what is left over is lost. */
const mostLetters = 100;

function numbered({ world }: Match, packet: NewPacket): Packet {
  const id = world.nextPacket++ as PacketId;
  return { ...packet, id, ip: { ...packet.ip, identification: id & 0xffff } };
}
