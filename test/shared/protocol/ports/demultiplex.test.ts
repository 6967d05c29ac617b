import { expect, test } from "vitest";
import { instant } from "../../../../shared/lib/instant.ts";
import {
  type Endpoint,
  type EndpointInput,
  initialEndpoint,
} from "../../../../shared/protocol/tcp/endpoint.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { defaultSettings } from "../../../../shared/protocol/tcp/settings.ts";
import type { SocketAddress } from "../../../../shared/protocol/tcp/socket.ts";
import { stepEndpoint } from "../../../../shared/protocol/tcp/step-endpoint.ts";
import { ipv4Address } from "../../../../shared/wire/ipv4-address.ts";
import type { Port } from "../../../../shared/wire/packet.ts";
import { type Heard, segmentOf } from "../tcp/end.ts";
import { answer } from "../tcp/transcript.ts";

const port = (number: number): Port => number as Port;
const server: SocketAddress = { address: ipv4Address(10, 0, 3, 80), port: port(80) };
const client = ipv4Address(10, 0, 1, 10);
const neighbour = ipv4Address(10, 0, 1, 11);

/** A server with a program that listens at TCP port 80. */
class Server {
  endpoint: Endpoint = initialEndpoint(defaultSettings);

  constructor() {
    this.do({ kind: "bind", local: { port: server.port } });
    this.do({ kind: "listen", socket: "*:80", halfOpenSlots: 8, backlog: 8 });
  }

  do(input: EndpointInput): readonly string[] {
    const { state, outputs } = stepEndpoint(this.endpoint, input, instant(0));
    this.endpoint = state;
    return outputs.map(answer);
  }

  hear(address: SocketAddress["address"], number: number, heard: Heard): readonly string[] {
    const segment = segmentOf({ mss: 10, ...heard });
    const from = { address, port: port(number) };
    return this.do({
      kind: "segment",
      from,
      to: server,
      segment,
      initialSequence: sequenceNumber(100),
    });
  }

  /** The three steps, from this port of the client. */
  open(number: number): void {
    this.hear(client, number, { seq: 900, flags: ["syn"] });
    this.hear(client, number, { seq: 901, ack: 101 });
  }

  get states(): Readonly<Record<string, string>> {
    const { connections } = this.endpoint;
    return Object.fromEntries(
      Object.entries(connections).map(([id, { connection }]) => [id, connection.state]),
    );
  }
}

test("a segment of a connection goes there, and never to the listener at the same port", () => {
  const host = new Server();
  host.open(50_000);
  const text = { seq: 901, ack: 101, text: "ten octets" };
  expect(host.hear(client, 50_000, text)).toEqual(["· readable 10"]);
  expect(host.states).toEqual({ "10.0.3.80:80-10.0.1.10:50000": "ESTABLISHED" });
});

const others: readonly (readonly [string, typeof client, number])[] = [
  ["another source port", client, 50_001],
  ["another source address", neighbour, 50_000],
];

test.each(others)(
  "with %s it is no segment of that connection, and the listener turns it away",
  (_, address, number) => {
    const host = new Server();
    host.open(50_000);
    const text = { seq: 901, ack: 101, text: "ten octets" };
    expect(host.hear(address, number, text)[0]).toContain("<SEQ=101><CTL=RST>");
    expect(host.states).toEqual({ "10.0.3.80:80-10.0.1.10:50000": "ESTABLISHED" });
  },
);

test("two connections from one machine to one port are told apart by the source port", () => {
  const host = new Server();
  host.open(50_000);
  host.open(50_001);
  host.hear(client, 50_001, { seq: 901, ack: 101, flags: ["fin"] });
  expect(host.states).toEqual({
    "10.0.3.80:80-10.0.1.10:50000": "ESTABLISHED",
    "10.0.3.80:80-10.0.1.10:50001": "CLOSE-WAIT",
  });
});
