import type { Role } from "../../shared/contract/mission.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { letter, madeUpView } from "./made-up-view.ts";

/** A connection's end as a desk knows it. */
export const connection = (
  order: number,
  more: Partial<ViewRow<"connections">> = {},
): ViewRow<"connections"> => ({
  state: "ESTABLISHED",
  service: "time",
  localPort: 7401,
  remoteAddress: "10.0.1.5",
  remotePort: 49_800,
  initial: 900,
  acknowledged: 901,
  sent: 901,
  window: 40,
  duplicates: 0,
  since: 0,
  order,
  ...more,
});

/** A TCP segment in a slot of the belt. */
export const segment = (
  slot: number,
  flags: string,
  sequence: number,
  more: Partial<ViewRow<"belt">> = {},
): ViewRow<"belt"> =>
  letter(slot, {
    kind: "tcp",
    protocol: "tcp",
    sourcePort: 49_800,
    destinationPort: 7401,
    flags,
    sequence,
    octets: 0,
    text: "",
    socket: friend,
    ...more,
  });

/** A card of a connection. */
export const card = (
  sequence: number,
  place: string,
  more: Partial<ViewRow<"cards">> = {},
): ViewRow<"cards"> => ({
  socket: friend,
  sequence,
  octets: 10,
  text: "a b c d e ",
  place,
  ...more,
});

/** The connection of a server with the first client, by name. */
export const friend = "10.0.3.80:7401-10.0.1.5:49800";
/** Somebody who knocked and never answers. */
export const walkIn = "10.0.3.80:7401-10.0.2.9:50111";
/** A client's connection with the server. */
export const outward = "10.0.1.5:49800-10.0.3.80:7401";

const rules = {
  kind: "mechanism",
  pinSlots: 0,
  mostSends: 5,
  halfOpenSlots: 3,
  trays: 2,
  window: 40,
  goBackN: false,
};

/** Where handshakes, cards or answers to them are played, at this role. */
export const tcpView = (role: Role, held: string, tables: Partial<View> = {}): View =>
  madeUpView(role, {
    rules: { now: { ...rules, held } },
    ...tables,
  });
