import { useState } from "preact/hooks";
import { missions } from "../../assets/missions/missions.ts";
import { text } from "../look/language.ts";
import { coursePresets, earlier, lessonPresets, without } from "../present/console-playlist.ts";
import { playlistOf } from "../present/shell-host.ts";
import { wordFor } from "../present/word-for.ts";
import { MissionChoice } from "../shell/mission-choice.tsx";
import type { ConsoleState } from "./console-state.ts";

/** The missions to come: a chapter's lesson at one press, or a list of one's own. */
export function PlaylistEditor({ console }: { readonly console: ConsoleState }) {
  const { names, console: words } = text.value;
  const list = playlistOf(console.view.value.lesson["now"]);
  const set = (chosen: readonly string[]) =>
    void console.ask({ kind: "setPlaylist", missions: chosen });
  return (
    <div class="playlist">
      <Presets onChoose={set} />
      <h3>{words.setup.playlist}</h3>
      {list.length === 0 && <p class="quiet">{words.setup.emptyList}</p>}
      <ol>
        {list.map((mission, place) => {
          const name = wordFor(names.missions, mission);
          return (
            <li key={`${mission} ${place}`}>
              <span class="nth">{place + 1}</span>
              <span class="playlist-name">
                {name} <span class="quiet">{kindOf(mission)}</span>
              </span>
              {place > 0 && (
                <button
                  type="button"
                  class="sign-button"
                  aria-label={words.setup.earlier(place + 1, name)}
                  title={words.setup.earlier(place + 1, name)}
                  onClick={() => set(earlier(list, place))}
                >
                  <Sign path="M6 14l6-6 6 6" />
                </button>
              )}
              <button
                type="button"
                class="sign-button"
                aria-label={words.setup.remove(place + 1, name)}
                title={words.setup.remove(place + 1, name)}
                onClick={() => set(without(list, place))}
              >
                <Sign path="M7 7l10 10M17 7l-10 10" />
              </button>
            </li>
          );
        })}
      </ol>
      <AddMission onAdd={(mission) => set([...list, mission])} />
    </div>
  );
}

function Presets({ onChoose }: { readonly onChoose: (missions: readonly string[]) => void }) {
  const { practice, console: words } = text.value;
  return (
    <fieldset class="presets">
      <legend>
        {words.setup.preset} <small class="quiet">{words.setup.presetHint}</small>
      </legend>
      <div>
        {lessonPresets.map(({ chapter, missions: listed }) => (
          <button key={chapter} type="button" class="small-button" onClick={() => onChoose(listed)}>
            {words.setup.chapter(chapter, chapterName(practice.chapters, chapter))}
          </button>
        ))}
        {coursePresets.map(({ lessons, missions: listed }) => (
          <button key={lessons} type="button" class="small-button" onClick={() => onChoose(listed)}>
            {words.setup.course(lessons)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const chapterName = (chapters: Readonly<Record<string, { readonly name: string }>>, nth: number) =>
  chapters[nth]?.name ?? "";

function AddMission({ onAdd }: { readonly onAdd: (mission: string) => void }) {
  const words = text.value.console.setup;
  const [chosen, setChosen] = useState(Object.keys(missions)[0] ?? "");
  return (
    <div class="add-mission">
      <MissionChoice label={words.add} chosen={chosen} onChoose={setChosen} />
      <button type="button" class="small-button" onClick={() => onAdd(chosen)}>
        {words.addGo}
      </button>
    </div>
  );
}

function kindOf(mission: string): string {
  const kind = missions[mission]?.kind;
  return kind === undefined ? "" : text.value.console.setup.kinds[kind];
}

const Sign = ({ path }: { readonly path: string }) => (
  <svg class="sign" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d={path} />
  </svg>
);
