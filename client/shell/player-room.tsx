import { useState } from "preact/hooks";
import { useRoomStories } from "../debrief/use-story.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { CodeForm } from "./code-form.tsx";
import { keptKey } from "./kept-keys.ts";
import { Over } from "./over.tsx";
import { go } from "./page.ts";
import { PairPanel } from "./pair-panel.tsx";
import { PlayerLesson } from "./player-lesson.tsx";
import { Refusal } from "./refusal.tsx";
import { Heading, Screen } from "./screen.tsx";
import { SeatPanel } from "./seat-panel.tsx";
import { useRoom } from "./use-room.ts";
import { Entering } from "./waiting.tsx";

/** A room as a player meets it: the code first, unless it was typed already or this device has a seat there. */
export function PlayerRoom(props: {
  readonly code: string;
  readonly seatKey: string | undefined;
  readonly asked: boolean;
}) {
  const [wasHere] = useState(() => keptKey("seat", props.code) !== undefined);
  if (props.asked || props.seatKey !== undefined || wasHere) {
    return <EnteredRoom code={props.code} seatKey={props.seatKey} />;
  }
  const title = text.value.shell.join.title;
  return (
    <Screen name="join" title={title} home>
      <section class="card narrow">
        <Heading>{title}</Heading>
        <CodeForm
          first={props.code}
          onEnter={(code) => go({ kind: "join", code, asked: true }, "replace")}
        />
      </section>
    </Screen>
  );
}

function EnteredRoom({ code, seatKey }: { code: string; seatKey: string | undefined }) {
  const [entry, enter] = useRoom("seat", code, seatKey);
  if (entry.kind === "entering") return <Entering name="join" code={code} />;
  if (entry.kind === "refused") {
    return <Refusal reason={entry.reason} code={code} onAgain={enter} />;
  }
  return <SeatedRoom code={code} seatKey={entry.key} link={entry.link} onTakeBack={enter} />;
}

function SeatedRoom(props: {
  readonly code: string;
  readonly seatKey: string;
  readonly link: MatchLink;
  readonly onTakeBack: () => void;
}) {
  const { code, seatKey, link } = props;
  const stories = useRoomStories(code, seatKey);
  return (
    <PlayerLesson
      {...{ link, stories }}
      aside={
        <>
          <PairPanel link={link} />
          <SeatPanel code={code} seatKey={seatKey} />
        </>
      }
      next={<p>{text.value.shell.result.next}</p>}
      over={<Over kind="seat" code={code} link={link} onTakeBack={props.onTakeBack} />}
      onLeave={() => go({ kind: "front" })}
    />
  );
}
