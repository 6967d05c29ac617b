import { expect, test } from "vitest";
import { instant } from "../../../../shared/lib/instant.ts";
import {
  type Endpoint,
  type EndpointInput,
  initialEndpoint,
} from "../../../../shared/protocol/tcp/endpoint.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { defaultSettings, type TcpSettings } from "../../../../shared/protocol/tcp/settings.ts";
import {
  connectionId,
  localId,
  type SocketAddress,
} from "../../../../shared/protocol/tcp/socket.ts";
import { stepEndpoint } from "../../../../shared/protocol/tcp/step-endpoint.ts";
import { type Ipv4Address, ipv4Address } from "../../../../shared/wire/ipv4-address.ts";
import type { Port } from "../../../../shared/wire/packet.ts";
import { type Heard, segmentOf } from "./end.ts";
import { connect, connectInput, connectionOf, frozen, Pair, roundTrip, sockets } from "./pair.ts";
import { answer } from "./transcript.ts";

const port = (number: number) => number as Port;
const here = ipv4Address(10, 0, 3, 80);
const there = ipv4Address(10, 0, 1, 10);
const web: SocketAddress = { address: here, port: port(80) };
const caller = (number: number): SocketAddress => ({ address: there, port: port(number) });

const bind = (number: number, address?: Ipv4Address): EndpointInput => ({
  kind: "bind",
  local: { port: port(number), ...(address !== undefined && { address }) },
});
const listen = (socket: string, halfOpenSlots = 3, backlog = 3): EndpointInput => ({
  kind: "listen",
  socket,
  halfOpenSlots,
  backlog,
});
const segment = (from: SocketAddress, heard: Heard, to = web): EndpointInput => ({
  kind: "segment",
  from,
  to,
  segment: segmentOf({ mss: 10, ...heard }),
  initialSequence: sequenceNumber(100),
});
const syn = (from: SocketAddress, to = web) => segment(from, { seq: 900, flags: ["syn"] }, to);
const ack = (from: SocketAddress) => segment(from, { seq: 901, ack: 101 });
const call = (remote: SocketAddress, local = caller(49_152)): EndpointInput => ({
  kind: "connect",
  local,
  remote,
  initialSequence: sequenceNumber(100),
});

/** A host that takes one action after the other; what it answers is text. */
class Host {
  endpoint: Endpoint;
  now = instant(0);

  constructor(settings: Partial<TcpSettings> = {}) {
    this.endpoint = initialEndpoint({ ...defaultSettings, ...settings });
  }

  do(input: EndpointInput): readonly string[] {
    const { state, outputs } = stepEndpoint(frozen(this.endpoint), input, this.now);
    this.endpoint = roundTrip(state);
    return outputs.map(answer);
  }

  states(): readonly string[] {
    return Object.values(this.endpoint.connections).map(({ connection }) => connection.state);
  }

  /** Listens on port 80 with so much room. */
  static listening(halfOpenSlots = 3, backlog = 3): Host {
    const host = new Host();
    host.do(bind(80));
    host.do(listen("*:80", halfOpenSlots, backlog));
    return host;
  }
}

test("a port belongs to one program, for one address or for all", () => {
  const refusal = ["· bind refused, because portInUse"];
  const steps: readonly (readonly [EndpointInput, readonly string[]])[] = [
    [bind(80, here), []],
    [bind(80, here), refusal],
    [bind(80), refusal],
    [bind(80, ipv4Address(10, 0, 9, 9)), []],
    [bind(81), []],
    [bind(81, here), refusal],
    [{ kind: "close", socket: "10.0.3.80:80" }, []],
    [bind(80, here), []],
  ];
  const host = new Host();
  for (const [input, expected] of steps) expect(host.do(input)).toEqual(expected);
});

test("a program listens where it has bound, once", () => {
  const host = new Host();
  expect(host.do(listen("*:80"))).toEqual(["· listen refused, because notBound"]);
  host.do(bind(80));
  expect(host.do(listen("*:80"))).toEqual([]);
  expect(host.do(listen("*:80"))).toEqual(["· listen refused, because connectionExists"]);
});

test("a program can listen on a port that other connections of the host are opening from", () => {
  const host = new Host();
  host.do(call(web, caller(80)));
  expect(host.states()).toEqual(["SYN-SENT"]);
  expect(host.do(bind(80))).toEqual([]);
  expect(host.do(listen("*:80"))).toEqual([]);
  expect(host.states()).toEqual(["SYN-SENT"]);
});

test("a listener at one address goes before the one at all addresses", () => {
  const host = new Host();
  const other: SocketAddress = { address: ipv4Address(10, 0, 9, 9), port: port(80) };
  host.do(bind(80, here));
  host.do(listen("10.0.3.80:80"));
  expect(host.do(syn(caller(1_024), other))[0]).toContain("RST,ACK");
  expect(host.do(syn(caller(1_024)))[0]).toContain("SYN,ACK");
});

test("each SYN gets a connection of its own, known by its four numbers", () => {
  const host = Host.listening();
  host.do(syn(caller(1_024)));
  host.do(syn(caller(1_025)));
  expect(host.do(ack(caller(1_025)))).toEqual(["· established"]);
  expect(host.states()).toEqual(["SYN-RECEIVED", "ESTABLISHED"]);
  expect(Object.keys(host.endpoint.connections)).toEqual([
    "10.0.3.80:80-10.0.1.10:1024",
    "10.0.3.80:80-10.0.1.10:1025",
  ]);
});

test("a connection keeps the address that it came to", () => {
  const host = Host.listening();
  host.do(syn(caller(1_024)));
  const { local } = Object.values(host.endpoint.connections)[0] ?? {};
  expect(local).toEqual(web);
});

test("when the half-open slots are full, a SYN is lost without an answer", () => {
  const host = Host.listening(2);
  host.do(syn(caller(1_024)));
  host.do(syn(caller(1_025)));
  expect(host.do(syn(caller(1_026)))).toEqual(["· dropped, because halfOpenFull"]);
  host.do(ack(caller(1_024)));
  expect(host.do(syn(caller(1_026)))[0]).toContain("SYN,ACK");
});

test("a half-open connection that is let go frees its slot", () => {
  const host = Host.listening(1);
  host.do(syn(caller(1_024)));
  const socket = connectionId(web, caller(1_024));
  expect(host.do({ kind: "abort", socket })[0]).toContain("<CTL=RST>");
  expect(host.do(syn(caller(1_025)))[0]).toContain("SYN,ACK");
});

test("when too many wait to be accepted, a SYN is lost without an answer", () => {
  const host = Host.listening(3, 1);
  host.do(syn(caller(1_024)));
  host.do(ack(caller(1_024)));
  expect(host.do(syn(caller(1_025)))).toEqual(["· dropped, because backlogFull"]);
  expect(host.do({ kind: "accept", socket: "*:80" })).toEqual(["· accepted"]);
  expect(host.do(syn(caller(1_025)))[0]).toContain("SYN,ACK");
});

test("a program accepts in the order in which the handshakes ended", () => {
  const host = Host.listening();
  host.do(syn(caller(1_024)));
  host.do(syn(caller(1_025)));
  host.do(ack(caller(1_025)));
  host.do(ack(caller(1_024)));
  const accept: EndpointInput = { kind: "accept", socket: "*:80" };
  const accepted = [1, 2].map(() => stepAndPick(host, accept));
  expect(accepted).toEqual([1_025, 1_024]);
  expect(host.do(accept)).toEqual(["· accept refused, because nothingToAccept"]);
});

test("who has sent text while waiting is accepted once", () => {
  const host = Host.listening();
  host.do(syn(caller(1_024)));
  host.do(ack(caller(1_024)));
  host.do(segment(caller(1_024), { seq: 901, ack: 101, text: "knock" }));
  const accept: EndpointInput = { kind: "accept", socket: "*:80" };
  expect(host.do(accept)).toEqual(["· accepted"]);
  expect(host.do(accept)).toEqual(["· accept refused, because nothingToAccept"]);
});

test("who is reset while waiting is not accepted any more", () => {
  const host = Host.listening();
  host.do(syn(caller(1_024)));
  host.do(ack(caller(1_024)));
  host.do(segment(caller(1_024), { seq: 901, flags: ["rst"] }));
  expect(host.states()).toEqual([]);
  expect(host.do({ kind: "accept", socket: "*:80" })).toEqual([
    "· accept refused, because nothingToAccept",
  ]);
});

test("a listener that goes turns away who was not accepted, and keeps who was", () => {
  const host = Host.listening();
  for (const number of [1_024, 1_025]) {
    host.do(syn(caller(number)));
    host.do(ack(caller(number)));
  }
  host.do(syn(caller(1_026)));
  host.do({ kind: "accept", socket: "*:80" });
  const lines = host.do({ kind: "close", socket: "*:80" });
  expect(lines.filter((line) => line.includes("RST"))).toHaveLength(2);
  expect(host.states()).toEqual(["ESTABLISHED"]);
  expect(host.do(syn(caller(1_027)))[0]).toContain("RST,ACK");
});

test("a call goes out only to one machine, once, and not from a listener's port", () => {
  const host = Host.listening();
  const refusal = (reason: string) => [`· connect refused, because ${reason}`];
  const group: SocketAddress = { address: ipv4Address(224, 0, 0, 1), port: port(80) };
  const everybody: SocketAddress = { address: ipv4Address(255, 255, 255, 255), port: port(80) };
  expect(host.do(call(group))).toEqual(refusal("notUnicast"));
  expect(host.do(call(everybody))).toEqual(refusal("notUnicast"));
  expect(host.do(call(caller(7), web))).toEqual(refusal("portInUse"));
  expect(host.do(call(web))).toHaveLength(1);
  expect(host.do(call(web))).toEqual(refusal("connectionExists"));
});

test.each([
  ["from a group", ipv4Address(224, 0, 0, 1), here],
  ["from everybody", ipv4Address(255, 255, 255, 255), here],
  ["from nobody", ipv4Address(0, 0, 0, 0), here],
  ["to a group", there, ipv4Address(239, 1, 1, 1)],
  ["to everybody", there, ipv4Address(255, 255, 255, 255)],
])("a SYN %s is dropped without a word", (_, source, target) => {
  const host = Host.listening();
  const lines = host.do(
    syn({ address: source, port: port(1_024) }, { address: target, port: port(80) }),
  );
  expect(lines).toEqual(["· dropped, because notUnicast"]);
});

test("a socket that is not there can be asked for nothing", () => {
  const host = Host.listening();
  for (const kind of ["close", "abort"] as const)
    expect(host.do({ kind, socket: "10.0.3.80:81" })).toEqual([
      `· ${kind} refused, because noConnection`,
    ]);
  expect(host.do({ kind: "send", socket: "*:80", text: "" })).toEqual([
    "· send refused, because noConnection",
  ]);
  expect(host.do({ kind: "left", socket: "gone", sequence: sequenceNumber(1) })).toEqual([]);
});

test("an ICMP error reaches the connection it is about, and no other", () => {
  const host = new Host();
  const other: SocketAddress = { address: here, port: port(81) };
  host.do(call(web));
  host.do(call(other));
  const error = { type: 3, code: 3 };
  expect(host.do({ kind: "icmp", local: caller(49_152), remote: web, error })).toEqual([
    "· unreachable",
  ]);
  expect(Object.keys(host.endpoint.connections)).toEqual([connectionId(caller(49_152), other)]);
  expect(host.do({ kind: "icmp", local: caller(1), remote: web, error })).toEqual([]);
});

test("a new connection starts from what earlier ones measured, where that is shared", () => {
  for (const [sharedEstimate, expected] of [
    [true, 600],
    [false, 30_000],
  ] as const) {
    const pair = new Pair({ settings: { sharedEstimate, initialRto: 30_000, minRto: 1 } });
    connect(pair).run(1_000);
    pair.step("A", { kind: "abort", socket: connectionOf("A") });
    pair.step("A", connectInput("A", 500));
    expect(pair.connection("A")?.roundTrip.rto).toBe(expected);
  }
});

test("switches can differ from connection to connection", () => {
  const host = Host.listening();
  host.do({ ...call(web), settings: { nagle: false } } as EndpointInput);
  const { settings } = Object.values(host.endpoint.connections)[0]?.connection ?? {};
  expect(settings).toEqual({ ...defaultSettings, nagle: false });
});

test("a bound port has a name that says where it is", () => {
  expect(localId({ port: port(80) })).toBe("*:80");
  expect(localId(sockets.B)).toBe("10.0.3.80:80");
});

/** The port of the peer that was accepted. */
function stepAndPick(host: Host, input: EndpointInput): number | undefined {
  const { state, outputs } = stepEndpoint(host.endpoint, input, host.now);
  host.endpoint = state;
  const [first] = outputs;
  return first?.kind === "accepted" ? first.remote.port : undefined;
}
