import { text } from "../look/language.ts";
import type { Moment } from "../present/debrief-moments.ts";

/** What happened in a round, as a list that leads to each place on the tape. */
export function MomentList(props: {
  readonly moments: readonly Moment[];
  /** So many are shown. */
  readonly most: number;
  readonly onGoTo?: (at: number) => void;
}) {
  const { moments, onGoTo } = props;
  const words = text.value.debrief.replay;
  // What befell the network comes first: losses are often too many to read.
  const chosen = moments
    .toSorted((one, other) => Number(one.kind === "loss") - Number(other.kind === "loss"))
    .slice(0, props.most)
    .toSorted((one, other) => one.at - other.at);
  const left = moments.length - chosen.length;
  return (
    <section class="moments" aria-labelledby="moments">
      <h3 id="moments">{words.moments}</h3>
      {moments.length === 0 && <p class="quiet">{words.quiet}</p>}
      <ol class={onGoTo === undefined ? "" : "moments-scroll"}>
        {chosen.map((moment) => (
          <li key={`${moment.at} ${moment.words}`} class={moment.kind}>
            <MomentLine moment={moment} {...(onGoTo === undefined ? {} : { onGoTo })} />
          </li>
        ))}
      </ol>
      {left > 0 && <p class="quiet">{words.more(left)}</p>}
    </section>
  );
}

function MomentLine(props: { readonly moment: Moment; readonly onGoTo?: (at: number) => void }) {
  const { moment, onGoTo } = props;
  const line = (
    <>
      <span class="mono">{moment.time}</span> <span>{moment.words}</span>
    </>
  );
  if (onGoTo === undefined) return <p>{line}</p>;
  // A little before it, so that one sees it come.
  return (
    <button type="button" onClick={() => onGoTo(moment.at - leadMs)}>
      {line}
    </button>
  );
}

const leadMs = 1_500;
