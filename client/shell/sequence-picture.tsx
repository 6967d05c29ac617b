import type { ComponentChildren, RefObject } from "preact";
import { letterSource } from "../desk/belt/letter-picture.tsx";
import { text } from "../look/language.ts";
import type { ActMark, Arrow, Lane, SequenceDiagram } from "../present/sequence-diagram.ts";
import { parseRole } from "../present/shell-briefing.ts";
import { deedStrokes } from "./deed-mark.tsx";
import { RolePicture } from "./role-picture.tsx";

/** The sequence diagram: machines from left to right, time from top to bottom. The table says the same in words. */
export function SequencePicture(props: {
  readonly diagram: SequenceDiagram;
  readonly chosen: number | undefined;
  readonly scroll: RefObject<HTMLElement | null>;
}) {
  const { diagram, chosen, scroll } = props;
  const { lanes, arrows, marks, ticks, quiets, height } = diagram;
  const { title, inTable } = text.value.story.sequence;
  const label = `${title}. ${inTable}`;
  const x = (lane: number): number => ((lane + 0.5) / lanes.length) * 100;
  const myX = x(lanes.findIndex(({ you }) => you));
  return (
    <section
      class="sequence-scroll"
      style={`--lanes: ${lanes.length}`}
      ref={scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrow keys
      tabIndex={0}
      aria-label={label}
    >
      <div class="sequence-heads" aria-hidden="true">
        {lanes.map((lane) => (
          <LaneHead key={lane.box} lane={lane} />
        ))}
      </div>
      <svg class="sequence-times" width="48" height={height} aria-hidden="true">
        {ticks.map(({ y, words }) => (
          <text key={words} x="44" y={y + 4}>
            {words}
          </text>
        ))}
      </svg>
      <svg class="sequence-lanes" width="100%" height={height} aria-hidden="true">
        <defs>
          <Tip id="tip" />
          <Tip id="tip-mine" />
        </defs>
        {lanes.map(({ box, you }, lane) => (
          <line
            key={box}
            class={you ? "lane you" : "lane"}
            x1={`${x(lane)}%`}
            x2={`${x(lane)}%`}
            y2={height}
          />
        ))}
        {quiets.map(({ y, seconds }) => (
          <Quiet key={y} y={y} seconds={seconds} />
        ))}
        {arrows.map((arrow) => (
          <ArrowLine key={arrow.id} arrow={arrow} x={x} />
        ))}
        {marks.map((mark) => (
          <Mark key={mark.n} mark={mark} x={myX} isChosen={mark.n === chosen} />
        ))}
      </svg>
    </section>
  );
}

function LaneHead({ lane }: { readonly lane: Lane }) {
  const role = parseRole(lane.role);
  return (
    <div class={lane.you ? "lane-head you" : "lane-head"}>
      {lane.you && <span class="airmail" />}
      {role !== undefined && <RolePicture role={role} size={36} />}
      <span>{lane.name}</span>
    </div>
  );
}

const Quiet = ({ y, seconds }: { readonly y: number; readonly seconds: number }) => (
  <g class="quiet-time">
    <rect x="0" y={y - 12} width="100%" height="24" />
    <text x="50%" y={y + 4}>
      {text.value.story.sequence.quiet(seconds)}
    </text>
  </g>
);

/** A letter on its way: slanted, for a link takes its time. */
function ArrowLine({ arrow, x }: { readonly arrow: Arrow; readonly x: (lane: number) => number }) {
  const { kind, fate, label, card, mine } = arrow;
  const [from, to] = [x(arrow.from), x(arrow.to)];
  const [departs, ends] = arrow.y;
  const end = fate === "lost" ? (from + to) / 2 : to;
  const isHome = fate === "arrived";
  // In the first gap it crosses, where letters from other lanes do not stand.
  const share = 0.5 / Math.abs(arrow.to - arrow.from);
  return (
    <g class={mine ? "arrow mine" : "arrow"}>
      <line
        class={fate}
        x1={`${from}%`}
        y1={departs}
        x2={`${end}%`}
        y2={ends}
        marker-end={isHome ? `url(#${mine ? "tip-mine" : "tip"})` : "none"}
      />
      <At x={from + (end - from) * share} y={departs + (ends - departs) * share}>
        <image href={letterSource(kind)} x="-15" y="-11" width="30" height="22" />
        {label !== undefined && <text y="-15">{label}</text>}
        {card !== undefined && (
          <text class="card-text" y="24">
            {card.trimEnd()}
          </text>
        )}
      </At>
      {!isHome && fate !== "underWay" && (
        <At x={end} y={ends}>
          <path class="ended" d="M-6 -6l12 12M6 -6l-12 12" />
        </At>
      )}
    </g>
  );
}

/** The head of an arrow. */
const Tip = ({ id }: { readonly id: string }) => (
  <marker
    id={id}
    viewBox="0 0 10 10"
    refX="10"
    refY="5"
    markerWidth="10"
    markerHeight="10"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path class={id} d="M0 0l10 5-10 5z" />
  </marker>
);

const echoSign = "M10 7l-5 5 5 5M5 12h10a4 4 0 0 0 4-4V5";

/** An act on my lane, and where its consequence came home. */
function Mark(props: { readonly mark: ActMark; readonly x: number; readonly isChosen: boolean }) {
  const { n, y, deed, echo } = props.mark;
  return (
    <g class={props.isChosen ? `mark ${deed} chosen` : `mark ${deed}`}>
      <Pill x={props.x} y={y} n={n} sign={deedStrokes[deed]} />
      {echo !== undefined && <Pill x={props.x} y={echo} n={n} sign={echoSign} isEcho />}
    </g>
  );
}

const Pill = (props: {
  readonly x: number;
  readonly y: number;
  readonly n: number;
  readonly sign: string;
  readonly isEcho?: boolean;
}) => (
  <At x={props.x} y={props.y} class={props.isEcho === true ? "pill echo" : "pill"}>
    <rect x="-23" y="-12" width="46" height="24" rx="12" />
    <path d={props.sign} transform="translate(-20 -9) scale(0.75)" />
    <text x="9" y="5">
      {props.n}
    </text>
  </At>
);

/** A place in the drawing, so many percent across and so many pixels down, whatever its width. */
const At = (props: {
  readonly x: number;
  readonly y: number;
  readonly class?: string;
  readonly children: ComponentChildren;
}) => (
  <svg
    class={props.class ?? ""}
    x={`${props.x}%`}
    y={props.y}
    overflow="visible"
    aria-hidden="true"
  >
    {props.children}
  </svg>
);
