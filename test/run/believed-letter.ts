import type { Act, ServiceId } from "../../shared/device/act.ts";
import { errandOf } from "../../shared/device/errand.ts";
import type { Errand, Host } from "../../shared/device/host.ts";
import type { Ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Port } from "../../shared/wire/packet.ts";

/** What somebody takes for true about a service, whatever its book says. */
type Belief = {
  readonly doorOf: (service: ServiceId) => Port | undefined;
  readonly addressOf?: (service: ServiceId) => Ipv4Address | undefined;
};

/** The letter that somebody writes by what they believe, instead of writing or asking as proposed. */
export function believedLetter(host: Host, proposal: Act, belief: Belief): Act | undefined {
  const errand = errandFor(host, proposal);
  if (errand === undefined) return undefined;
  const { id, service, socket: sourcePort } = errand;
  const destinationPort = belief.doorOf(service);
  const destination = belief.addressOf?.(service) ?? host.book[service]?.address;
  return destinationPort === undefined || destination === undefined
    ? undefined
    : { kind: "sendDatagram", errand: id, destination, destinationPort, sourcePort };
}

/** The errand whose letter is to be written, or for whose door somebody is to ask. */
function errandFor(host: Host, proposal: Act): Errand | undefined {
  if (proposal.kind === "sendDatagram") return errandOf(host, proposal.errand);
  if (proposal.kind !== "askDoor") return undefined;
  return host.errands.find(
    ({ service, state }) => service === proposal.service && state === "writing",
  );
}
