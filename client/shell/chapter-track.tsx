import "./chapter-track.css";
import type { Role } from "../../shared/contract/mission.ts";
import { text } from "../look/language.ts";
import type { ChapterLine, Station } from "../present/shell-chapters.ts";
import { wordFor } from "../present/word-for.ts";
import { RolePicture } from "./role-picture.tsx";
import { Stars } from "./stars.tsx";

type Choosing = { readonly chosen: string; readonly onChoose: (mission: string) => void };

/** Stations stand as far apart on a short line as on one with three. */
const fewestPlaces = 3;

/** One chapter: a line that turns off the trunk, with a station for each mission. */
export function ChapterTrack(
  props: Choosing & { readonly line: ChapterLine; readonly isFirst: boolean },
) {
  const { line, isFirst, ...choosing } = props;
  const chapters: Readonly<Record<string, { readonly name: string; readonly about: string }>> =
    text.value.practice.chapters;
  const words = chapters[line.chapter];
  const count = line.stations.length;
  return (
    <section class="chapter" aria-labelledby={`chapter-${line.chapter}`}>
      <header>
        <p class="label">{text.value.practice.chapter(line.chapter)}</p>
        <h2 id={`chapter-${line.chapter}`}>{words?.name}</h2>
        <p class="about">{words?.about}</p>
      </header>
      <div
        class="stations"
        style={{ "--stations": count, "--places": Math.max(fewestPlaces, count) }}
      >
        <Turn isFirst={isFirst} />
        {line.stations.map((station) => (
          <StationStop key={station.mission} station={station} {...choosing} />
        ))}
      </div>
    </section>
  );
}

/** Where the chapter's line leaves the trunk, at 45° as lines do here; at the first one the journey starts. */
const Turn = ({ isFirst }: { readonly isFirst: boolean }) => (
  <svg class="turn" viewBox="0 0 52 44" width="52" height="44" aria-hidden="true">
    <path d={isFirst ? "M2 10H26M14 8L42 36H52" : "M14 0V8L42 36H52"} />
  </svg>
);

function StationStop({ station, chosen, onChoose }: Choosing & { readonly station: Station }) {
  const { names, practice } = text.value;
  const { mission, kind, isPlayed, isNext } = station;
  const states = { chosen: mission === chosen, played: isPlayed, next: isNext };
  const classes = Object.entries(states).flatMap(([state, isSo]) => (isSo ? [state] : []));
  return (
    <label class={["station", ...classes].join(" ")}>
      <input
        type="radio"
        name="mission"
        value={mission}
        checked={mission === chosen}
        onChange={() => onChoose(mission)}
      />
      <span class="stop" aria-hidden="true">
        <span>{station.nth}</span>
      </span>
      {isNext && <span class="here">{practice.here}</span>}
      <span class="station-words">
        <span class="station-name">{wordFor(names.missions, mission)}</span>
        <span class="station-roles">
          {kind === "experiment" && <span class="chip">{practice.kinds.experiment}</span>}
          {station.roles.map((role) => (
            <RoleStars
              key={role}
              role={role}
              stars={station.stars[role]}
              isScored={kind !== "experiment"}
            />
          ))}
        </span>
      </span>
    </label>
  );
}

function RoleStars(props: {
  readonly role: Role;
  readonly stars: number | undefined;
  readonly isScored: boolean;
}) {
  const { names, practice } = text.value;
  const { role, stars } = props;
  return (
    <span class={stars === undefined ? "role-stars" : "role-stars known"}>
      <RolePicture role={role} size={20} />
      <span class="unseen">
        {names.roles[role]} {stars === undefined ? practice.notPlayed : practice.played}
      </span>
      {props.isScored && <Stars stars={stars ?? 0} />}
    </span>
  );
}
