import "./screen.css";
import { useEffect, useState } from "preact/hooks";
import type { View } from "../../shared/contract/view.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { soundScene } from "../present/screen-sounds.ts";
import { presentSecondsLeft } from "../present/shell-time-left.ts";
import { LineBanner } from "../shell/line-banner.tsx";
import { Heading, useScreenName } from "../shell/screen.tsx";
import { Waiting } from "../shell/waiting.tsx";
import { ScreenDebrief } from "./screen-debrief.tsx";
import { ScreenLobby } from "./screen-lobby.tsx";
import type { ScreenProps } from "./screen-props.ts";
import { ScreenRound } from "./screen-round.tsx";
import { ScreenTop } from "./screen-top.tsx";
import { SoundSwitch } from "./sound-switch.tsx";
import { useSound } from "./use-sound.ts";

const lookEveryMs = 250;

/** The big screen of a classroom: what everybody may see, large enough for the last row. Nothing can be done on it. */
export function BigScreen(props: Omit<ScreenProps, "view">) {
  const { link } = props;
  const view = useLook(link);
  useScreenName("screen", text.value.console.screen.title);
  const now = view.lesson["now"];
  if (now === undefined) return <Waiting name="screen" words={text.value.shell.working} />;
  if (now.phase === "over" || link.line.value === "over") return <ScreenOver />;
  const part = { ...props, view };
  return <LiveScreen {...part} phase={now.phase} isPaused={now.paused} />;
}

function LiveScreen(props: ScreenProps & { readonly phase: string; readonly isPaused: boolean }) {
  const { link, view } = props;
  const seconds = presentSecondsLeft(view, {
    lessonNow: link.lessonNow(),
    playNow: link.playNow(),
  });
  const [hearing, toggle] = useSound(soundScene(view, seconds));
  return (
    <div class="big-screen" data-phase={props.phase}>
      <LineBanner link={link} />
      <ScreenTop {...props} seconds={seconds}>
        <SoundSwitch hearing={hearing} onPress={toggle} />
      </ScreenTop>
      <main>
        <Part {...props} />
        {props.phase === "lobby" && (
          <p class="screen-sound" role="status">
            {text.value.console.screen.sound.how[hearing]}
          </p>
        )}
      </main>
      {props.isPaused && <PauseSign />}
    </div>
  );
}

function Part(props: ScreenProps) {
  switch (props.view.lesson["now"]?.phase) {
    case "lobby":
      return <ScreenLobby {...props} />;
    case "debrief":
      return <ScreenDebrief {...props} />;
    default:
      return <ScreenRound {...props} />;
  }
}

/** The view four times a second: a class sends many more than anybody could read. */
function useLook(link: MatchLink): View {
  const [view, setView] = useState(link.view.peek());
  useEffect(() => {
    const timer = setInterval(() => setView(link.view.peek()), lookEveryMs);
    return () => clearInterval(timer);
  }, [link]);
  return view;
}

const PauseSign = () => (
  <div class="screen-pause" role="status">
    <p>{text.value.console.screen.paused}</p>
  </div>
);

function ScreenOver() {
  const words = text.value.console.screen;
  return (
    <div class="big-screen screen-over">
      <main>
        <Heading>{words.over}</Heading>
        <p>{words.overNote}</p>
      </main>
    </div>
  );
}
