import { text } from "../look/language.ts";
import { Broken } from "./broken.tsx";
import { Over } from "./over.tsx";
import { Refusal } from "./refusal.tsx";
import { useModule } from "./use-module.ts";
import { useRoom } from "./use-room.ts";
import { Entering, Waiting } from "./waiting.tsx";

// Pupils never need it.
const fetchHostLesson = () => import("./host-lesson.tsx");

/** A room as its host meets it. */
export function HostRoom({ code }: { readonly code: string }) {
  const [entry, enter] = useRoom("host", code);
  const fetched = useModule(fetchHostLesson);
  if (entry.kind === "entering") return <Entering name="host" code={code} />;
  if (entry.kind === "refused") {
    return <Refusal reason={entry.reason} hosting onAgain={enter} />;
  }
  if (fetched.kind === "broken") return <Broken />;
  if (fetched.kind === "coming") return <Waiting name="host" words={text.value.shell.working} />;
  return (
    <fetched.module.HostLesson
      link={entry.link}
      code={code}
      over={<Over kind="host" code={code} link={entry.link} onTakeBack={enter} />}
    />
  );
}
