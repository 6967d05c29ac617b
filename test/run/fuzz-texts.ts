import type { EndpointOutput, Peering } from "../../shared/protocol/tcp/endpoint.ts";
import type { SequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import type { SocketAddress } from "../../shared/protocol/tcp/socket.ts";
import { must } from "./fuzz-law.ts";

/**
 * The text of every connection of a pair: what is delivered is the beginning of what was sent, once and in order. An
 * end that has forgotten its connection may begin another one with the same ports: only the first number differs.
 */
export class FuzzTexts {
  readonly #said = new Map<string, string>();
  readonly #heard = new Map<string, number>();

  say({ local, remote, connection }: Peering, text: string): void {
    const way = wayOf(local, remote, connection.send.initial);
    this.#said.set(way, (this.#said.get(way) ?? "") + text);
  }

  hear(
    { local, remote, connection }: Peering,
    { text }: EndpointOutput & { readonly kind: "deliver" },
  ): void {
    const way = wayOf(remote, local, connection.receive.initial);
    const ear = `${way} ${connection.send.initial}`;
    const [said, heard] = [this.#said.get(way) ?? "", this.#heard.get(ear) ?? 0];
    const isNext = said.startsWith(text, heard);
    must(isNext, "delivered octets are a prefix of the sent ones", { said, heard, text });
    this.#heard.set(ear, heard + text.length);
  }
}

const wayOf = (from: SocketAddress, to: SocketAddress, initial: SequenceNumber): string =>
  `${from.address}:${from.port} ${to.address}:${to.port} ${initial}`;
