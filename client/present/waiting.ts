import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { myRole } from "./desk-cards.ts";
import { expectedNumber } from "./expected-number.ts";
import { tcpDesk } from "./held-duties.ts";
import { wordFor } from "./word-for.ts";

/** What a desk waits for while it has nothing to do, and how long at most until it has. */
export type Waiting = { readonly sentence: string; readonly until: number | undefined };

/** What I wait for: an answer, a card, an ACK or the third step, else simply for whatever comes next. */
export function presentWaiting(view: View, text: Text): Waiting {
  const { quiet } = text.desk.task;
  return waitingFor(view, text) ?? { sentence: quiet[myRole(view)], until: undefined };
}

function waitingFor(view: View, text: Text): Waiting | undefined {
  switch (tcpDesk(view)) {
    case "sending":
      return waitingToSend(view, text);
    case "receiving":
      return waitingForCard(view, text);
    case "handshakes":
      return myRole(view) === "server"
        ? waitingForThirdStep(view, text)
        : waitingForPeer(view, text);
    default:
      return waitingForAnswer(view, text);
  }
}

/** The sent errand whose timer runs out first. */
function waitingForAnswer(view: View, text: Text): Waiting | undefined {
  const sent = soonest(Object.values(view.errands).filter(({ state }) => state === "sent"));
  return (
    sent && {
      sentence: text.desk.task.waiting.answer(serviceWord(text, sent.service)),
      until: sent.retryAt,
    }
  );
}

function waitingForPeer(view: View, text: Text): Waiting | undefined {
  const words = text.desk.task.waiting;
  const open = Object.values(view.connections).filter(({ state }) => peerOwes(state) !== undefined);
  const first = soonest(open);
  const owed = first && peerOwes(first.state);
  if (first === undefined || owed === undefined) return undefined;
  return { sentence: words[owed](serviceWord(text, first.service)), until: first.retryAt };
}

/** What the other end is to say next. */
function peerOwes(state: string): "hello" | "answer" | "goodbye" | undefined {
  if (state === "SYN-SENT") return "hello";
  if (state === "ESTABLISHED") return "answer";
  return state === "FIN-WAIT-1" || state === "FIN-WAIT-2" ? "goodbye" : undefined;
}

function waitingForThirdStep(view: View, text: Text): Waiting | undefined {
  const halfOpen = Object.values(view.connections).filter(({ state }) => state === "SYN-RECEIVED");
  if (halfOpen.length === 0) return undefined;
  return {
    sentence: text.desk.task.waiting.thirdStep(halfOpen.length),
    until: soonest(halfOpen)?.retryAt,
  };
}

function waitingForCard(view: View, text: Text): Waiting | undefined {
  for (const [socket, { service }] of Object.entries(view.connections)) {
    const expected = expectedNumber(view, socket);
    if (expected === undefined) continue;
    const sentence = text.desk.task.waiting.card(serviceWord(text, service), expected);
    return { sentence, until: undefined };
  }
  return undefined;
}

function waitingToSend(view: View, text: Text): Waiting {
  const words = text.desk.task;
  const flying = soonest(
    Object.values(view.connections).filter(({ acknowledged, sent }) => acknowledged !== sent),
  );
  if (flying === undefined) return { sentence: words.tcp.quiet, until: undefined };
  const { acknowledgment, timer } = words.waiting;
  const owed = view.rules["now"]?.covered === "acknowledgments" ? timer : acknowledgment;
  return { sentence: owed(serviceWord(text, flying.service)), until: flying.retryAt };
}

const soonest = <R extends Pick<ViewRow<"connections">, "retryAt">>(
  rows: readonly R[],
): R | undefined =>
  rows.toSorted(
    (one, other) => (one.retryAt ?? Number.MAX_VALUE) - (other.retryAt ?? Number.MAX_VALUE),
  )[0];

const serviceWord = (text: Text, service: string): string => wordFor(text.names.services, service);
