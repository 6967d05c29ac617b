import type { DeskState } from "../../input/desk-state.ts";
import { decide } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import type { ErrandChoice, SentErrand } from "../../present/sent-errands.ts";
import { LetterPicture } from "../belt/letter-picture.tsx";

type CardProps = { readonly desk: DeskState; readonly errand: SentErrand };

/** One errand: where its letter went, how often, how long its timer still runs, and what to do about silence. */
export function SentErrandCard(props: CardProps & { readonly isTold: boolean }) {
  const { errand, isTold } = props;
  const words = text.value.desk.client;
  const look = ["sent-errand", ...(errand.isSilent ? ["silent"] : []), ...(isTold ? ["told"] : [])];
  return (
    <li class={look.join(" ")}>
      <p class="sent-errand-what">
        <strong>{errand.ask}</strong>
        <span>
          {errand.service} <span class="mono quiet">{errand.address}</span>
        </span>
      </p>
      <Tries errand={errand} />
      <Timer errand={errand} />
      <div class="sent-errand-choices">
        {errand.mostSends > 1 && <Choice {...props} choice="sendAgain" label={words.sendAgain} />}
        <Choice {...props} choice="giveUp" label={words.giveUp} />
      </div>
    </li>
  );
}

/** An envelope for every time that the letter may be sent; those that were are filled. */
function Tries({ errand }: { readonly errand: SentErrand }) {
  const { sends, mostSends } = errand;
  const words = text.value.desk.client;
  return (
    <p class="tries">
      {Array.from({ length: mostSends }, (_, index) => (
        <span key={`${index + 1}`} class={index < sends ? "try" : "try left"} aria-hidden="true">
          {index < sends && <LetterPicture kind="udp" />}
        </span>
      ))}
      <span class="tries-told">
        {mostSends > 1 ? words.tries(sends, mostSends) : words.onlyTry}
      </span>
    </p>
  );
}

function Timer({ errand }: { readonly errand: SentErrand }) {
  const words = text.value.desk.client;
  return (
    <div class="errand-timer">
      <p>
        <strong>{errand.state}</strong>
        <span>{errand.isSilent ? words.timeUp : words.timer(errand.timerSeconds)}</span>
        <span class="quiet">{words.endsIn(errand.patienceSeconds)}</span>
      </p>
      <span class="errand-timer-bar" aria-hidden="true">
        <span style={{ width: `${errand.timer * 100}%` }} />
      </span>
    </div>
  );
}

type ChoiceProps = CardProps & { readonly choice: ErrandChoice; readonly label: string };

/** One press decides. Before the timer has run out both are possible, and look as early as they are. */
function Choice({ desk, errand, choice, label }: ChoiceProps) {
  const words = text.value.desk.client;
  const key = errand.keys[choice];
  const isEarly = !errand.isSilent;
  const look = ["button", ...(isEarly ? ["early"] : []), ...(errand.lit === choice ? ["lit"] : [])];
  return (
    <button
      type="button"
      class={look.join(" ")}
      aria-keyshortcuts={key}
      aria-description={`${errand.ask}: ${label}${isEarly ? ` (${words.tooEarly})` : ""}`}
      disabled={choice === "sendAgain" && errand.letter === undefined}
      onClick={() => decide(desk, errand, choice)}
    >
      <kbd>{key}</kbd>
      <span>
        {label}
        {isEarly && choice === "sendAgain" && <small>{words.tooEarly}</small>}
      </span>
    </button>
  );
}
