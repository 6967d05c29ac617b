import { computed } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { emptyView } from "../../shared/contract/view.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { playTimeOf } from "../net/play-time.ts";
import { shoulderView } from "../present/console-network-view.ts";
import { namePlayer } from "../present/shell-host.ts";
import { presentTaskLine } from "../present/task-line.ts";
import { useModule } from "../shell/use-module.ts";
import type { ConsoleState } from "./console-state.ts";

// Fetched when a teacher looks over the first shoulder.
const fetchDesk = () => import("../desk/desk.tsx");

/** The desk of the player over whose shoulder the host looks: their own screen, at which nothing can be moved. */
export function ShoulderDrawer({ console }: { readonly console: ConsoleState }) {
  const player = console.view.value.lesson["now"]?.shoulder;
  return player === undefined ? null : (
    <OpenDrawer key={player} console={console} player={player} />
  );
}

function OpenDrawer({
  console,
  player,
}: {
  readonly console: ConsoleState;
  readonly player: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = text.value.console.shoulder;
  const view = shoulderView(console.view.value);
  return (
    <dialog
      ref={dialog}
      class="shoulder"
      aria-labelledby="shoulder"
      onClose={() => console.ask({ kind: "lookOver" })}
    >
      <header>
        <h2 id="shoulder">{words.title(namePlayer(console.view.value, player, text.value))}</h2>
        <p class="quiet shoulder-note">{view === undefined ? words.none : words.note}</p>
        {/* What is drawn below cannot be reached, so its one sentence stands here too. */}
        {view !== undefined && (
          <p class="unseen">{presentTaskLine(view, text.value, undefined, 0).sentence}</p>
        )}
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      {view !== undefined && <StillDesk console={console} />}
    </dialog>
  );
}

function StillDesk({ console }: { readonly console: ConsoleState }) {
  const desk = useModule(fetchDesk);
  const link = useMemo(() => readOnly(console.link), [console.link]);
  return (
    <div class="shoulder-desk" inert>
      {desk.kind === "here" && <desk.module.Desk link={link} onLeave={() => {}} />}
      {desk.kind === "coming" && <p class="quiet">{text.value.shell.working}</p>}
      {desk.kind === "broken" && <p>{text.value.shell.broken.body}</p>}
    </div>
  );
}

/** The host's link as the player sees it; nothing can be asked through it. */
function readOnly(link: MatchLink): MatchLink {
  const view = computed(() => shoulderView(link.view.value) ?? emptyView());
  return {
    view,
    line: link.line,
    lessonNow: () => link.lessonNow(),
    playNow: () => playTimeOf(view.value, link.lessonNow()),
    send: async () => ({ kind: "refused", reason: "notPlayer" }),
    leave: () => {},
  };
}
