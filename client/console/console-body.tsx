import { text } from "../look/language.ts";
import { playTimeOf } from "../net/play-time.ts";
import { networkView } from "../present/console-network-view.ts";
import { presentNetworkState, presentTroubles, type Trouble } from "../present/console-troubles.ts";
import type { EyesSheet } from "../present/eyes-sheet.ts";
import type { HostPage } from "../present/shell-host.ts";
import { Confirmed } from "../shell/confirmed.tsx";
import { ConceptTable } from "./concept-table.tsx";
import type { ConsoleProps } from "./console-props.ts";
import type { ConsoleState } from "./console-state.ts";
import { DebriefPanel } from "./debrief-panel.tsx";
import { DeliveryChart } from "./delivery-chart.tsx";
import { FaultPanel } from "./fault-panel.tsx";
import { HelpList } from "./help-list.tsx";
import { JoinCard } from "./join-card.tsx";
import { LessonSetup } from "./lesson-setup.tsx";
import { NetworkTile } from "./network-tile.tsx";
import { PeopleList } from "./people-list.tsx";
import { ResultsPanel } from "./results-panel.tsx";
import { SheetsPanel } from "./sheets-panel.tsx";

type BodyProps = ConsoleProps & {
  readonly console: ConsoleState;
  readonly host: HostPage;
  /** The sheets of seats that two share. */
  readonly sheets: readonly EyesSheet[];
};

/** What the console shows: before the first round how to get in and what to play, then the networks. */
export const ConsoleBody = (props: BodyProps) =>
  props.host.phase === "lobby" ? <Lobby {...props} /> : <Round {...props} />;

function Lobby({ console, host, onSave }: BodyProps) {
  return (
    <div class="console lobby-console">
      <JoinCard console={console} host={host} />
      <PeopleList console={console} host={host} />
      <div class="console-side">
        <LessonSetup console={console} />
        <Leave console={console} onSave={onSave} />
      </div>
    </div>
  );
}

function Round(props: BodyProps) {
  const { console, host, hostKey } = props;
  const isPlaying = host.phase === "play";
  const isOver = host.phase === "result" || host.phase === "debrief";
  const isDebrief = host.phase === "debrief";
  const troubles = isPlaying ? troublesOf(console) : [];
  return (
    <div class={isDebrief ? "console" : "console round-console"}>
      <div class="console-main">
        {isDebrief && <DebriefPanel console={console} hostKey={hostKey} />}
        <Tiles console={console} host={host} troubles={troubles} />
        <div class="console-low">
          <ConceptTable console={console} />
          <DeliveryChart console={console} />
        </div>
        <PeopleList console={console} host={host} />
        <SheetsPanel sheets={props.sheets} />
        {isOver ? (
          <>
            {isDebrief && <LaterSetup console={console} />}
            <ResultsPanel console={console} hostKey={hostKey} isOver />
          </>
        ) : (
          <Later console={console} hostKey={hostKey} />
        )}
        <Leave console={console} onSave={props.onSave} />
      </div>
      {!isDebrief && (
        <div class={isOver ? "console-side still" : "console-side"}>
          {isOver ? (
            <LessonSetup console={console} />
          ) : (
            <>
              <HelpList console={console} troubles={troubles} isPlaying={isPlaying} />
              <FaultPanel console={console} isPlaying={isPlaying} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** What is seldom wanted while a round runs. */
function Later(props: { readonly console: ConsoleState; readonly hostKey: string }) {
  const words = text.value.console;
  return (
    <>
      <LaterSetup console={props.console} />
      <details class="later">
        <summary>{words.results.title}</summary>
        <ResultsPanel {...props} isOver={false} />
      </details>
    </>
  );
}

/** More networks than this are drawn smaller where the window is low. */
const mostRoomy = 6;

const LaterSetup = ({ console }: { readonly console: ConsoleState }) => (
  <details class="later">
    <summary>{text.value.console.setup.title}</summary>
    <LessonSetup console={console} />
  </details>
);

function Tiles(props: {
  readonly console: ConsoleState;
  readonly host: HostPage;
  readonly troubles: readonly Trouble[];
}) {
  const { console, host, troubles } = props;
  const view = console.view.value;
  return (
    <div class={host.networks.length > mostRoomy ? "tiles compact" : "tiles"}>
      {host.networks.map((network) => (
        <NetworkTile
          key={network.id}
          console={console}
          host={host}
          network={network}
          troubles={troubles.filter((trouble) => trouble.network === network.id)}
          state={presentNetworkState(view, text.value, troubles, network.id)}
        />
      ))}
      <JoinCard console={console} host={host} />
    </div>
  );
}

const troublesOf = ({ view, link }: ConsoleState): readonly Trouble[] =>
  presentTroubles(view.value, text.value, (network) =>
    playTimeOf(networkView(view.value, network), link.lessonNow()),
  );

/** The two ways to leave: to come back next lesson, or for good. */
function Leave({
  console,
  onSave,
}: {
  readonly console: ConsoleState;
  readonly onSave: () => void;
}) {
  const { console: words, shell } = text.value;
  return (
    <div class="leave-buttons">
      <Confirmed
        isMild
        label={words.save.save}
        title={words.save.saveTitle}
        body={words.save.saveBody}
        onYes={onSave}
      />
      <Confirmed
        label={shell.host.close}
        title={shell.host.closeTitle}
        body={shell.host.closeBody}
        onYes={() => console.ask({ kind: "closeRoom" })}
      />
    </div>
  );
}
