import type { DeskState } from "../../input/desk-state.ts";
import { inHand } from "../../input/pick.ts";
import { sendCard } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import { presentSendTray, type SendCard, type SendTray as Tray } from "../../present/send-tray.ts";

/** The cards of the page that lies open, and over them the window: as many as may be under way. */
export function SendTray({ desk }: { readonly desk: DeskState }) {
  const tray = presentSendTray(desk.link.view.value, inHand(desk), desk.playNow.value);
  const words = text.value.desk.tray;
  const cards = tray?.cards ?? [];
  return (
    <section class="send-tray card" aria-label={words.sendTitle}>
      <header>
        <h2>{words.sendTitle}</h2>
        {tray !== undefined && cards.length > 0 && (
          <p class="chip">{words.window(tray.flying, tray.window)}</p>
        )}
        <p class="quiet">{words.sendHow}</p>
      </header>
      {tray === undefined || cards.length === 0 ? (
        <p class="send-none quiet">{words.noPage}</p>
      ) : (
        <Cards desk={desk} tray={tray} />
      )}
    </section>
  );
}

function Cards({ desk, tray }: { readonly desk: DeskState; readonly tray: Tray }) {
  const words = text.value.desk.tray;
  const inWindow = tray.cards.filter(({ isInWindow }) => isInWindow).length;
  return (
    <ol class="send-cards" style={{ "--in-window": inWindow }}>
      {tray.cards.map((card) => (
        <li key={card.sequence} style={{ gridColumn: card.number }}>
          <CardButton desk={desk} socket={tray.socket} card={card} />
        </li>
      ))}
      {inWindow > 0 && (
        <li class={inWindow > 1 ? "send-window" : "send-window narrow"} aria-hidden="true">
          <span>{words.windowEnd}</span>
        </li>
      )}
      {tray.more > 0 && <li class="send-more quiet">{words.more(tray.more)}</li>}
    </ol>
  );
}

const lookOf = ({ state, lit, isInWindow }: SendCard): string =>
  ["send-card", state, ...(lit ? ["lit"] : []), ...(isInWindow ? [] : ["beyond"])].join(" ");

type CardButtonProps = {
  readonly desk: DeskState;
  readonly socket: string;
  readonly card: SendCard;
};

function CardButton({ desk, socket, card }: CardButtonProps) {
  const words = text.value.desk.tray;
  const state =
    card.age === undefined
      ? words.states[card.state]
      : words.flyingFor(words.states[card.state], card.age);
  return (
    <button
      type="button"
      class={lookOf(card)}
      aria-keyshortcuts={String(card.number)}
      aria-description={words.sendCard(card.sequence, card.text, state)}
      onClick={() => sendCard(desk, socket, card.sequence)}
    >
      <span class="send-card-head">
        <strong class="mono">{card.sequence}</strong>
        <small>{words.octets(card.octets)}</small>
      </span>
      <span class="send-card-text mono">{card.text}</span>
      <span class="send-card-state">
        <span class={card.age === undefined ? undefined : "send-card-word"}>
          {words.states[card.state]}
        </span>{" "}
        {card.age !== undefined && words.seconds(card.age)}
      </span>
      <kbd>{card.number}</kbd>
    </button>
  );
}
