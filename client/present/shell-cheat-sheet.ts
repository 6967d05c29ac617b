import type { Role } from "../../shared/contract/mission.ts";
import {
  type Reason,
  type ReasonRow,
  reasonNames,
  reasons,
} from "../../shared/contract/reasons.ts";
import { type Duty, duties } from "../../shared/device/act.ts";
import { type PortRange, rangeOf } from "../../shared/protocol/ports/port-table.ts";
import { type DropReason, dropReasons } from "../../shared/protocol/tcp/reasons.ts";
import { lengthOf, reset } from "../../shared/protocol/tcp/segment.ts";
import { sequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import {
  type TcpEvent,
  type TcpState,
  transitions,
} from "../../shared/protocol/tcp/transitions.ts";
import { encodeIcmpMessage } from "../../shared/wire/icmp-message.ts";
import { type IcmpError, type TcpFlag, tcpFlags } from "../../shared/wire/packet.ts";

/** Port numbers of one kind, from the least to the most. */
export type PortStretch = {
  readonly range: PortRange;
  readonly least: number;
  readonly most: number;
};

/** A rule of the judge: its reason with all that the table says about it. */
export type Rule = ReasonRow & { readonly reason: Reason };

/** An ICMP error as it stands in its first two octets, and the role whose machine sends it. */
export type IcmpRow = {
  readonly error: IcmpError;
  readonly type: number;
  readonly code: number;
  readonly sentBy: Role;
};

/** A control bit of TCP, and how many sequence numbers it takes. */
type FlagRow = { readonly flag: TcpFlag; readonly numbers: number };

/** A state of a connection, and where it can go from there. */
export type StateRow = { readonly state: TcpState; readonly ways: readonly Way[] };

/** What can happen in a state, all of which leads to the same next one. */
type Way = { readonly events: readonly TcpEvent[]; readonly next: TcpState };

/** Why TCP throws a segment away, and the rule that says so. */
type DropRow = { readonly reason: DropReason; readonly rule: string };

/** All port numbers in stretches of one kind, asked from the function that judges ports. */
export function portStretches(): readonly PortStretch[] {
  const stretches: { range: PortRange; least: number; most: number }[] = [];
  for (let port = 0; port <= 65_535; port++) {
    const range = rangeOf(port);
    const last = stretches.at(-1);
    if (last?.range === range) last.most = port;
    else stretches.push({ range, least: port, most: port });
  }
  return stretches;
}

/** The judge's rules, by the duty that they are about. */
export const rulesByDuty = (): readonly {
  readonly duty: Duty;
  readonly rules: readonly Rule[];
}[] =>
  duties.map((duty) => ({
    duty,
    rules: reasonNames
      .map((reason): Rule => ({ reason, ...reasons[reason] }))
      .filter((rule) => rule.duty === duty),
  }));

const senders: Readonly<Record<IcmpError, Role>> = {
  portUnreachable: "server",
  netUnreachable: "router",
  timeExceeded: "router",
};

/** The ICMP errors that machines here send; type and code are read off their octets. */
export const icmpRows = (): readonly IcmpRow[] =>
  (Object.keys(senders) as IcmpError[]).map((error) => {
    const [type = 0, code = 0] = encodeIcmpMessage({ kind: error, quote: new Uint8Array() });
    return { error, type, code, sentBy: senders[error] };
  });

/** The control bits of TCP; what each takes is asked from the function that counts for the engine. */
export const flagRows = (): readonly FlagRow[] =>
  tcpFlags.map((flag) => ({
    flag,
    numbers: lengthOf({ ...reset(sequenceNumber(0)), flags: [flag] }),
  }));

/** The state diagram of TCP as rows. */
export const stateRows = (): readonly StateRow[] =>
  (Object.keys(transitions) as TcpState[]).map((state) => ({ state, ways: waysFrom(state) }));

function waysFrom(state: TcpState): readonly Way[] {
  const ways = Object.entries(transitions[state]) as [TcpEvent, TcpState][];
  return [...new Set(ways.map(([, next]) => next))].map((next) => ({
    next,
    events: ways.filter(([, to]) => to === next).map(([event]) => event),
  }));
}

/** What TCP throws away, in the order of the engine's table. */
export const dropRows = (): readonly DropRow[] =>
  Object.entries(dropReasons).map(([reason, rule]) => ({ reason: reason as DropReason, rule }));
