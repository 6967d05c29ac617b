import { districtSize, mostInNetwork } from "../../shared/contract/network-size.ts";
import { text } from "../look/language.ts";
import type { ConsoleState } from "./console-state.ts";
import { PaceChoice } from "./pace-choice.tsx";
import { PlaylistEditor } from "./playlist-editor.tsx";
import { Segments } from "./segments.tsx";
import { TeamMaker } from "./team-maker.tsx";

/** What the class will play, how long, how fast, and who with whom. */
export function LessonSetup({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.setup;
  return (
    <section class="card panel setup" aria-labelledby="setup">
      <header>
        <h2 id="setup">{words.title}</h2>
      </header>
      <PlaylistEditor console={console} />
      <RoundLength console={console} />
      <NetworkSize console={console} />
      <div class="setup-row">
        <ExplainFirst console={console} />
        <div class="setup-pace">
          <span aria-hidden="true">{words.pace}</span>
          <PaceChoice console={console} legend={words.pace} />
        </div>
      </div>
      <TeamMaker console={console} />
    </section>
  );
}

const asMission = 0;
const lengths = [asMission, 60_000, 120_000, 180_000, 300_000, 480_000] as const;

function RoundLength({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.setup;
  const { roundMs = asMission, explainFirst = false } = console.view.value.lesson["now"] ?? {};
  const shown = lengths.some((ms) => ms === roundMs) ? lengths : [...lengths, roundMs];
  return (
    <Segments
      legend={words.length}
      options={shown.map((ms) => ({ value: Number(ms), label: lengthWords(ms) }))}
      value={roundMs}
      onChoose={(ms) =>
        console.ask({
          kind: "setLesson",
          explainFirst,
          ...(ms === asMission ? {} : { roundMs: ms }),
        })
      }
    />
  );
}

function lengthWords(ms: number): string {
  const words = text.value.console.setup;
  if (ms === asMission) return words.lengthOwn;
  return ms % 60_000 === 0 ? words.minutes(ms / 60_000) : words.seconds(Math.round(ms / 1000));
}

const sizes = [4, districtSize, 8, 10, mostInNetwork] as const;

/** How many play in one network at most. */
function NetworkSize({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.setup;
  const { networkSize = districtSize } = console.view.value.lesson["now"] ?? {};
  const shown = sizes.some((size) => size === networkSize) ? sizes : [...sizes, networkSize];
  return (
    <Segments
      legend={words.size}
      options={shown.map((size) => ({ value: Number(size), label: words.sizes(size) }))}
      value={networkSize}
      onChoose={(size) => console.ask({ kind: "setSize", size })}
    />
  );
}

function ExplainFirst({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.setup;
  const { roundMs, explainFirst = false } = console.view.value.lesson["now"] ?? {};
  return (
    <label class="explain-first" title={words.explainHint}>
      <input
        type="checkbox"
        checked={explainFirst}
        onChange={({ currentTarget }) =>
          console.ask({
            kind: "setLesson",
            explainFirst: currentTarget.checked,
            ...(roundMs === undefined ? {} : { roundMs }),
          })
        }
      />
      <span>
        {words.explain}
        <small class="quiet">{words.explainHint}</small>
      </span>
    </label>
  );
}
