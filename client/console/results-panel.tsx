import { text } from "../look/language.ts";
import { type ConceptResult, csvColumns, presentConceptResults } from "../present/console-csv.ts";
import { namePlayer } from "../present/shell-host.ts";
import type { ConsoleState } from "./console-state.ts";
import { Downloads } from "./downloads.tsx";

/** What every student has shown in all rounds, and the files to take home. */
export function ResultsPanel(props: {
  readonly console: ConsoleState;
  readonly hostKey: string;
  readonly isOver: boolean;
}) {
  const { console } = props;
  const words = text.value.console.results;
  const students = byStudent(presentConceptResults(console.view.value));
  return (
    <section class="card panel results" aria-labelledby="results">
      <header>
        <h2 id="results">{words.title}</h2>
        <Downloads console={console} hostKey={props.hostKey} isOver={props.isOver} />
      </header>
      {students.length === 0 ? (
        <p class="quiet empty">{words.nothing}</p>
      ) : (
        <ResultsTable console={console} students={students} />
      )}
      <details>
        <summary>{words.columnsTitle}</summary>
        <dl>
          {csvColumns.map((column) => (
            <div key={column}>
              <dt>{words.columns[column][0]}</dt>
              <dd class="quiet">{words.columns[column][1]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

type Student = {
  readonly player: string;
  readonly right: number;
  readonly wasteful: number;
  readonly wrong: number;
  readonly lit: number;
};

function ResultsTable(props: {
  readonly console: ConsoleState;
  readonly students: readonly Student[];
}) {
  const { console, students } = props;
  const words = text.value.console.results;
  const heads = [words.student, words.share, words.alone, words.lit, words.wasteful, words.wrong];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {students.map((student) => (
          <tr key={student.player}>
            <th scope="row">
              {namePlayer(console.view.value, student.player, text.value)}{" "}
              <span class="quiet">{console.labels.value[student.player]}</span>
            </th>
            <td>{shareOf(student)}</td>
            <td>{student.right}</td>
            <td>{student.lit}</td>
            <td>{student.wasteful}</td>
            <td>{student.wrong}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shareOf({ right, wasteful, wrong }: Student): string {
  const all = right + wasteful + wrong;
  return all === 0 ? "–" : `${Math.round((100 * right) / all)}%`;
}

function byStudent(results: readonly ConceptResult[]): readonly Student[] {
  const players = [...new Set(results.map(({ player }) => player))];
  return players.map((player) => {
    const own = results.filter((result) => result.player === player);
    const sum = (what: "right" | "wasteful" | "wrong" | "lit") =>
      own.reduce((all, result) => all + result[what], 0);
    return {
      player,
      right: sum("right"),
      wasteful: sum("wasteful"),
      wrong: sum("wrong"),
      lit: sum("lit"),
    };
  });
}
