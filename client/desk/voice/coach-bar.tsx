import type { DeskState } from "../../input/desk-state.ts";
import { inHand } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { type Notice, presentCoachLine, presentNotices } from "../../present/coach-line.ts";
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
      <Told newest={newest} isIdle={!task.waits && !isNew} />
      <button type="button" class="button notices-button" aria-expanded={isOpen} onClick={toggle}>
        {text.value.desk.notices.title} <span class="mono">{notices.length}</span>
      </button>
      {isOpen && <NoticeLog notices={notices} />}
    </div>
  );
}

type ToldProps = { readonly newest: Notice | undefined; readonly isIdle: boolean };

/** The newest notice; while there is nothing to do and nothing new, what could be done meanwhile. */
function Told({ newest, isIdle }: ToldProps) {
  const { meanwhile, none } = text.value.desk.notices;
  if (isIdle) return <p class="notice">⚑ {meanwhile}</p>;
  return newest === undefined ? <p class="notice">{none}</p> : <NoticeLine notice={newest} />;
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
