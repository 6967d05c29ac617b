import { text } from "../look/language.ts";
import type { HostPage, HostResult } from "../present/shell-host.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import { DeedMark } from "./deed-mark.tsx";

/** What every player did in the round, with the reasons of the judge. */
export function HostResults({ host }: { readonly host: HostPage }) {
  const words = text.value.shell.host;
  return (
    <section class="card host-results" aria-labelledby="host-results">
      <h2 id="host-results">{words.results}</h2>
      {host.results.length === 0 ? (
        <p class="quiet">{words.noResults}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.player}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.reasons}</th>
            </tr>
          </thead>
          <tbody>
            {host.results.map((result) => (
              <ResultRow key={result.player} result={result} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ResultRow({ result }: { readonly result: HostResult }) {
  const { coach, names, shell } = text.value;
  return (
    <tr>
      <th scope="row">{presentNickname(result.nickname, text.value)}</th>
      <td>{result.role !== undefined && names.roles[result.role]}</td>
      <td>
        <ul>
          {result.reasons.map(({ reason, deed, count }) => (
            <li key={reason}>
              <DeedMark deed={deed} />
              <span>{coach.reasons[reason]}</span>
              <span class="count">{shell.result.times(count)}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
