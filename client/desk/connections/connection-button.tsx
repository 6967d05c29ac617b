import type { DeskState } from "../../input/desk-state.ts";
import { inHand, pickUp } from "../../input/pick.ts";
import { letGo } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import { type ConnectionCard, presentLetGo } from "../../present/connections.ts";
import { type Hand, holdsSame } from "../../present/hand.ts";
import { RingPicture } from "./ring-picture.tsx";

type ConnectionButtonProps = { readonly desk: DeskState; readonly card: ConnectionCard };

/** One connection: with whom, how far it is, and where my numbers begin; and where it may be let go, the way to do it. */
export function ConnectionButton({ desk, card }: ConnectionButtonProps) {
  const words = text.value.desk.connections;
  const hand: Hand = { kind: "connection", id: card.id };
  const isPicked = holdsSame(inHand(desk), hand);
  const free = presentLetGo(desk.link.view.value).find(({ socket }) => socket === card.id);
  const states = { picked: isPicked, lit: card.lit, wanted: card.waits, frees: free !== undefined };
  const set = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
  const end = `${card.address}:${card.port}`;
  return (
    <div class={["connection", card.stage, ...set].join(" ")}>
      <button
        type="button"
        class="connection-choose"
        aria-pressed={isPicked}
        aria-keyshortcuts={`Shift+${card.number}`}
        onClick={() => pickUp(desk, hand)}
      >
        <RingPicture stage={card.stage} />
        <span class="connection-who">
          <strong>{card.service}</strong>
          <span class="mono">
            <span class="connection-address">{card.address}</span>
            <wbr />
            <b>:{card.port}</b>
          </span>
        </span>
        <span class="connection-state">{card.state}</span>
        <span class="connection-facts">
          {card.localPort !== undefined && (
            <span>
              {words.myPort} <b class="mono">{card.localPort}</b>
            </span>
          )}
          <span class="connection-number">
            <span class="connection-initial">{words.initial}</span>
            <span class="connection-initial-short">{words.initialShort}</span>{" "}
            <b class="mono">{card.initial}</b>
          </span>
          <span class="connection-wait">{waitWords(card)}</span>
        </span>
        <kbd>⇧{card.number}</kbd>
      </button>
      {free !== undefined && (
        <button
          type="button"
          class={free.lit ? "let-go lit" : "let-go"}
          aria-keyshortcuts={free.key}
          onClick={() => letGo(desk, card.id)}
        >
          <span class="unseen">{end}</span> {words.letGo} <kbd>{free.key}</kbd>
        </button>
      )}
    </div>
  );
}

/** What time does to it: the errand's patience, or at a server how long it has been like that. */
const waitWords = ({ patience, timer, age }: ConnectionCard): string => {
  const words = text.value.desk.connections;
  if (patience === undefined) return words.age(age);
  return timer === undefined ? words.patience(patience) : words.timer(timer);
};
