import "./console.css";
import { useComputed } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { text } from "../look/language.ts";
import { presentAllSheets } from "../present/eyes-sheet.ts";
import { presentHost } from "../present/shell-host.ts";
import { presentHostScreen } from "../present/shell-screen.ts";
import { LineBanner } from "../shell/line-banner.tsx";
import { PrintSheets } from "../shell/print-sheets.tsx";
import { Heading, Screen } from "../shell/screen.tsx";
import { Waiting } from "../shell/waiting.tsx";
import { ConsoleBar } from "./console-bar.tsx";
import { ConsoleBody } from "./console-body.tsx";
import type { ConsoleProps } from "./console-props.ts";
import { type ConsoleState, createConsole, look } from "./console-state.ts";
import { MovingSign } from "./moving-sign.tsx";
import { PlayerCard } from "./player-card.tsx";
import { PocketConsole } from "./pocket-console.tsx";
import { ShoulderDrawer } from "./shoulder-drawer.tsx";
import { useMedia } from "./use-media.ts";

const lookEveryMs = 250;
/** Carried about, and held in one hand while the other one points. */
const tablet = "(768px <= width < 1100px) and (pointer: coarse)";

/** A lesson as its host sees it: every network at once, who needs help, and everything that can be done. */
export function Console(props: ConsoleProps) {
  const { link } = props;
  const screen = useComputed(() => presentHostScreen(link.view.value, link.line.value));
  if (screen.value === "over") return props.over;
  if (screen.value === "entering") return <Waiting name="host" words={text.value.shell.working} />;
  return (
    <>
      <LineBanner link={link} />
      <LiveConsole {...props} />
    </>
  );
}

function LiveConsole(props: ConsoleProps) {
  const { link, code } = props;
  const console = useMemo(() => createConsole(link, code), [link, code]);
  useEffect(() => {
    const timer = setInterval(() => look(console), lookEveryMs);
    return () => clearInterval(timer);
  }, [console]);
  return <ConsoleScreen {...props} console={console} />;
}

function ConsoleScreen(props: ConsoleProps & { readonly console: ConsoleState }) {
  const { console } = props;
  const host = presentHost(console.view.value);
  const isPhone = useMedia("(width < 768px)");
  const isTablet = useMedia(tablet);
  const words = text.value.console;
  const sheets = presentAllSheets(console.view.value, text.value);
  const body = <ConsoleBody {...props} host={host} sheets={sheets} />;
  return (
    <>
      <Screen
        name="host"
        title={words.title}
        bar={<ConsoleBar console={console} host={host} screenLink={props.screenLink} />}
      >
        <Heading unseen>{words.title}</Heading>
        <Refused console={console} />
        <MovingSign console={console} host={host} />
        {isPhone || isTablet ? (
          <PocketConsole console={console} host={host} hasRoom={isTablet}>
            {body}
          </PocketConsole>
        ) : (
          body
        )}
      </Screen>
      {sheets.length > 0 && <PrintSheets sheets={sheets} />}
      <PlayerCard console={console} host={host} />
      <ShoulderDrawer console={console} />
    </>
  );
}

function Refused({ console }: { readonly console: ConsoleState }) {
  const refusal = console.refusal.value;
  return (
    <p class="refusal" role="alert">
      {refusal === undefined ? "" : text.value.coach.refusals[refusal]}
    </p>
  );
}
