import { text } from "../look/language.ts";
import { CodeForm } from "./code-form.tsx";
import type { Refused } from "./enter-room.ts";
import { go } from "./page.ts";
import { PageLink } from "./page-link.tsx";
import { Heading, Screen } from "./screen.tsx";

type RefusalProps = {
  readonly reason: Refused;
  /** The code that was tried, where a player tried one. */
  readonly code?: string;
  /** Whether it was a host who was not let in. */
  readonly hosting?: boolean;
  readonly onAgain: () => void;
};

/** A room did not let me in: what happened, and what I can do about it. */
export function Refusal(props: RefusalProps) {
  const { refused } = text.value.shell.join;
  const isHostKey = props.hosting === true && props.reason === "badKey";
  const words = isHostKey ? refused.badHostKey : refused[props.reason];
  return (
    <Screen name={props.hosting ? "host" : "join"} title={words.title} home>
      <section class="card narrow">
        <Heading>{words.title}</Heading>
        <p>{words.body}</p>
        <WayOut {...props} />
      </section>
    </Screen>
  );
}

function WayOut({ reason, code, hosting, onAgain }: RefusalProps) {
  const words = text.value.shell;
  switch (reason) {
    case "wrongCode":
    case "roomClosed":
    case "lessonOld":
      return hosting ? <OpenAnother /> : <OtherCode code={code} onAgain={onAgain} />;
    case "badKey":
      if (hosting) return <OpenAnother />;
      return <Button onClick={onAgain}>{words.join.newSeat}</Button>;
    case "unreachable":
      return (
        <>
          <Button onClick={onAgain}>{words.tryAgain}</Button>
          <PageLink to={{ kind: "selfTest" }} words={words.join.selfTest} />
        </>
      );
    case "pageOld":
      return <Button onClick={() => location.reload()}>{words.reload}</Button>;
    case "roomFull":
    case "roomLocked":
    case "tooMany":
      return <Button onClick={onAgain}>{words.tryAgain}</Button>;
  }
}

/** The same code tried again is the same page, which then only has to try anew. */
const OtherCode = (props: { readonly code: string | undefined; readonly onAgain: () => void }) => (
  <CodeForm
    onEnter={(code) =>
      code === props.code ? props.onAgain() : go({ kind: "join", code, asked: true }, "replace")
    }
  />
);

const OpenAnother = () => (
  <Button onClick={() => go({ kind: "openRoom" }, "replace")}>
    {text.value.shell.front.hostGo}
  </Button>
);

const Button = (props: { readonly onClick: () => void; readonly children: string }) => (
  <button type="button" class="button first" onClick={props.onClick}>
    {props.children}
  </button>
);
