import { useEffect } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentEnd } from "../present/shell-screen.ts";
import { forgetKey, type KeptKey } from "./kept-keys.ts";
import { go } from "./page.ts";
import { Heading, Screen } from "./screen.tsx";

/** The lesson is over for this page: its room was closed, or somebody else holds the line now. */
export function Over(props: {
  readonly kind: KeptKey["kind"];
  readonly code: string;
  readonly link: MatchLink;
  readonly onTakeBack: () => void;
}) {
  const { kind, code } = props;
  const words = text.value.shell;
  const end = presentEnd(props.link.view.value);
  const told = words.over[end];
  useEffect(() => {
    if (end === "closed") forgetKey(kind, code);
  }, [end, kind, code]);
  return (
    <Screen name="over" title={told.title} home>
      <section class="card narrow">
        <Heading>{told.title}</Heading>
        <p>{told[kind]}</p>
        <div class="buttons">
          {end === "taken" && (
            <button type="button" class="button first" onClick={props.onTakeBack}>
              {words.over.takeBack}
            </button>
          )}
          <button type="button" class="button" onClick={() => go({ kind: "front" })}>
            {words.home}
          </button>
        </div>
      </section>
    </Screen>
  );
}
