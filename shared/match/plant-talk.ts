import type { Act } from "../device/act.ts";
import { type DeviceInput, stepDevice } from "../device/device.ts";
import { errandOf, type NewErrand } from "../device/errand.ts";
import type { Host } from "../device/host.ts";
import type { NewPacket, Outside } from "../device/outside.ts";
import { connectionId } from "../protocol/tcp/socket.ts";
import type { ActId, Packet, PacketId } from "../wire/packet.ts";
import { launchNear, tellBox, type Watch } from "../world/world.ts";
import { letterNumber, type Match, seatOf } from "./match.ts";

type Carried = { readonly to: Host; readonly packet: NewPacket };
type SendCard = Act & { readonly kind: "sendCard" };

/** How far a page of before has come: so many cards are in each of these places, those that come first in the first one. */
export type PageOfBefore = {
  /** In their place in the book; their reader has still to say so. */
  readonly placed?: number;
  readonly arrived?: number;
  /** On their way to the last router, which they reach for sure. */
  readonly nearby?: number;
  /** Just sent. */
  readonly underWay?: number;
};

/** A connection of before: it is open, its question has been asked, and the rest of the page waits at the server. */
export function plantTalk(
  match: Match,
  [asker, server]: readonly [Host, Host],
  errand: NewErrand,
  { placed = 0, arrived = 0, nearby = 0, underWay = 0 }: PageOfBefore,
  watch: Watch,
): void {
  tellAside(match, asker, server, { kind: "errandOpened", errand });
  const sendNext = (tell: (card: DeviceInput) => void) => {
    const card = firstCardDue(server, asker, errand);
    if (card !== undefined) tell(actedBy(match, server, card));
  };
  for (let sent = 0; sent < placed + arrived; sent++)
    sendNext((card) => tellAside(match, server, asker, card));
  for (let put = 0; put < placed; put++) putInPlace(match, asker, server);
  for (let sent = 0; sent < nearby; sent++)
    sendNext((card) => tellAside(match, server, asker, card, watch));
  for (let sent = 0; sent < underWay; sent++)
    sendNext((card) => tellBox(match.world, server.id, card, watch));
  for (const { id } of [asker, server]) tellBox(match.world, id, { kind: "timer" }, watch);
}

/** The reader puts the card that came first where it belongs. */
function putInPlace(match: Match, asker: Host, server: Host): void {
  const due = asker.gate.dues.find(({ proposal }) => proposal.kind === "place");
  if (due !== undefined) tellAside(match, asker, server, actedBy(match, asker, due.proposal));
}

/** The card of this errand's page that the server is to send next. */
function firstCardDue(server: Host, asker: Host, { id, service }: NewErrand): SendCard | undefined {
  const [port, remotePort] = [server.programs[service]?.port, errandOf(asker, id)?.socket];
  if (port === undefined || remotePort === undefined) return undefined;
  const local = { address: server.address, port };
  const socket = connectionId(local, { address: asker.address, port: remotePort });
  return server.gate.dues
    .map(({ proposal }) => proposal)
    .find((act): act is SendCard => act.kind === "sendCard" && act.socket === socket);
}

/** An act that nobody does now: it was done before. */
function actedBy(match: Match, { id: seat }: Host, act: Act): DeviceInput {
  match.acts.push({ seat, kind: act.kind, parents: [] });
  return { kind: "acted", act, id: match.acts.length as ActId };
}

/** Tells a host something; what it and its peer send each other then is there at once, as if it had been long ago. */
function tellAside(match: Match, host: Host, peer: Host, input: DeviceInput, nearby?: Watch): void {
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
    if (nearby !== undefined) {
      launchNear(match.world, to, next.packet, nearby);
      continue;
    }
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
