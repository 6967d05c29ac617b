import { useComputed, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import type { PracticeLink } from "../net/local-link.ts";
import type { PastRun } from "../present/ghost.ts";
import { explanationOf } from "../present/shell-chapters.ts";
import { rememberRound } from "../present/shell-memory.ts";
import { presentResult } from "../present/shell-result.ts";
import { presentPlayerScreen } from "../present/shell-screen.ts";
import { Broken } from "./broken.tsx";
import { deviceMemory, remember } from "./device-memory.ts";
import { GhostRematch } from "./ghost-rematch.tsx";
import { haunted, pastRun } from "./ghost-run.ts";
import { GhostSplit } from "./ghost-split.tsx";
import { isGuided } from "./guidance.ts";
import { go } from "./page.ts";
import { PlayerLesson } from "./player-lesson.tsx";
import { ExplanationCard, ExplanationScreen } from "./practice-explanation.tsx";
import { PracticeNext } from "./practice-next.tsx";
import type { PracticePlan } from "./practice-plan.ts";
import { PracticeReview } from "./practice-review.tsx";
import { Waiting } from "./waiting.tsx";

/** Fetches the whole game engine; the second time it is there already. */
export const fetchEngine = () => import("../net/local-link.ts");

type Opened =
  | { readonly kind: "in"; readonly link: PracticeLink; readonly guided: boolean }
  | { readonly kind: "broken" };

/** A practice of one role: its explanation, if that is wished first, and then round after round. */
export function PracticeLesson({ plan }: { readonly plan: PracticePlan }) {
  const [run, setRun] = useState<Run>({ nth: 1, rival: undefined });
  const [isExplained, setExplained] = useState(() => !isExplainedFirst(plan));
  const { mission } = plan;
  if (!isExplained) {
    return <ExplanationScreen mission={mission.id} onGo={() => setExplained(true)} />;
  }
  const playOn = (rival?: PastRun) => setRun({ nth: run.nth + 1, rival });
  return (
    <PracticeRun
      key={run.nth}
      {...{ plan, rival: run.rival }}
      onAgain={() => playOn()}
      onRematch={playOn}
    />
  );
}

const isExplainedFirst = ({ mission, challenge }: PracticePlan): boolean =>
  deviceMemory.value.explainFirst &&
  challenge === undefined &&
  explanationOf(mission.id, text.value).length > 0;

/** One run of a plan; a rival is the run before, when the same round is played again. */
type Run = { readonly nth: number; readonly rival: PastRun | undefined };
type RunProps = {
  readonly plan: PracticePlan;
  readonly rival: PastRun | undefined;
  readonly onAgain: () => void;
  readonly onRematch: (rival: PastRun) => void;
};

function PracticeRun(props: RunProps) {
  const [opened, setOpened] = useState<Opened>();
  const { plan, rival } = props;
  useEffect(() => {
    let stands = true;
    let leave = () => {};
    openPracticeOf(plan, rival).then((fresh) => {
      if (fresh.kind === "in") leave = () => fresh.link.leave();
      if (stands) setOpened(fresh);
      else leave();
    });
    return () => {
      stands = false;
      leave();
    };
    // A run is opened once: whoever goes on elsewhere gets a new one.
  }, []);
  if (opened === undefined) return <Waiting name="practice" words={text.value.shell.working} />;
  if (opened.kind === "broken") return <Broken />;
  return <OpenedRun {...props} link={opened.link} guided={opened.guided} />;
}

function openPracticeOf(
  { mission, role, challenge }: PracticePlan,
  rival: PastRun | undefined,
): Promise<Opened> {
  const isWhole = challenge === undefined && mission.kind !== "experiment";
  const guided = isWhole && isGuided(mission.chapter, role);
  const options = { mission: mission.id, role, guided, ...(rival && { seed: rival.seed }) };
  return fetchEngine()
    .then(({ openPractice }) =>
      openPractice(challenge === undefined ? options : { ...options, challenge }),
    )
    .then(
      (link): Opened => ({ kind: "in", link: haunted(link, rival), guided }),
      (): Opened => ({ kind: "broken" }),
    );
}

function OpenedRun(props: RunProps & { readonly link: PracticeLink; readonly guided: boolean }) {
  const { plan, rival, link, guided, onAgain, onRematch } = props;
  const mission = plan.mission.id;
  const screen = useComputed(() => presentPlayerScreen(link.view.value, link.line.value));
  useSignalEffect(() => {
    if (screen.value !== "result") return;
    const view = link.view.peek();
    const stars = presentResult(view).team?.stars ?? 0;
    const round = { ...plan, guided, stars, tallies: view.tallies };
    remember((memory) => rememberRound(memory, round));
  });
  const isOver = screen.value === "result";
  const isExplainedNow = isOver && plan.challenge === undefined && !deviceMemory.value.explainFirst;
  const { tallies } = link.view.value;
  const run = useMemo(() => (isOver ? pastRun(link) : undefined), [link, isOver]);
  const isRace = !guided && plan.challenge === undefined;
  const next = (
    <>
      <PracticeNext {...{ plan, guided, tallies, onAgain }} />
      {isRace && run !== undefined && <GhostRematch {...{ run, rival, onRematch }} />}
    </>
  );
  return (
    <>
      <PlayerLesson
        link={link}
        next={isOver && next}
        explained={isExplainedNow && <ExplanationCard mission={mission} />}
        below={run !== undefined && <PracticeReview {...{ run, rival }} />}
        over={<Broken />}
        onLeave={() => go({ kind: "practice", mission })}
      />
      {rival !== undefined && !isOver && <GhostSplit link={link} rival={rival} />}
    </>
  );
}
