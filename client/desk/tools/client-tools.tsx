import type { DeskState } from "../../input/desk-state.ts";
import { writeSlip } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import { type ErrandCard, errandInHand, presentErrands } from "../../present/client-desk.ts";
import { presentCoachLine } from "../../present/coach-line.ts";
import { isResending } from "../../present/sent-errands.ts";
import { presentSlip } from "../../present/slip.ts";
import { AddressBook } from "./address-book.tsx";
import { SlipForm } from "./slip-form.tsx";

/** The client's tools: what is needed to write letters, or only the book where the machine writes them. */
export function ClientTools({ desk }: { readonly desk: DeskState }) {
  if (!isResending(desk.link.view.value)) return <WritingTools desk={desk} />;
  return (
    <aside class="desk-tools" data-panel="tools">
      <AddressBook desk={desk} errand={undefined} isOnlyRead />
    </aside>
  );
}

/** My errands, the envelope of the one in hand, and the address book. */
function WritingTools({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const words = text.value.desk.client;
  const errands = presentErrands(view, text.value, desk.playNow.value);
  const inHand = errandInHand(view, desk.chosenErrand.value);
  const coach = presentCoachLine(view, text.value, desk.playNow.value);
  const draft = desk.drafts.value[inHand ?? ""] ?? {};
  return (
    <aside class="desk-tools" data-panel="tools">
      <section class="errands" aria-label={words.errands}>
        {errands.length === 0 && <p class="quiet card errand-none">{words.noErrands}</p>}
        {errands.map((errand) => (
          <Errand
            key={errand.id}
            desk={desk}
            errand={errand}
            inHand={inHand}
            isTold={coach?.errand === errand.id}
          />
        ))}
      </section>
      {inHand === undefined ? (
        errands.length > 0 && <p class="quiet card errand-none">{words.noSlip}</p>
      ) : (
        <SlipForm
          desk={desk}
          slip={presentSlip(view, text.value, inHand, draft)}
          marked={coach?.errand === inHand ? coach.field : undefined}
        />
      )}
      <AddressBook desk={desk} errand={inHand} isOnlyRead={false} />
    </aside>
  );
}

type ErrandProps = {
  readonly desk: DeskState;
  readonly errand: ErrandCard;
  readonly inHand: string | undefined;
  readonly isTold: boolean;
};

function Errand({ desk, errand, inHand, isTold }: ErrandProps) {
  const words = text.value.desk.client;
  const isInHand = errand.id === inHand;
  const states = { chosen: isInHand, lit: errand.lit, told: isTold, sent: errand.state === "sent" };
  const set = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
  const choose = () => {
    desk.chosenErrand.value = errand.id;
  };
  const takePort = () => {
    if (inHand !== undefined) writeSlip(desk, inHand, { source: String(errand.sourcePort) });
  };
  return (
    <div class={["errand", "card", ...set].join(" ")}>
      <button type="button" class="errand-choose" aria-pressed={isInHand} onClick={choose}>
        <strong>{errand.ask}</strong>
        <span class="quiet">
          <span class="errand-state">{errand.news || errand.stateWords} · </span>
          {errand.retrySeconds === undefined
            ? words.patience(errand.secondsLeft)
            : words.timer(errand.retrySeconds)}
        </span>
      </button>
      <button
        type="button"
        class="port-chip mono"
        aria-description={words.useSource(errand.sourcePort)}
        title={words.useSource(errand.sourcePort)}
        disabled={!errand.canPick}
        onClick={takePort}
      >
        <small>{words.myDoor}</small>
        {errand.sourcePort}
      </button>
      <span class="patience" aria-hidden="true">
        <span style={{ width: `${errand.patience * 100}%` }} />
      </span>
    </div>
  );
}
