import type { DeskState } from "../../input/desk-state.ts";
import { inHand, pickUp } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { presentConnections } from "../../present/connections.ts";
import { presentReceiveTray, type ReceiveTray } from "../../present/receive-tray.ts";
import { SegmentForm } from "../segment/segment-form.tsx";

/** The page as far as it was read, and the slip that says what is expected next. */
export function ReceiveTools({ desk }: { readonly desk: DeskState }) {
  const tray = presentReceiveTray(desk.link.view.value, inHand(desk));
  return (
    <aside class="desk-tools" data-panel="tools">
      <Tabs desk={desk} open={tray?.socket} />
      <Page tray={tray} />
      <SegmentForm desk={desk} />
    </aside>
  );
}

type TabsProps = { readonly desk: DeskState; readonly open: string | undefined };

/** Several connections lie behind one another; with one there is nothing to choose. */
function Tabs({ desk, open }: TabsProps) {
  const cards = presentConnections(desk.link.view.value, text.value, desk.playNow.value);
  if (cards.length < 2) return null;
  return (
    <div class="connection-tabs">
      {cards.map((card) => (
        <button
          type="button"
          key={card.id}
          class={card.waits ? "connection-tab wanted" : "connection-tab"}
          aria-pressed={card.id === open}
          aria-keyshortcuts={`Shift+${card.number}`}
          onClick={() => pickUp(desk, { kind: "connection", id: card.id })}
        >
          {card.service} <span class="mono">→ :{card.localPort ?? card.port}</span>{" "}
          <kbd>⇧{card.number}</kbd>
        </button>
      ))}
    </div>
  );
}

function Page({ tray }: { readonly tray: ReceiveTray | undefined }) {
  const words = text.value.desk.tray;
  const page = tray?.page ?? [];
  return (
    <section class="page card" aria-label={words.page}>
      <h2>{words.page}</h2>
      {page.length === 0 && <p class="quiet">{words.pageEmpty}</p>}
      <ol class="mono">
        {page.map(({ sequence, text: written }) => (
          <li key={sequence}>
            <small>{sequence}</small>
            {written}
          </li>
        ))}
      </ol>
    </section>
  );
}
