import { useMemo, useRef, useState } from "preact/hooks";
import type { Mission } from "../../shared/contract/mission.ts";
import { text } from "../look/language.ts";
import { type CommonMistake, commonMistakes } from "../present/debrief-mistakes.ts";
import { reasonWords } from "../present/reason-words.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import { RolePicture } from "../shell/role-picture.tsx";
import type { DebriefProps } from "./debrief-props.ts";
import { useSlowScroll } from "./use-slow-scroll.ts";

/** The most common mistakes with what the coach says of them: by desk. Only the host can uncover names, on one screen. */
export function MistakesStep({ story, watcher }: DebriefProps) {
  const words = text.value.debrief.mistakes;
  const [hasNames, setNames] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  useSlowScroll(scroll, watcher === "screen");
  const mistakes = useMemo(() => commonMistakes(story), [story]);
  if (mistakes.length === 0) return <p class="debrief-calm">{words.none}</p>;
  return (
    <div ref={scroll} class="debrief-mistakes">
      <p class="quiet">{words.how}</p>
      <ol>
        {mistakes.map((mistake) => (
          <li key={`${mistake.role} ${mistake.reason}`}>
            <Mistake
              {...{ mistake, mission: story.mission }}
              hasNames={hasNames && watcher === "host"}
            />
          </li>
        ))}
      </ol>
      {watcher === "host" && (
        <p class="mistake-names">
          <button
            type="button"
            class="button"
            aria-pressed={hasNames}
            onClick={() => setNames(!hasNames)}
          >
            {hasNames ? words.hideNames : words.showNames}
          </button>
          <span class="quiet">{words.namesHint}</span>
        </p>
      )}
    </div>
  );
}

function Mistake(props: {
  readonly mistake: CommonMistake;
  readonly mission: Mission;
  readonly hasNames: boolean;
}) {
  const { role, reason, deed, field, count, silent, people } = props.mistake;
  const { debrief, names, shell } = text.value;
  const words = debrief.mistakes;
  return (
    <>
      <span class="mistake-desk">
        <RolePicture role={role} size={44} />
        <span>
          <strong>{words.desk(names.roles[role])}</strong>
          <span>
            {shell.result[deed]} · <strong>{shell.result.times(count)}</strong>
          </span>
        </span>
      </span>
      <div>
        <p>{reasonWords(text.value, reason, props.mission)}</p>
        {silent > 0 && <p class="quiet">{words.silent(silent, count)}</p>}
        {props.hasNames && (
          <p class="mistake-people">
            {people.map(({ nickname, count: own }) => (
              <span key={nickname} class="chip">
                {words.who(presentNickname(nickname, text.value), own)}
              </span>
            ))}
          </p>
        )}
      </div>
      {field !== undefined && <span class="mistake-field">{words.look(words.fields[field])}</span>}
    </>
  );
}
