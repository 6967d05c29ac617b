import "./chapter-map.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { missions } from "../../assets/missions/missions.ts";
import type { Role } from "../../shared/contract/mission.ts";
import { text } from "../look/language.ts";
import {
  type ChapterLine,
  chosenStation,
  firstRole,
  presentChapters,
} from "../present/shell-chapters.ts";
import { ChallengeCards } from "./challenge-cards.tsx";
import { ChapterTrack } from "./chapter-track.tsx";
import { CheatSheetButton } from "./cheat-sheet.tsx";
import { deviceMemory } from "./device-memory.ts";
import { DeviceMemoryButton } from "./device-memory-panel.tsx";
import { go } from "./page.ts";
import { fetchRoundAhead } from "./play.tsx";
import { fetchEngine } from "./practice-lesson.tsx";
import { PracticeTicket } from "./practice-ticket.tsx";
import { Heading, Screen } from "./screen.tsx";

/** The journey through all chapters: each mission a station, and beside it the ticket of the chosen one. */
export function ChapterMap({ asked }: { readonly asked: string | undefined }) {
  useEffect(() => {
    fetchRoundAhead();
    fetchEngine().catch(() => undefined);
  }, []);
  const words = text.value.practice;
  const lines = presentChapters(Object.values(missions), deviceMemory.value.stars);
  return (
    <Screen name="practice" title={words.title} home bar={<Tools />}>
      <Journey lines={lines} asked={asked} />
    </Screen>
  );
}

const Tools = () => (
  <div class="practice-tools">
    <CheatSheetButton />
    <DeviceMemoryButton />
  </div>
);

function Journey(props: {
  readonly lines: readonly ChapterLine[];
  readonly asked: string | undefined;
}) {
  const { lines } = props;
  const [wished, setWished] = useState<Role>();
  const ticket = useRef<HTMLDivElement>(null);
  const station = chosenStation(lines, props.asked);
  const line = lines.find(({ stations }) => stations.some((one) => one === station));
  const role = station?.roles.find((one) => one === wished) ?? (station && firstRole(station));
  if (line === undefined || station === undefined || role === undefined) return null;
  const { mission } = station;
  const start = (event: Event) => {
    event.preventDefault();
    go({ kind: "practice", role, mission });
  };
  const choose = (other: string) => {
    setWished(undefined);
    go({ kind: "practice", mission: other }, "replace");
    ticket.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <form class="journey" onSubmit={start}>
      <Heading>{text.value.practice.title}</Heading>
      <div class="journey-map">
        <ChallengeCards />
        <fieldset>
          <legend class="unseen">{text.value.practice.stations}</legend>
          {lines.map((one, index) => (
            <ChapterTrack
              key={one.chapter}
              line={one}
              isFirst={index === 0}
              chosen={mission}
              onChoose={choose}
            />
          ))}
        </fieldset>
      </div>
      <div ref={ticket} class="ticket-place">
        <PracticeTicket chapter={line.chapter} station={station} role={role} onRole={setWished} />
      </div>
    </form>
  );
}
