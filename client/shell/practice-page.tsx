import { text } from "../look/language.ts";
import type { PracticePage as Page } from "../present/shell-page.ts";
import { Broken } from "./broken.tsx";
import { useModule } from "./use-module.ts";
import { Waiting } from "./waiting.tsx";

// Fetched once; the missions come with it.
const fetchPractice = () => import("./practice.tsx");

/** Practising alone, which is fetched when somebody wants to. */
export function PracticePage({ page }: { readonly page: Page }) {
  const practice = useModule(fetchPractice);
  if (practice.kind === "here") return <practice.module.Practice page={page} />;
  if (practice.kind === "coming")
    return <Waiting name="practice" words={text.value.shell.working} />;
  return <Broken />;
}
