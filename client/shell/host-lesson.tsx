import "./host.css";
import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Refusal } from "../../shared/contract/intent.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { type HostPage, presentHost } from "../present/shell-host.ts";
import { presentHostScreen } from "../present/shell-screen.ts";
import type { Ask } from "./ask.ts";
import { CodeCard } from "./code-card.tsx";
import { HostNetworks } from "./host-networks.tsx";
import { HostResults } from "./host-results.tsx";
import { HostStatus } from "./host-status.tsx";
import { LineBanner } from "./line-banner.tsx";
import { Heading, Screen } from "./screen.tsx";
import { Waiting } from "./waiting.tsx";

/** A lesson as its host sees it: who is where, how far it is, and what can be done. */
export function HostLesson(props: {
  readonly link: MatchLink;
  readonly code: string;
  readonly over: ComponentChildren;
}) {
  const { link } = props;
  const screen = useComputed(() => presentHostScreen(link.view.value, link.line.value));
  if (screen.value === "over") return props.over;
  if (screen.value === "entering") return <Waiting name="host" words={text.value.shell.working} />;
  return (
    <>
      <LineBanner link={link} />
      <HostScreen link={link} code={props.code} />
    </>
  );
}

function HostScreen({ link, code }: { readonly link: MatchLink; readonly code: string }) {
  const [refusal, setRefusal] = useState<Refusal>();
  const host = presentHost(link.view.value);
  const words = text.value.shell.host;
  const ask: Ask = async (intent) => {
    const answer = await link.send(intent);
    setRefusal(answer.kind === "refused" ? answer.reason : undefined);
  };
  return (
    <Screen name="host" title={words.title} bar={<HostStatus host={host} link={link} ask={ask} />}>
      <div class="host">
        <Heading unseen>{words.title}</Heading>
        <p class="refusal" role="alert">
          {refusal === undefined ? "" : text.value.coach.refusals[refusal]}
        </p>
        <HostBody host={host} code={code} ask={ask} />
      </div>
    </Screen>
  );
}

function HostBody({ host, code, ask }: { host: HostPage; code: string; ask: Ask }) {
  return (
    <div class="host-columns" data-phase={host.phase}>
      <div class="host-main">
        <HostNetworks host={host} ask={ask} />
        {(host.phase === "result" || host.results.length > 0) && <HostResults host={host} />}
      </div>
      <CodeCard code={code} online={host.online} ask={ask} />
    </div>
  );
}
