import "./practice.css";
import { useEffect } from "preact/hooks";
import { formatPage, type PracticePage } from "../present/shell-page.ts";
import { ChapterMap } from "./chapter-map.tsx";
import { watchMemory } from "./device-memory.ts";
import { PracticeLesson } from "./practice-lesson.tsx";
import { planOf } from "./practice-plan.ts";

/** Practising alone: the chapter map, or the round that was chosen on it. */
export function Practice({ page }: { readonly page: PracticePage }) {
  useEffect(watchMemory, []);
  const plan = planOf(page);
  if (plan === undefined) return <ChapterMap asked={page.mission} />;
  return <PracticeLesson key={formatPage(page)} plan={plan} />;
}
