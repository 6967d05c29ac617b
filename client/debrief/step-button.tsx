import type { DebriefStep } from "../../shared/contract/debrief-steps.ts";

/** Leads to another step, where there is one. */
export const StepButton = (props: {
  readonly to: DebriefStep | undefined;
  readonly words: string;
  readonly isFirst?: boolean;
  readonly onStep: (step: DebriefStep) => void;
}) => {
  const { to, onStep } = props;
  return (
    <button
      type="button"
      class={props.isFirst === true ? "button first" : "button"}
      disabled={to === undefined}
      onClick={() => to !== undefined && onStep(to)}
    >
      {props.words}
    </button>
  );
};
