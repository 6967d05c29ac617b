import { text } from "../look/language.ts";
import { Broken } from "./broken.tsx";
import { useModule } from "./use-module.ts";
import { Waiting } from "./waiting.tsx";

// Most visitors never need it.
const fetchPage = () => import("../selftest/self-test-page.tsx");

/** The page that finds out whether a network lets the game through. */
export function SelfTestRoute() {
  const fetched = useModule(fetchPage);
  if (fetched.kind === "here") return <fetched.module.SelfTestPage />;
  if (fetched.kind === "broken") return <Broken />;
  return <Waiting name="selftest" words={text.value.shell.working} />;
}
