import { useEffect, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { openNewRoom, type Refused } from "./enter-room.ts";
import { go } from "./page.ts";
import { Refusal } from "./refusal.tsx";
import { Waiting } from "./waiting.tsx";

/** Opens a new room and goes there as its host. */
export function OpenRoom() {
  const [reason, setReason] = useState<Refused>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stands = true;
    setReason(undefined);
    openNewRoom().then((opened) => {
      if (!stands) return;
      if (opened.kind === "open") go({ kind: "host", code: opened.code }, "replace");
      else setReason(opened.reason);
    });
    return () => {
      stands = false;
    };
  }, [attempt]);
  if (reason === undefined) return <Waiting name="host" words={text.value.shell.join.opening} />;
  return <Refusal reason={reason} hosting onAgain={() => setAttempt(attempt + 1)} />;
}
