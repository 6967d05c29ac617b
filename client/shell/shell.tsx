import { Front } from "./front.tsx";
import { HostRoom } from "./host-room.tsx";
import { OpenRoom } from "./open-room.tsx";
import { page } from "./page.ts";
import { PlayerRoom } from "./player-room.tsx";
import { PracticePage } from "./practice-page.tsx";
import { SavedLessonRoute } from "./saved-lesson-route.tsx";
import { ScreenRoom } from "./screen-room.tsx";
import { SelfTestRoute } from "./self-test-route.tsx";

/** The whole game in the browser: the page that the address names. */
export function Shell() {
  const here = page.value;
  switch (here.kind) {
    case "front":
      return <Front />;
    case "practice":
      return <PracticePage page={here} />;
    case "join":
      return (
        <PlayerRoom
          key={here.code}
          code={here.code}
          seatKey={here.seatKey}
          asked={here.asked ?? false}
        />
      );
    case "selfTest":
      return <SelfTestRoute />;
    case "savedLesson":
      return <SavedLessonRoute />;
    case "openRoom":
      return <OpenRoom />;
    case "host":
      return <HostRoom key={here.code} code={here.code} />;
    case "screen":
      return <ScreenRoom key={here.code} code={here.code} screenKey={here.key} />;
  }
}
