import type { DeskState } from "../../input/desk-state.ts";
import { inHand, pickUp } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { type ConnectionCard, presentConnections } from "../../present/connections.ts";
import type { Hand } from "../../present/hand.ts";
import { openSocket } from "../../present/receive-tray.ts";
import { RingPicture } from "../connections/ring-picture.tsx";
import { CoveredNote } from "./covered-note.tsx";
import { DuplicateLamps } from "./duplicate-lamps.tsx";

/** Which connections a page goes out on: what each has confirmed, its lamps for duplicate ACKs, and its timer. */
export function SendTools({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const words = text.value.desk.tray;
  const open = openSocket(view, inHand(desk));
  const cards = presentConnections(view, text.value, desk.playNow.value);
  const look = `send-connections card${cards.length > 2 ? " many" : ""}`;
  return (
    <aside class="desk-tools" data-panel="tools">
      <section class={look} aria-label={words.connections}>
        <h2>{words.connections}</h2>
        {cards.length === 0 && <p class="quiet">{words.noPage}</p>}
        <ul>
          {cards.map((card) => (
            <li key={card.id}>
              <SendConnection desk={desk} card={card} isOpen={card.id === open} />
            </li>
          ))}
        </ul>
      </section>
      <CoveredNote desk={desk} />
    </aside>
  );
}

type SendConnectionProps = {
  readonly desk: DeskState;
  readonly card: ConnectionCard;
  readonly isOpen: boolean;
};

function SendConnection({ desk, card, isOpen }: SendConnectionProps) {
  const row = desk.link.view.value.connections[card.id];
  const words = text.value.desk;
  const hand: Hand = { kind: "connection", id: card.id };
  const look = ["send-connection", ...(isOpen ? ["open"] : []), ...(card.waits ? ["wanted"] : [])];
  if (row === undefined) return null;
  return (
    <button
      type="button"
      class={look.join(" ")}
      aria-pressed={isOpen}
      aria-keyshortcuts={`Shift+${card.number}`}
      onClick={() => pickUp(desk, hand)}
    >
      <span class="send-connection-who">
        <RingPicture stage={card.stage} />
        <span>
          <strong>{card.service}</strong>
          <span class="mono">
            {card.address}:{card.port}
          </span>
        </span>
        <kbd>⇧{card.number}</kbd>
      </span>
      <span class="send-connection-state">{card.state}</span>
      <span class="send-connection-facts">
        <b>{words.tray.acknowledged(row.acknowledged)}</b>
        {card.timer !== undefined && <span>{words.connections.timer(card.timer)}</span>}
      </span>
      <DuplicateLamps count={row.duplicates} />
    </button>
  );
}
