import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentMySheet } from "../present/eyes-sheet.ts";
import { missionOf } from "../present/mission-of.ts";
import { presentPair } from "../present/pair.ts";
import { presentRoleRule, type RoleRule } from "../present/role-rule.ts";
import { type Briefing, presentBriefing } from "../present/shell-briefing.ts";
import { explanationOf } from "../present/shell-chapters.ts";
import { presentSecondsLeft } from "../present/shell-time-left.ts";
import { wordFor } from "../present/word-for.ts";
import { BriefingSheet } from "./briefing-sheet.tsx";
import { Ideas } from "./practice-explanation.tsx";
import { PrintSheets } from "./print-sheets.tsx";
import { RolePicture } from "./role-picture.tsx";
import { Heading, Screen } from "./screen.tsx";
import { useTick } from "./use-tick.ts";

/** My role card before a round: who I am now, what I see, what I do. */
export function BriefingScreen({ link, aside }: { link: MatchLink; aside: ComponentChildren }) {
  const briefing = presentBriefing(link.view.value);
  const [isRead, setRead] = useState(false);
  const { desk } = text.value;
  if (briefing === undefined) return null;
  const { explained = "" } = briefing;
  const sheet = presentMySheet(link.view.value, text.value);
  const pair = presentPair(link.view.value, text.value, 0);
  const isExplained = !isRead && explanationOf(explained, text.value).length > 0;
  return (
    <>
      <Screen name="briefing" title={desk.role.mine}>
        <div class="briefing">
          {isExplained ? (
            <IdeaCard mission={explained} />
          ) : (
            <div class="briefing-main">
              <RoleCard
                briefing={briefing}
                rule={
                  pair === undefined
                    ? presentRoleRule(missionOf(link.view.value), briefing.role, text.value)
                    : undefined
                }
              />
              {sheet !== undefined && pair !== undefined && (
                <BriefingSheet sheet={sheet} pair={pair} />
              )}
            </div>
          )}
          <div class="briefing-side">
            <section class="card starting">
              <Countdown link={link} />
              {isExplained ? (
                <button type="button" class="button first large" onClick={() => setRead(true)}>
                  {text.value.shell.briefing.toRole}
                </button>
              ) : (
                <Ready briefing={briefing} link={link} />
              )}
            </section>
            {aside}
          </div>
        </div>
      </Screen>
      {sheet !== undefined && <PrintSheets sheets={[sheet]} />}
    </>
  );
}

/** What the round is about, for classes that hear it first. */
function IdeaCard({ mission }: { readonly mission: string }) {
  const { names, practice } = text.value;
  return (
    <section class="card explanation">
      <p class="label">{practice.explanation.before}</p>
      <Heading>{wordFor(names.missions, mission)}</Heading>
      <Ideas mission={mission} />
    </section>
  );
}

/** Who I am. Of two the eyes have it on their sheet what there is to see and to do. */
function RoleCard(props: { readonly briefing: Briefing; readonly rule: RoleRule | undefined }) {
  const { desk, names, shell } = text.value;
  const { briefing, rule } = props;
  const { role, address } = briefing;
  return (
    <section class="card role-card">
      <span class="stripe airmail" aria-hidden="true" />
      <div class="role-head">
        <RolePicture role={role} size={112} />
        <div>
          <p class="label">
            {desk.top.round(briefing.round)} · {wordFor(names.missions, briefing.mission)}
          </p>
          <p class="quiet">{desk.role.mine}</p>
          <Heading>{names.roles[role]}</Heading>
          {address !== undefined && (
            <p>
              <span class="quiet">{shell.briefing.address}</span>{" "}
              <span class="mono address">{address}</span>
            </p>
          )}
        </div>
      </div>
      {rule !== undefined && (
        <dl>
          <dt>{desk.role.see}</dt>
          <dd>{rule.sees}</dd>
          <dt>{desk.role.duty}</dt>
          <dd>{rule.does}</dd>
        </dl>
      )}
    </section>
  );
}

function Countdown({ link }: { readonly link: MatchLink }) {
  useTick();
  const left = presentSecondsLeft(link.view.value, {
    lessonNow: link.lessonNow(),
    playNow: link.playNow(),
  });
  return (
    <p class="countdown" role="timer">
      {left === undefined ? "" : text.value.shell.briefing.startsIn(left)}
    </p>
  );
}

function Ready({ briefing, link }: { briefing: Briefing; link: MatchLink }) {
  const words = text.value.shell.briefing;
  return (
    <>
      {briefing.ready ? (
        <p class="is-ready" role="status">
          {words.isReady}
        </p>
      ) : (
        <button
          type="button"
          class="button first large"
          onClick={() => link.send({ kind: "ready" })}
        >
          {words.ready}
        </button>
      )}
      {briefing.playerCount > 1 && (
        <p class="quiet">{words.readyCount(briefing.readyCount, briefing.playerCount)}</p>
      )}
      {!briefing.ready && <p class="quiet">{words.late}</p>}
    </>
  );
}
