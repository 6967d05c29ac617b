import type { Role } from "../../shared/contract/mission.ts";
import {
  type Reason,
  type ReasonRow,
  reasonNames,
  reasons,
} from "../../shared/contract/reasons.ts";
import { type Duty, duties } from "../../shared/device/act.ts";
import { type PortRange, rangeOf } from "../../shared/protocol/ports/port-table.ts";
import { encodeIcmpMessage } from "../../shared/wire/icmp-message.ts";
import type { IcmpError } from "../../shared/wire/packet.ts";

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
