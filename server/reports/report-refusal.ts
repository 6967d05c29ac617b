import type { ReportRefusalReason } from "../../shared/contract/room-door.ts";

const statuses = { notHost: 403, noSuchRound: 404, notOver: 409 } as const satisfies Readonly<
  Record<ReportRefusalReason, number>
>;

/** A report is not given, for a reason that the page words. */
export class ReportRefusal extends Error {
  readonly code: number;

  constructor(reason: ReportRefusalReason) {
    super(reason);
    this.name = "ReportRefusal";
    this.code = statuses[reason];
  }
}
