import { text } from "../look/language.ts";
import { Broken } from "./broken.tsx";
import { useModule } from "./use-module.ts";
import { Waiting } from "./waiting.tsx";

// Only one page of a class needs it.
const fetchScreen = () => import("../screen/big-screen-room.tsx");

/** The big screen of a classroom, which is fetched where one opens. */
export function ScreenRoom(props: {
  readonly code: string;
  readonly screenKey: string | undefined;
}) {
  const fetched = useModule(fetchScreen);
  if (fetched.kind === "here") return <fetched.module.BigScreenRoom {...props} />;
  if (fetched.kind === "coming") return <Waiting name="screen" words={text.value.shell.working} />;
  return <Broken />;
}
