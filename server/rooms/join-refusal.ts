import { ServerError } from "@colyseus/core";
import type { JoinRefusalReason } from "../../shared/contract/room-door.ts";

/** Why nobody comes in, with the HTTP status that says the same. */
const statuses = {
  badKey: 403,
  wrongCode: 404,
  roomFull: 409,
  roomLocked: 423,
  roomClosed: 410,
  lessonOld: 422,
  pageOld: 426,
  tooMany: 429,
} as const satisfies Readonly<Record<JoinRefusalReason, number>>;

/** Somebody is not let in, for a reason that the page words. The same word crosses HTTP and the socket. */
export class JoinRefusal extends ServerError {
  constructor(reason: JoinRefusalReason) {
    super(statuses[reason], reason);
    this.name = "JoinRefusal";
  }
}
