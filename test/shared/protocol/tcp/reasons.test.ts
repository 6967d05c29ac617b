import { expect, test } from "vitest";
import {
  type DropReason,
  dropReasons,
  type HostRefusalReason,
  type RefusalReason,
} from "../../../../shared/protocol/tcp/reasons.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { End, ours, theirs } from "./end.ts";
import { connect, connectInput, connectionOf, listen, Pair, sockets } from "./pair.ts";
import { answer, Transcript } from "./transcript.ts";

const opening = (): End => {
  const end = new End();
  end.do({ kind: "connect", initialSequence: sequenceNumber(ours) });
  return end;
};

const closed = (): End => {
  const end = End.established({ receiveBuffer: 10 });
  end.hear({ ack: ours + 1, text: "0123456789" });
  return end;
};

/** A host with a listener that has so much room, called once; what the next SYN is told. */
function knocking(room: { readonly halfOpenSlots: number; readonly backlog: number }) {
  const transcript = new Transcript("");
  const pair = new Pair({ watch: transcript.watch });
  pair.step("B", { kind: "bind", local: sockets.B });
  pair.step("B", { kind: "listen", socket: "10.0.3.80:80", ...room });
  pair.step("A", connectInput("A", ours));
  pair.run(1_000);
  return [transcript.text()];
}

const strange = (): readonly string[] => {
  const pair = listen(new Pair({}));
  const from = { ...sockets.A, address: 0xffff_ffff as typeof sockets.A.address };
  const initialSequence = sequenceNumber(0);
  const segment = { ...silence, flags: ["syn"] } as const;
  const input = { kind: "segment", from, to: sockets.B, segment, initialSequence } as const;
  return pair.step("B", input).map(answer);
};

const silence = {
  sequence: sequenceNumber(0),
  acknowledgment: sequenceNumber(0),
  flags: [],
  window: 0,
  urgentPointer: 0,
  text: "",
} as const;

/** What provokes each reason for dropping a segment. */
const drops: Readonly<Record<DropReason, () => readonly string[]>> = {
  nothingToReset: () => new End().hear({ flags: ["rst"] }),
  noConnection: () => new End().hear({ flags: ["syn"] }),
  notSynchronizing: () => opening().hear({ ack: ours + 1 }),
  resetProvesNothing: () => opening().hear({ flags: ["rst"] }),
  alreadyReceived: () => End.established().hear({ seq: theirs - 9, ack: ours + 1, text: "old" }),
  beyondWindow: () => End.established().hear({ seq: 5_000, ack: ours + 1 }),
  windowClosed: () => closed().hear({ seq: theirs + 11, ack: ours + 1, text: "X" }),
  resetNotExact: () => End.established().hear({ seq: theirs + 5, flags: ["rst"] }),
  synOnLiveConnection: () => End.established().hear({ flags: ["syn"] }),
  noAcknowledgment: () => End.established().hear({ text: "X" }),
  acknowledgesUnsentData: () => End.established().hear({ ack: 999 }),
  acknowledgesLongAgo: () => End.established({}, { window: 20 }).hear({ ack: ours - 50 }),
  textBehindFin: () => {
    const end = End.established();
    end.hear({ ack: ours + 1, flags: ["fin"] });
    return end.hear({ seq: theirs + 2, ack: ours + 1, text: "X" });
  },
  outOfOrder: () =>
    End.established({ goBackN: true }).hear({ seq: theirs + 11, ack: ours + 1, text: "X" }),
  halfOpenFull: () => knocking({ halfOpenSlots: 0, backlog: 3 }),
  backlogFull: () => knocking({ halfOpenSlots: 3, backlog: 0 }),
  notUnicast: strange,
};

const asked = (pair: Pair, input: Parameters<Pair["step"]>[1]): readonly string[] =>
  pair.step("A", input).map(answer);

/** What provokes each reason for refusing a call. */
const calls: Readonly<Record<RefusalReason | HostRefusalReason, () => readonly string[]>> = {
  noConnection: () => new End().send("X"),
  connectionExists: () =>
    End.established().do({ kind: "connect", initialSequence: sequenceNumber(1) }),
  remoteUnspecified: () => {
    const end = new End();
    end.do({ kind: "listen", initialSequence: sequenceNumber(1) });
    return end.send("X");
  },
  connectionClosing: () => {
    const end = End.established();
    end.do({ kind: "close" });
    return end.send("X");
  },
  sendBufferFull: () => End.established({ sendBuffer: 3 }).send("four"),
  portInUse: () => listen(new Pair({})).step("B", connectInput("B", 1)).map(answer),
  notBound: () =>
    asked(new Pair({}), { kind: "listen", socket: "*:80", halfOpenSlots: 3, backlog: 3 }),
  nothingToAccept: () =>
    asked(connect(new Pair({})), { kind: "accept", socket: connectionOf("A") }),
  notUnicast: () => {
    const remote = { ...sockets.B, address: 0xe000_0001 as typeof sockets.B.address };
    const initialSequence = sequenceNumber(1);
    return asked(new Pair({}), { kind: "connect", local: sockets.A, remote, initialSequence });
  },
};

test.each(Object.entries(drops))("a segment is dropped, because %s", (reason, provoke) => {
  expect(provoke().join()).toContain(`dropped, because ${reason}`);
});

test.each(Object.entries(calls))("a call is refused, because %s", (reason, provoke) => {
  expect(provoke().join()).toContain(`refused, because ${reason}`);
});

test("every reason for dropping a segment names its rule", () => {
  for (const [reason, rule] of Object.entries(dropReasons))
    expect(rule, reason).toMatch(/^(RFC \d+ §[\d.]+|Go-Back-N)$/);
});
