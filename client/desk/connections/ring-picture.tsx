import type { ConnectionStage } from "../../present/connections.ts";

const third = (turn: number) => `rotate(${turn * 120} 14 14)`;

const closed: Readonly<Record<ConnectionStage, number>> = {
  knocking: 1,
  halfOpen: 2,
  open: 3,
  closing: 0,
};

/** How far a handshake is: a third of the ring for each step; one that is ending stands open on top. */
export const RingPicture = ({ stage }: { readonly stage: ConnectionStage }) => (
  <svg class={`ring-picture ${stage}`} viewBox="0 0 28 28" aria-hidden="true">
    {[0, 1, 2].map((step) => (
      <path
        key={step}
        class={step < closed[stage] ? "done" : "to-do"}
        d="M15.5 3.100A11 11 0 0 1 23.700 19"
        transform={third(step)}
      />
    ))}
    {stage === "open" && <path class="ring-check" d="M9 14.500l3.500 3.500 6.500-7.500" />}
    {stage === "closing" && (
      <rect class="ring-stop" x="10" y="10" width="8" height="8" rx="1.500" />
    )}
  </svg>
);
