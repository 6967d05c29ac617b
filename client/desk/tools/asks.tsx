import type { DeskState } from "../../input/desk-state.ts";
import { tellDoor } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import type { AskLine } from "../../present/server-desk.ts";

type AsksProps = { readonly desk: DeskState; readonly asks: readonly AskLine[] };

/** Who asks for a door, and my open ports to answer with; one question at a time. */
export function Asks({ desk, asks }: AsksProps) {
  const words = text.value.desk.server;
  const [ask, ...others] = asks;
  if (ask === undefined) return null;
  return (
    <section class="asks card">
      <h2>{words.asks}</h2>
      <div class="ask-line">
        <p>
          <strong>{words.asksFor(ask.name)}</strong> <span class="quiet">{ask.who}</span>
        </p>
        <Answers desk={desk} ask={ask} />
      </div>
      {others.length > 0 && (
        <p class="asks-too quiet">{words.asksToo(others.map(({ name }) => name).join(", "))}</p>
      )}
    </section>
  );
}

function Answers({ desk, ask }: { readonly desk: DeskState; readonly ask: AskLine }) {
  const words = text.value.desk.server;
  if (ask.ports.length === 0) return <p class="quiet">{words.openFirst}</p>;
  return (
    <div class="port-row">
      {ask.ports.map(({ port, lit }) => (
        <button
          type="button"
          key={port}
          class={lit ? "port-chip mono lit" : "port-chip mono"}
          aria-label={words.tell(ask.name, String(port))}
          onClick={() => tellDoor(desk, ask.service, port)}
        >
          {port}
        </button>
      ))}
    </div>
  );
}
