import { type Connection, textEnd } from "../../protocol/tcp/connection/connection.ts";
import {
  distance,
  isBefore,
  latest,
  plus,
  type SequenceNumber,
} from "../../protocol/tcp/sequence-number.ts";
import { cardOctets } from "./tcp-side.ts";

/** A card of the text that goes out: where it begins, and what stands on it. */
export type CardToSend = { readonly from: SequenceNumber; readonly text: string };

/** What is still to be acknowledged, card by card. An ACK in the middle of a card moves none of those behind it. */
export function cardsToSend({ send }: Pick<Connection, "send">): readonly CardToSend[] {
  const end = textEnd(send);
  const starts = send.flying
    .map(({ from }) => from)
    .filter((from) => !isBefore(from, send.textFrom) && isBefore(from, end));
  for (
    let from = latest(send.next, send.textFrom);
    isBefore(from, end);
    from = plus(from, cardOctets)
  )
    starts.push(from);
  return starts.map((from, index) => ({
    from,
    text: send.text.slice(
      distance(send.textFrom, from),
      distance(send.textFrom, starts[index + 1] ?? end),
    ),
  }));
}
