import type { ComponentChildren } from "preact";
import type { Mission } from "../../shared/contract/mission.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { language, text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { missionOf } from "../present/mission-of.ts";
import { reasonWords } from "../present/reason-words.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import {
  type CountedReason,
  type Deed,
  deeds,
  presentResult,
  type RoundResult,
} from "../present/shell-result.ts";
import { DeedMark } from "./deed-mark.tsx";
import { Heading, Screen } from "./screen.tsx";
import { Stars } from "./stars.tsx";

/** What the round came to: the team's score, what I did, and why each thing was as it was. */
export function ResultScreen(props: {
  readonly link: MatchLink;
  readonly aside: ComponentChildren;
  readonly next: ComponentChildren;
  readonly explained?: ComponentChildren;
  readonly below?: ComponentChildren;
}) {
  const result = presentResult(props.link.view.value);
  const title = text.value.shell.result.title(result.round);
  return (
    <Screen name="result" title={title}>
      <div class="result">
        <Heading>{title}</Heading>
        <div class="result-side">
          {result.team !== undefined && <Team team={result.team} isScored={result.isScored} />}
          <section class="card next">{props.next}</section>
          {props.aside}
        </div>
        <div class="result-main">
          <MyResult view={props.link.view.value} />
          {props.explained}
        </div>
        {props.below}
      </div>
    </Screen>
  );
}

/** What I did in the round that is over, and why each thing was as it was. Nobody else sees it. */
export function MyResult({ view }: { readonly view: View }) {
  const { mine, share, pair, reasons } = presentResult(view);
  return (
    <section class="card deeds" aria-labelledby="deeds">
      <h2 id="deeds">{text.value.shell.result.mine}</h2>
      {pair !== undefined && <p class="quiet">{presentNickname(pair, text.value)}</p>}
      {mine !== undefined && <Mine mine={mine} />}
      {share !== undefined && <Share {...share} />}
      <Reasons all={reasons} mission={missionOf(view)} />
    </section>
  );
}

function Team(props: { readonly team: ViewRow<"standings">; readonly isScored: boolean }) {
  const { team } = props;
  const { debrief, desk, shell } = text.value;
  const words = shell.result;
  const { bonus = 0 } = team;
  const format = (points: number) => points.toLocaleString(language.value);
  return (
    <section class="card team" aria-labelledby="team">
      <h2 id="team">{desk.top.team}</h2>
      {props.isScored ? (
        <>
          <Stars stars={team.stars} />
          <p class="score">{words.points(format(team.score + bonus))}</p>
          {bonus > 0 && <p class="quiet">{words.bonus(format(bonus))}</p>}
        </>
      ) : (
        <p class="unscored-why">{debrief.standings.experiment}</p>
      )}
      <dl class="figures">
        <div>
          <dt>{words.answered}</dt>
          <dd>{team.answered}</dd>
        </div>
        <div>
          <dt>{words.failed}</dt>
          <dd>{team.failed}</dd>
        </div>
      </dl>
    </section>
  );
}

function Mine({ mine }: { readonly mine: ViewRow<"mine"> }) {
  const words = text.value.shell.result;
  return (
    <dl class="deed-counts">
      {deeds.toReversed().map((deed) => (
        <div key={deed} class="deed">
          <dt>
            <DeedMark deed={deed} />
            {words[deed]}
          </dt>
          <dd>{mine[deed]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Only desks of one role have the same to do. */
function Share({ mine, others, role }: NonNullable<RoundResult["share"]>) {
  const { names, shell } = text.value;
  return (
    <p class="my-share">
      <strong>{shell.result.share(mine)}</strong>{" "}
      {others !== undefined && (
        <span class="quiet">{shell.result.shareOfOthers(names.roles[role], others)}</span>
      )}
    </p>
  );
}

type MissionProp = { readonly mission: Mission | undefined };

function Reasons({ all, mission }: MissionProp & { readonly all: readonly CountedReason[] }) {
  const words = text.value.shell.result;
  if (all.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {deeds.map((deed) => {
        const reasons = all.filter((reason) => reason.deed === deed);
        return (
          reasons.length > 0 && <Deeds key={deed} deed={deed} reasons={reasons} mission={mission} />
        );
      })}
    </>
  );
}

function Deeds(
  props: MissionProp & { readonly deed: Deed; readonly reasons: readonly CountedReason[] },
) {
  const words = text.value.shell.result;
  return (
    <section class="reasons">
      <h3>{words[props.deed]}</h3>
      <ul>
        {props.reasons.map(({ reason, count, hidden }) => (
          <li key={reason}>
            <DeedMark deed={props.deed} />
            <div>
              <p>{reasonWords(text.value, reason, props.mission)}</p>
              {hidden > 0 && <p class="hidden-note">{words.hidden(hidden, count)}</p>}
            </div>
            <span class="count">{words.times(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
