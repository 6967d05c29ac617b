import { text } from "../look/language.ts";
import { formatCode } from "../present/shell-page.ts";
import { Screen, type ScreenName } from "./screen.tsx";

/** Something is on its way and will be here soon. */
export const Waiting = ({ name, words }: { readonly name: ScreenName; readonly words: string }) => (
  <Screen name={name} title={words} home>
    <p class="waiting" role="status">
      {words}
    </p>
  </Screen>
);

/** A room is being entered. */
export const Entering = ({ name, code }: { readonly name: ScreenName; readonly code: string }) => (
  <Waiting name={name} words={text.value.shell.join.entering(formatCode(code))} />
);
