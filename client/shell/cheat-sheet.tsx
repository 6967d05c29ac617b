import "./cheat-sheet.css";
import { useRef, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { icmpRows, portStretches, type Rule, rulesByDuty } from "../present/shell-cheat-sheet.ts";
import { wordFor } from "../present/word-for.ts";
import { CheatSheetTcp } from "./cheat-sheet-tcp.tsx";
import { DeedMark } from "./deed-mark.tsx";

const parts = ["numbers", "tcp", "rules"] as const;
type Part = (typeof parts)[number];

/** Opens the rules at a glance, drawn from the tables that the game judges by. */
export function CheatSheetButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [part, setPart] = useState<Part>("numbers");
  const { practice } = text.value;
  const open = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="button" onClick={open}>
        {practice.cheatSheet.title}
      </button>
      <dialog
        ref={dialog}
        class="card cheat-sheet"
        aria-labelledby="cheat-sheet"
        onClose={() => setOpen(false)}
      >
        <header>
          <h2 id="cheat-sheet">{practice.cheatSheet.title}</h2>
          <Tabs part={part} onTurn={setPart} />
          <button type="button" class="button first" onClick={() => dialog.current?.close()}>
            {practice.memory.close}
          </button>
        </header>
        {isOpen && <CheatSheet part={part} />}
      </dialog>
    </>
  );
}

const Tabs = (props: { readonly part: Part; readonly onTurn: (part: Part) => void }) => (
  <nav class="cheat-sheet-tabs">
    {parts.map((part) => (
      <button
        type="button"
        key={part}
        class="button"
        aria-pressed={part === props.part}
        onClick={() => props.onTurn(part)}
      >
        {text.value.practice.cheatSheet.parts[part]}
      </button>
    ))}
  </nav>
);

const CheatSheet = ({ part }: { readonly part: Part }) => (
  <div class="cheat-sheet-parts">
    {part === "numbers" && <Ports />}
    {part === "numbers" && <IcmpErrors />}
    {part === "tcp" && <CheatSheetTcp />}
    {part === "rules" && <Rules />}
  </div>
);

function Ports() {
  const words = text.value.practice.cheatSheet;
  return (
    <section>
      <h3>{words.ports}</h3>
      <dl class="ports">
        {portStretches().map(({ range, least, most }) => (
          <div key={least}>
            <dt class="mono">{least === most ? least : `${least}–${most}`}</dt>
            <dd>{words.ranges[range]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function IcmpErrors() {
  const { names, practice } = text.value;
  const words = practice.cheatSheet;
  return (
    <section>
      <h3>{words.icmp}</h3>
      <dl class="icmp">
        {icmpRows().map(({ error, type, code, sentBy }) => (
          <div key={error}>
            <dt>
              {words.icmpErrors[error].name}
              <span class="chip">{names.roles[sentBy]}</span>
              <span class="quiet">
                {words.icmpType} <span class="mono">{`${type}/${code}`}</span>
              </span>
            </dt>
            <dd>{words.icmpErrors[error].when}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{words.icmpNever}</p>
    </section>
  );
}

function Rules() {
  const words = text.value.practice.cheatSheet;
  return (
    <section class="rules wide">
      <h3>{words.rules}</h3>
      {rulesByDuty().map(({ duty, rules }) => (
        <details key={duty}>
          <summary>{wordFor(words.duties, duty)}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.columns.verdict}</th>
                <th scope="col">{words.columns.why}</th>
                <th scope="col">{words.columns.field}</th>
                <th scope="col">{words.columns.source}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <RuleRow key={rule.reason} rule={rule} />
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  );
}

function RuleRow({ rule }: { readonly rule: Rule }) {
  const { coach, desk, shell } = text.value;
  return (
    <tr>
      <th scope="row">
        <DeedMark deed={rule.verdict} />
        {shell.result[rule.verdict]}
      </th>
      <td>{coach.reasons[rule.reason]}</td>
      <td>{rule.field !== undefined && desk.notices.fields[rule.field]}</td>
      <td class="source">{rule.rule}</td>
    </tr>
  );
}
