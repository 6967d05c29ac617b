import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { playTimeOf } from "../net/play-time.ts";
import { networkView } from "../present/console-network-view.ts";
import { nameNetwork, presentTroubles, type Trouble } from "../present/console-troubles.ts";
import type { HostPage } from "../present/shell-host.ts";
import { wordFor } from "../present/word-for.ts";
import type { ConsoleState } from "./console-state.ts";

/**
 * The console of somebody who walks about: one sentence at a time and three buttons. Everything else is one press
 * further, or below where there is room.
 */
export function PocketConsole(props: {
  readonly console: ConsoleState;
  readonly host: HostPage;
  /** Whether everything else is unfolded from the start. */
  readonly hasRoom: boolean;
  readonly children: ComponentChildren;
}) {
  const { console, host, hasRoom } = props;
  const words = text.value.console.pocket;
  const [turn, setTurn] = useState(0);
  const troubles = presentTroubles(console.view.value, text.value, (network) =>
    playTimeOf(networkView(console.view.value, network), console.link.lessonNow()),
  );
  const trouble = host.phase === "play" ? troubles[turn % Math.max(1, troubles.length)] : undefined;
  return (
    <div class="pocket">
      <section class={`card pocket-news ${trouble?.tone ?? "good"}`} aria-live="polite">
        <p class="quiet">
          {trouble === undefined ? words.now : whereOf(trouble)}
          {troubles.length > 1 && ` · ${words.nth((turn % troubles.length) + 1, troubles.length)}`}
        </p>
        <p class="pocket-sentence">
          {trouble === undefined ? calmWords(host) : `${trouble.name}: ${trouble.sentence}`}
        </p>
        {troubles.length > 1 && (
          <button type="button" class="small-button" onClick={() => setTurn(turn + 1)}>
            {words.another}
          </button>
        )}
      </section>
      <PocketButtons console={console} host={host} trouble={trouble} />
      <details class="later" open={hasRoom}>
        <summary>{words.more}</summary>
        {props.children}
      </details>
    </div>
  );
}

function PocketButtons(props: {
  readonly console: ConsoleState;
  readonly host: HostPage;
  readonly trouble: Trouble | undefined;
}) {
  const { console, host, trouble } = props;
  const { bar, pocket } = text.value.console;
  const extend = (
    <button type="button" class="button" onClick={() => console.ask({ kind: "extend" })}>
      {bar.extendLong}
    </button>
  );
  if (host.phase === "briefing") return <div class="pocket-buttons">{extend}</div>;
  if (host.phase !== "play") return null;
  return (
    <div class="pocket-buttons">
      <button
        type="button"
        class="button first"
        disabled={trouble === undefined || trouble.isOffline}
        onClick={() => {
          if (trouble !== undefined) void console.ask({ kind: "hint", player: trouble.player });
        }}
      >
        {trouble === undefined || trouble.isOffline ? pocket.nobody : pocket.hintFor(trouble.name)}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => console.ask({ kind: host.paused ? "resume" : "pause" })}
      >
        {host.paused ? bar.resume : bar.pause}
      </button>
      {extend}
    </div>
  );
}

const whereOf = ({ network, role }: Trouble): string =>
  text.value.console.help.where(nameNetwork(network, text.value), text.value.names.roles[role]);

function calmWords(host: HostPage): string {
  const { bar, pocket } = text.value.console;
  if (host.phase === "play") return host.paused ? bar.paused : pocket.allGood;
  return host.phase === "lobby" ? pocket.waiting(host.online) : wordFor(bar.phases, host.phase);
}
