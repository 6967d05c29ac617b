import { useEffect, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { JoinRefused, joinRoom } from "../net/room-link.ts";
import type { Refused } from "../shell/enter-room.ts";
import { Refusal } from "../shell/refusal.tsx";
import { Heading, Screen } from "../shell/screen.tsx";
import { Entering } from "../shell/waiting.tsx";
import { BigScreen } from "./big-screen.tsx";
import { keepScreenKey, keptScreenKey } from "./screen-key.ts";

/** A room's big screen, let in by the key that its link brought. */
export function BigScreenRoom(props: {
  readonly code: string;
  readonly screenKey: string | undefined;
}) {
  const { code } = props;
  const [key] = useState(() => props.screenKey ?? keptScreenKey(code));
  return key === undefined || key === "" ? <NoKey /> : <WithKey code={code} screenKey={key} />;
}

type Entry =
  | { readonly kind: "entering" }
  | { readonly kind: "in"; readonly link: MatchLink }
  | { readonly kind: "refused"; readonly reason: Refused };

function WithKey({ code, screenKey }: { readonly code: string; readonly screenKey: string }) {
  const [entry, setEntry] = useState<Entry>({ kind: "entering" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stands = true;
    let leave = () => {};
    setEntry({ kind: "entering" });
    enter(code, screenKey).then((entered) => {
      if (entered.kind === "in") leave = () => entered.link.leave();
      if (stands) setEntry(entered);
      else leave();
    });
    return () => {
      stands = false;
      leave();
    };
  }, [code, screenKey, attempt]);
  if (entry.kind === "entering") return <Entering name="screen" code={code} />;
  if (entry.kind === "in") return <BigScreen link={entry.link} code={code} screenKey={screenKey} />;
  if (entry.reason === "badKey") return <NoKey />;
  return <Refusal reason={entry.reason} onAgain={() => setAttempt(attempt + 1)} />;
}

async function enter(
  code: string,
  screenKey: string,
): Promise<Exclude<Entry, { kind: "entering" }>> {
  try {
    const { link } = await joinRoom(code, { screenKey });
    keepScreenKey({ code, key: screenKey });
    return { kind: "in", link };
  } catch (thrown) {
    const reason = thrown instanceof JoinRefused ? thrown.reason : "unreachable";
    return { kind: "refused", reason };
  }
}

function NoKey() {
  const words = text.value.console.screen;
  return (
    <Screen name="screen" title={words.noKey} home>
      <section class="card narrow">
        <Heading>{words.noKey}</Heading>
        <p>{words.noKeyBody}</p>
      </section>
    </Screen>
  );
}
