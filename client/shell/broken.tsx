import { text } from "../look/language.ts";
import { Heading, Screen } from "./screen.tsx";

/** A part of the game could not be fetched. */
export const Broken = () => (
  <Screen name="over" title={text.value.shell.broken.title} home>
    <section class="card narrow">
      <Heading>{text.value.shell.broken.title}</Heading>
      <p>{text.value.shell.broken.body}</p>
      <button type="button" class="button first" onClick={() => location.reload()}>
        {text.value.shell.reload}
      </button>
    </section>
  </Screen>
);
