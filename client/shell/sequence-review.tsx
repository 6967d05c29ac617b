import type { PastRun } from "../present/ghost.ts";
import { GhostComparison } from "./ghost-comparison.tsx";
import { SequenceCard } from "./sequence-card.tsx";

/** A run that has ended, to look back on: beside the one before if there was a race, and letter by letter. */
export const SequenceReview = (props: {
  readonly run: PastRun;
  readonly rival: PastRun | undefined;
}) => (
  <>
    {props.rival !== undefined && <GhostComparison before={props.rival} now={props.run} />}
    <SequenceCard story={props.run.story} me={props.run.box} />
  </>
);
