import type { HeaderField } from "../../shared/contract/reasons.ts";
import { text } from "../look/language.ts";
import type { FieldWords } from "../present/sequence-act-words.ts";
import type { ActMark } from "../present/sequence-diagram.ts";
import { DeedMark } from "./deed-mark.tsx";

/** My acts in words, numbered as in the picture; each leads to its mark there. */
export function SequenceActs(props: {
  readonly marks: readonly ActMark[];
  readonly chosen: number | undefined;
  readonly onChoose: (n: number, y: number) => void;
}) {
  const words = text.value.story.sequence;
  return (
    <section class="sequence-acts" aria-labelledby="sequence-acts">
      <h3 id="sequence-acts">{words.acts}</h3>
      {props.marks.length === 0 && <p class="quiet">{words.noActs}</p>}
      <ol>
        {props.marks.map(({ n, y, deed, what, wrongField, why, outcome }) => (
          <li key={n}>
            <button
              type="button"
              class={n === props.chosen ? "sequence-act chosen" : "sequence-act"}
              onClick={() => props.onChoose(n, y)}
            >
              <span class={`act-number ${deed}`}>
                <DeedMark deed={deed} />
                {n}
              </span>
              <span>
                <strong>{text.value.shell.result[deed]}</strong>
                {what.length > 0 && <What what={what} wrongField={wrongField} />}
                <span class="why">{why}</span>
                {outcome !== undefined && <span class="outcome">{outcome}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was done, with the field underlined that made it wrong. */
const What = (props: {
  readonly what: readonly FieldWords[];
  readonly wrongField: HeaderField | undefined;
}) => (
  <span class="what">
    {props.what.map(({ words, field }) => (
      <span key={`${field} ${words}`} class={whatClass(field, props.wrongField)}>
        {words}
      </span>
    ))}
  </span>
);

function whatClass(field: HeaderField | undefined, wrongField: HeaderField | undefined): string {
  if (field === undefined) return "";
  const classes = ["mono"];
  // A port stands close behind its address.
  if (field === "destinationPort") classes.push("joined");
  if (field === wrongField) classes.push("wrong-field");
  return classes.join(" ");
}
