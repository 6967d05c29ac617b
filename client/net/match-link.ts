import type { ReadonlySignal } from "@preact/signals";
import type { Answer, HostIntent, PlayerIntent } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";
import type { Instant } from "../../shared/lib/instant.ts";

/** The one thing that screens see of a lesson, whether it runs on a server or in this browser. */
export type MatchLink = {
  readonly view: ReadonlySignal<View>;
  /** `live`; `away` while the line is being found again; `over` when the lesson ended or somebody else took the seat. */
  readonly line: ReadonlySignal<"live" | "away" | "over">;
  /** The lesson's clock, read off this machine's own. */
  lessonNow(): Instant;
  /** The play clock of the viewer's network; it stands still in a pause. */
  playNow(): Instant;
  send(intent: PlayerIntent | HostIntent): Promise<Answer>;
  leave(): void;
  /** Letters of an earlier run of the same round, for whoever races against it. */
  readonly ghost?: View["letters"];
};
