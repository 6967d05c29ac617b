import { RoomDebrief } from "../debrief/room-debrief.tsx";
import { useRoomStories } from "../debrief/use-story.ts";
import type { ScreenProps } from "./screen-props.ts";

/** The debrief as the class sees it, step by step with the host. */
export function ScreenDebrief({ link, view, code, screenKey }: ScreenProps) {
  const stories = useRoomStories(code, screenKey);
  return (
    <div class="big-debrief">
      <RoomDebrief
        view={view}
        stories={stories}
        watcher="screen"
        lessonNow={() => link.lessonNow()}
      />
    </div>
  );
}
