import { formatIpv4Address, type Ipv4Address } from "../../wire/ipv4-address.ts";
import type { Port } from "../../wire/packet.ts";

/** One end of a connection: address and port (RFC 9293 §4, "socket"). */
export type SocketAddress = { readonly address: Ipv4Address; readonly port: Port };

/** Where a program waits: at one address of its host, or at any (RFC 9293 §3.9.1.1, MUST-43). */
export type LocalAddress = { readonly address?: Ipv4Address; readonly port: Port };

/** Names a bound port or a connection inside one host. */
export type SocketId = string;

/** The name of a bound port. */
export const localId = ({ address, port }: LocalAddress): SocketId =>
  `${address === undefined ? "*" : formatIpv4Address(address)}:${port}`;

/** The name of a connection: its four numbers (RFC 9293 §3.4.1: a pair of sockets). */
export const connectionId = (local: SocketAddress, remote: SocketAddress): SocketId =>
  `${localId(local)}-${localId(remote)}`;
