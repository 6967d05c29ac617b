import "./ghost.css";
import { text } from "../look/language.ts";
import type { PastRun } from "../present/ghost.ts";
import { formatSeconds } from "../present/shell-time-left.ts";
import { gapOf, gapWords, presentSplits, type Split, scoreGap } from "../present/splits.ts";

/** This run beside the one before, answer by answer. */
export function GhostComparison(props: { readonly before: PastRun; readonly now: PastRun }) {
  const [before, now] = [props.before.story, props.now.story];
  const words = text.value.story.ghost;
  const splits = presentSplits(before, now, props.now.box);
  return (
    <section class="card ghost-comparison" aria-labelledby="ghost">
      <h2 id="ghost">{words.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.errand}</th>
            <th scope="col">{words.columns.before}</th>
            <th scope="col">{words.columns.now}</th>
            <th scope="col">{words.columns.gap}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {splits.map((split) => (
            <SplitRow key={split.nth} split={split} widest={widestOf(splits)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.score}</th>
            <td>{words.points(before.score)}</td>
            <td>{words.points(now.score)}</td>
            <td colSpan={2}>{scoreGap(now.score - before.score, text.value)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function SplitRow({ split, widest }: { readonly split: Split; readonly widest: number }) {
  const words = text.value.story.ghost;
  const gap = gapOf(split);
  const at = (ms: number | undefined) =>
    ms === undefined ? words.none : formatSeconds(Math.floor(ms / 1000));
  return (
    <tr>
      <th scope="row">{words.nth(split.nth)}</th>
      <td>{at(split.before)}</td>
      <td>{at(split.now)}</td>
      <td class={gap?.than}>{gap === undefined ? "" : gapWords(gap, text.value)}</td>
      <td class="gap-bar">
        {gap !== undefined && <GapBar seconds={gap.seconds} widest={widest} />}
      </td>
    </tr>
  );
}

/** The gap as a bar: to the left is sooner, to the right later. */
function GapBar({ seconds, widest }: { readonly seconds: number; readonly widest: number }) {
  const share = (Math.abs(seconds) / widest) * 50;
  return (
    <svg width="100%" height="16" aria-hidden="true">
      <line x1="50%" x2="50%" y2="16" />
      <rect
        class={seconds < 0 ? "faster" : "slower"}
        x={`${seconds < 0 ? 50 - share : 50}%`}
        width={`${share}%`}
        y="3"
        height="10"
      />
    </svg>
  );
}

const widestOf = (splits: readonly Split[]): number =>
  Math.max(1, ...splits.map((split) => Math.abs(gapOf(split)?.seconds ?? 0)));
