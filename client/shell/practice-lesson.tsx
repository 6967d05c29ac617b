import { useComputed, useSignalEffect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Role } from "../../shared/contract/mission.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentPlayerScreen } from "../present/shell-screen.ts";
import { Broken } from "./broken.tsx";
import { isGuided, setGuided } from "./guidance.ts";
import { go } from "./page.ts";
import { PlayerLesson } from "./player-lesson.tsx";
import { Waiting } from "./waiting.tsx";

/** Fetches the whole game engine; the second time it is there already. */
export const fetchPractice = () => import("../net/local-link.ts");

type Opened = { readonly kind: "in"; readonly link: MatchLink } | { readonly kind: "broken" };

/** A practice of one role, from its start to its result. */
export function PracticeLesson({ role }: { readonly role: Role }) {
  const [run, setRun] = useState(1);
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    let stands = true;
    let leave = () => {};
    setOpened(undefined);
    openPracticeOf(role).then((fresh) => {
      if (fresh.kind === "in") leave = () => fresh.link.leave();
      if (stands) setOpened(fresh);
      else leave();
    });
    return () => {
      stands = false;
      leave();
    };
  }, [role, run]);
  if (opened === undefined) return <Waiting name="practice" words={text.value.shell.working} />;
  if (opened.kind === "broken") return <Broken />;
  return <PracticeRun link={opened.link} role={role} onAgain={() => setRun(run + 1)} />;
}

const openPracticeOf = (role: Role): Promise<Opened> =>
  fetchPractice()
    .then(({ openPractice }) => openPractice({ role, guided: isGuided(role) }))
    .then(
      (link): Opened => ({ kind: "in", link }),
      (): Opened => ({ kind: "broken" }),
    );

function PracticeRun(props: {
  readonly link: MatchLink;
  readonly role: Role;
  readonly onAgain: () => void;
}) {
  const { link, role, onAgain } = props;
  const screen = useComputed(() => presentPlayerScreen(link.view.value, link.line.value));
  useSignalEffect(() => {
    // A role that was played to the end is known: the next run is on one's own, unless the switch says otherwise.
    if (screen.value === "result") setGuided(role, false);
  });
  const otherRole = () => go({ kind: "practice" });
  const next = <WhatNext onAgain={onAgain} onOtherRole={otherRole} />;
  return <PlayerLesson link={link} next={next} over={<Broken />} onLeave={otherRole} />;
}

function WhatNext(props: { readonly onAgain: () => void; readonly onOtherRole: () => void }) {
  const words = text.value.shell.result;
  return (
    <div class="buttons">
      <button type="button" class="button first" onClick={props.onAgain}>
        {words.again}
      </button>
      <button type="button" class="button" onClick={props.onOtherRole}>
        {words.otherRole}
      </button>
    </div>
  );
}
