import type { PastRun } from "../present/ghost.ts";
import { SequenceReview } from "./sequence-review.tsx";
import { useModule } from "./use-module.ts";

// Needed only when a round is over.
const fetchDebrief = () => import("../debrief/alone-debrief.tsx");

/** What the letters of one's own acts did stands below anyway; the mistakes stand above. */
const parts = ["guess", "replay", "desks"] as const;

/** Everything that can be looked back on after a practice round. */
export function PracticeReview(props: {
  readonly run: PastRun;
  readonly rival: PastRun | undefined;
}) {
  const { story, box } = props.run;
  const fetched = useModule(fetchDebrief);
  return (
    <>
      {fetched.kind === "here" && (
        <fetched.module.AloneDebrief>
          <fetched.module.AloneSteps story={story} me={box} parts={parts} />
        </fetched.module.AloneDebrief>
      )}
      <SequenceReview {...props} />
    </>
  );
}
