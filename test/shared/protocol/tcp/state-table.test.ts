import { expect, test } from "vitest";
import { type Call, refusals } from "../../../../shared/protocol/tcp/reasons.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import {
  type TcpEvent,
  type TcpState,
  transitions,
} from "../../../../shared/protocol/tcp/transitions.ts";
import { End, type Heard, ours, theirs } from "./end.ts";

const first = sequenceNumber(ours);
const settings = { msl: 20_000 }; // 2 MSL are over before a peer that is silent is given up

/** A state; SYN-RECEIVED has two ways in, which lead out differently (MUST-11). */
type Place = TcpState | "SYN-RECEIVED, both opened";

/** How a connection comes into each state. */
const recipes: Readonly<Record<Place, () => End>> = {
  CLOSED: () => new End(settings),
  LISTEN: () => after(new End(settings), { kind: "listen", initialSequence: first }),
  "SYN-SENT": () => after(new End(settings), { kind: "connect", initialSequence: first }),
  "SYN-RECEIVED": () => End.asked(settings),
  "SYN-RECEIVED, both opened": () =>
    hearing(recipes["SYN-SENT"](), { seq: theirs, flags: ["syn"] }),
  ESTABLISHED: () => End.established(settings),
  "FIN-WAIT-1": () => after(End.established(settings), { kind: "close" }),
  "FIN-WAIT-2": () => hearing(recipes["FIN-WAIT-1"](), { ack: ours + 2 }),
  "CLOSE-WAIT": () => hearing(End.established(settings), { ack: ours + 1, flags: ["fin"] }),
  CLOSING: () => hearing(recipes["FIN-WAIT-1"](), { ack: ours + 1, flags: ["fin"] }),
  "LAST-ACK": () => after(recipes["CLOSE-WAIT"](), { kind: "close" }),
  "TIME-WAIT": () => hearing(recipes["FIN-WAIT-2"](), { ack: ours + 2, flags: ["fin"] }),
};

const places = Object.keys(recipes) as Place[];
const stateOf = (place: Place): TcpState =>
  place === "SYN-RECEIVED, both opened" ? "SYN-RECEIVED" : place;

/** Something that can come, and the events of the table it stands for; the first one with an arrow decides. */
type Stimulus = {
  readonly events: readonly TcpEvent[];
  /** Where it stands for nothing, though an arrow of that name is there. */
  readonly except?: Place;
  readonly apply: (end: End) => readonly string[];
};

const stimuli: Readonly<Record<string, Stimulus>> = {
  "OPEN, active": {
    events: ["activeOpen"],
    apply: (end) => end.do({ kind: "connect", initialSequence: sequenceNumber(500) }),
  },
  "OPEN, passive": {
    events: ["passiveOpen"],
    apply: (end) => end.do({ kind: "listen", initialSequence: sequenceNumber(500) }),
  },
  SEND: { events: [], apply: (end) => end.send("ten octets") },
  RECEIVE: { events: [], apply: (end) => end.do({ kind: "receive", most: 10 }) },
  CLOSE: { events: ["close"], apply: (end) => end.do({ kind: "close" }) },
  ABORT: { events: ["abort"], apply: (end) => end.do({ kind: "abort" }) },
  SYN: { events: ["synArrived", "turnedAway"], apply: next({ flags: ["syn"] }) },
  "SYN again": {
    events: ["synArrived"],
    apply: (end) => end.hear({ seq: theirs, flags: ["syn"] }),
  },
  "SYN,ACK": {
    events: ["synAckArrived", "synAcknowledged"],
    except: "SYN-RECEIVED", // only who has sent a SYN of his own hears of it here
    apply: (end) => end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"] }),
  },
  "SYN,ACK of nothing we sent": {
    events: [],
    apply: (end) => end.hear({ seq: theirs, ack: 777, flags: ["syn"] }),
  },
  "ACK of everything": {
    events: ["synAcknowledged", "finAcknowledged"],
    apply: (end) => end.hear({ seq: nextOf(end), ack: end.connection.send.highest }),
  },
  "ACK of nothing new": {
    events: [],
    apply: (end) => end.hear({ seq: nextOf(end), ack: end.connection.send.unacknowledged }),
  },
  "ACK of what was not sent": { events: [], apply: next({ ack: 777 }) },
  "text in order": { events: [], apply: nextWithAck({ text: "ten octets" }) },
  "text above a gap": { events: [], apply: nextWithAck({ text: "ten octets" }, 10) },
  "text beyond the window": { events: [], apply: nextWithAck({ text: "ten octets" }, 1_000) },
  "text from long ago": { events: [], apply: nextWithAck({ text: "ten octets" }, -100) },
  FIN: { events: ["finArrived"], apply: nextWithAck({ flags: ["fin"] }) },
  "FIN again": { events: [], apply: nextWithAck({ flags: ["fin"] }, -1) },
  "RST at the window's edge": {
    events: ["turnedAway", "reset"],
    apply: (end) =>
      end.hear({ seq: nextOf(end), ack: end.connection.send.highest, flags: ["rst"] }),
  },
  "RST inside the window": { events: [], apply: next({ flags: ["rst"] }, 5) },
  "RST outside the window": { events: [], apply: next({ flags: ["rst"] }, 1_000) },
  "no flags at all": { events: [], apply: next({ text: "ten octets" }) },
  "ICMP host unreachable": {
    events: [],
    apply: (end) => end.do({ kind: "icmp", error: { type: 3, code: 1 } }),
  },
  "ICMP port unreachable": {
    events: ["gaveUp"],
    apply: (end) => end.do({ kind: "icmp", error: { type: 3, code: 3 } }),
  },
  "2 MSL pass": { events: ["timeWaitOver"], apply: (end) => lastOf(end.wait(40_000), end) },
};

const cells = places.flatMap((place) =>
  Object.entries(stimuli).map(([name, stimulus]) => ({ place, name, stimulus })),
);

/** The arrow that a stimulus follows. Nobody who has opened by himself is turned away (RFC 9293 §3.3.2, note 1). */
function arrowOf(place: Place, { events, except }: Stimulus): TcpEvent | undefined {
  if (place === except) return undefined;
  const isOurs = place === "SYN-RECEIVED, both opened";
  const row = transitions[stateOf(place)];
  return events.find((event) => row[event] !== undefined && !(isOurs && event === "turnedAway"));
}

test("every recipe leads to its state", () => {
  for (const place of places) expect(recipes[place]().connection.state).toBe(stateOf(place));
});

test("in every state, everything that can come leads where the table says", () => {
  for (const { place, name, stimulus } of cells) {
    const end = recipes[place]();
    stimulus.apply(end);
    const event = arrowOf(place, stimulus);
    const led = event && transitions[stateOf(place)][event];
    expect(end.connection.state, `${name} in ${place}`).toBe(led ?? stateOf(place));
  }
});

test("every arrow of the table is walked", () => {
  const walked = cells.flatMap(({ place, stimulus }) => {
    const event = arrowOf(place, stimulus);
    return event === undefined ? [] : [`${stateOf(place)} ${event}`];
  });
  const drawn = Object.entries(transitions).flatMap(([state, row]) =>
    Object.keys(row).map((event) => `${state} ${event}`),
  );
  expect(new Set(walked)).toEqual(new Set(drawn));
});

test("in every state, a call is refused where the table says, and for that reason", () => {
  const calls = {
    connect: "OPEN, active",
    listen: "OPEN, passive",
    send: "SEND",
    receive: "RECEIVE",
    close: "CLOSE",
    abort: "ABORT",
  } as const;
  for (const [call, name] of Object.entries(calls) as [Call, string][])
    for (const place of places) {
      // With nothing left to fetch, the peer's FIN is all there is to hear (RFC 9293 §3.10.3).
      const isOver =
        call === "receive" && ["CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"].includes(place);
      const reason = isOver ? "connectionClosing" : refusals[call][stateOf(place)];
      const answers = stimuli[name]?.apply(recipes[place]()).join() ?? "";
      expect(answers.includes("refused"), `${name} in ${place}`).toBe(reason !== undefined);
      expect(answers).toContain(reason ?? "");
    }
});

test("what each state answers to everything that can come", async () => {
  const rows = places.map((place) => {
    const lines = Object.entries(stimuli).map(([name, { apply }]) => {
      const end = recipes[place]();
      const answers = apply(end);
      const state = end.connection.state === stateOf(place) ? "" : end.connection.state;
      return `  ${name.padEnd(27)} ${state.padEnd(13)} ${answers.join("  ")}`.trimEnd();
    });
    return [place, ...lines, ""].join("\n");
  });
  await expect(rows.join("\n")).toMatchFileSnapshot("golden/state-table.txt");
});

function after(end: End, input: Parameters<End["do"]>[0]): End {
  end.do(input);
  return end;
}

function hearing(end: End, heard: Heard): End {
  end.hear(heard);
  return end;
}

/** What the peer would number next; where nothing is known of it, its first number. */
function nextOf({ connection }: End): number {
  return connection.receive.initial === 0 ? theirs : connection.receive.next;
}

function next(heard: Heard, offset = 0): (end: End) => readonly string[] {
  return (end) => end.hear({ seq: nextOf(end) + offset, ...heard });
}

function nextWithAck(heard: Heard, offset = 0): (end: End) => readonly string[] {
  return (end) =>
    end.hear({ seq: nextOf(end) + offset, ack: end.connection.send.unacknowledged, ...heard });
}

/** In TIME-WAIT the end of the silence is of interest, elsewhere its beginning. */
function lastOf(lines: readonly string[], end: End): readonly string[] {
  return end.connection.state === "CLOSED" ? lines.slice(-1) : lines.slice(0, 1);
}
