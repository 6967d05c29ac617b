import { text } from "../look/language.ts";
import { Broken } from "./broken.tsx";
import { useModule } from "./use-module.ts";
import { Waiting } from "./waiting.tsx";

// Hosts come here, and only after a lesson.
const fetchPage = () => import("../debrief/saved-lesson-page.tsx");

/** The page that looks at a lesson again out of its file. */
export function SavedLessonRoute() {
  const fetched = useModule(fetchPage);
  if (fetched.kind === "here") return <fetched.module.SavedLessonPage />;
  if (fetched.kind === "broken") return <Broken />;
  return <Waiting name="lesson" words={text.value.shell.working} />;
}
