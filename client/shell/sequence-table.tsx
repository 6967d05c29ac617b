import { text } from "../look/language.ts";
import type { Arrow } from "../present/sequence-diagram.ts";

const columns = ["at", "from", "to", "letter", "end"] as const;

/** The letters of the picture as a table, for whoever rather reads or listens. */
export function SequenceTable({ arrows }: { readonly arrows: readonly Arrow[] }) {
  const words = text.value.story.sequence;
  return (
    <details class="sequence-table">
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrow keys */}
      <section tabIndex={0} aria-label={words.title}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {arrows.map(({ id, row }) => (
              <tr key={id}>
                {columns.map((column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
