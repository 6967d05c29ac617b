import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { formatScreenLink } from "../present/shell-page.ts";
import { Broken } from "./broken.tsx";
import { HostSaved } from "./host-saved.tsx";
import { Over } from "./over.tsx";
import { Refusal } from "./refusal.tsx";
import { useModule } from "./use-module.ts";
import { useRoom } from "./use-room.ts";
import { Entering, Waiting } from "./waiting.tsx";

// Pupils never need it.
const fetchConsole = () => import("../console/console.tsx");

/** A room as its host meets it. */
export function HostRoom({ code }: { readonly code: string }) {
  const [entry, enter] = useRoom("host", code);
  const [isSaved, setSaved] = useState(false);
  const fetched = useModule(fetchConsole);
  if (isSaved) return <HostSaved code={code} />;
  if (entry.kind === "entering") return <Entering name="host" code={code} />;
  if (entry.kind === "refused") {
    return <Refusal reason={entry.reason} hosting onAgain={enter} />;
  }
  if (fetched.kind === "broken") return <Broken />;
  if (fetched.kind === "coming") return <Waiting name="host" words={text.value.shell.working} />;
  return (
    <fetched.module.Console
      link={entry.link}
      code={code}
      hostKey={entry.key}
      screenLink={formatScreenLink(location.origin, code, entry.screenKey ?? "")}
      over={<Over kind="host" code={code} link={entry.link} onTakeBack={enter} />}
      onSave={() => void leaveForNow(entry.link).then(() => setSaved(true))}
    />
  );
}

/** Nothing runs on while nobody leads it; the room's journal stays with the server. */
async function leaveForNow(link: MatchLink): Promise<void> {
  const phase = link.view.peek().lesson["now"]?.phase;
  if (phase === "play" || phase === "briefing") await link.send({ kind: "endRound" });
  link.leave();
}
