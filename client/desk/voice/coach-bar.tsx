import type { DeskState } from "../../input/desk-state.ts";
import { inHand } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { type Notice, presentCoachLine, presentNotices } from "../../present/coach-line.ts";
import { presentCovered } from "../../present/covered-words.ts";
import { presentTaskLine } from "../../present/task-line.ts";
import { DeedMark } from "../../shell/deed-mark.tsx";

/** The coach line: what came of what I did, while it is new, and the log of everything told so far. */
export function CoachBar({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const notices = presentNotices(view, text.value);
  const isNew = presentCoachLine(view, text.value, desk.playNow.value) !== undefined;
  const newest = notices[0];
  const task = presentTaskLine(view, text.value, inHand(desk), desk.playNow.value);
  const isOpen = desk.panel.value === "notices";
  const toggle = () => {
    desk.panel.value = isOpen ? undefined : "notices";
  };
  return (
    <div class={isNew ? "coach-bar speaks" : "coach-bar"}>
      <Told newest={newest} meanwhile={isNew ? undefined : meanwhileWords(desk, task.waits)} />
      <button type="button" class="button notices-button" aria-expanded={isOpen} onClick={toggle}>
        {text.value.desk.notices.title} <span class="mono">{notices.length}</span>
      </button>
      {isOpen && <NoticeLog notices={notices} />}
    </div>
  );
}

type ToldProps = {
  readonly newest: Notice | undefined;
  readonly meanwhile: string | undefined;
};

function Told({ newest, meanwhile }: ToldProps) {
  if (meanwhile !== undefined) return <p class="notice">{meanwhile}</p>;
  return newest === undefined ? (
    <p class="notice">{text.value.desk.notices.none}</p>
  ) : (
    <NoticeLine notice={newest} />
  );
}

/** While nothing is new: what an experiment goes without, or what could be done while there is nothing to do. */
function meanwhileWords({ link }: DeskState, hasTask: boolean): string | undefined {
  const covered = presentCovered(link.view.value, text.value);
  return covered ?? (hasTask ? undefined : `⚑ ${text.value.desk.notices.meanwhile}`);
}

const NoticeLog = ({ notices }: { readonly notices: readonly Notice[] }) => (
  <section class="notice-log card" aria-label={text.value.desk.notices.title}>
    {notices.length === 0 && <p class="quiet">{text.value.desk.notices.none}</p>}
    <ol>
      {notices.map((notice) => (
        <li key={notice.n}>
          <NoticeLine notice={notice} />
        </li>
      ))}
    </ol>
  </section>
);

const NoticeLine = ({ notice }: { readonly notice: Notice }) => (
  <p class={`notice ${notice.verdict ?? "news"}`}>
    {notice.verdict !== undefined && <DeedMark deed={notice.verdict} />}
    <span>
      {notice.field !== undefined && (
        <mark class="marked">{text.value.desk.notices.fields[notice.field]}</mark>
      )}{" "}
      {notice.words}
    </span>
  </p>
);
