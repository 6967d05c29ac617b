import { type JoinRefusalReason, joinRefusals } from "../../shared/contract/room-door.ts";

/** What the server says, or that it could not be asked. */
type Reason = JoinRefusalReason | "unreachable";

/** A room did not let this page in, for a reason that has a text. */
export class JoinRefused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.name = "JoinRefused";
    this.reason = reason;
  }

  /** Trying again with the same code and key cannot help. */
  get isFinal(): boolean {
    return this.reason !== "unreachable" && this.reason !== "tooMany";
  }
}

/** The refusal in what the server answered or the browser threw: the server says the reason's own word. */
export function refusedBy(thrown: {
  readonly message?: string;
  readonly code?: unknown;
}): JoinRefused {
  const said = joinRefusals.find((reason) => reason === thrown.message);
  return new JoinRefused(said ?? ofMatchmaking(thrown.code));
}

/** What Colyseus answers by itself where nothing stands before it, as under the development server. */
function ofMatchmaking(code: unknown): Reason {
  if (code === 522) return "wrongCode";
  return code === 523 ? "roomFull" : "unreachable";
}
