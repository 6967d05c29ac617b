import { text } from "../look/language.ts";
import { type ConceptCell, presentConcepts } from "../present/console-concepts.ts";
import { nameNetwork } from "../present/console-troubles.ts";
import type { ConsoleState } from "./console-state.ts";

/** How well each network has shown each idea: the number says it, the colour only helps to find it. */
export function ConceptTable({ console }: { readonly console: ConsoleState }) {
  const { coach, console: words } = text.value;
  const { concepts, rows } = presentConcepts(console.view.value);
  return (
    <section class="card panel concepts" aria-labelledby="concepts">
      <header>
        <h2 id="concepts">{words.concepts.title}</h2>
        <span class="quiet">{words.concepts.how}</span>
      </header>
      {concepts.length === 0 ? (
        <p class="quiet empty">{words.concepts.nothing}</p>
      ) : (
        <table>
          <caption class="unseen">{words.concepts.caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{words.concepts.network}</span>
              </th>
              {concepts.map((concept) => (
                <th key={concept} scope="col">
                  {coach.concepts[concept]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ network, cells }) => (
              <tr key={network}>
                <th scope="row">
                  {network === undefined ? words.network.all : nameNetwork(network, text.value)}
                </th>
                {cells.map((cell, nth) => (
                  <Cell key={concepts[nth]} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Cell({ cell }: { readonly cell: ConceptCell | undefined }) {
  const words = text.value.console.concepts;
  if (cell === undefined) return <td class="none">{words.none}</td>;
  return (
    <td class={`level${cell.level}`} title={words.cell(cell.share, cell.count)}>
      {cell.share}
    </td>
  );
}
