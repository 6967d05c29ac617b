import "./self-test.css";
import { useEffect, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { testNetwork } from "../net/self-test.ts";
import {
  type CheckRow,
  type NetworkFound,
  presentAsk,
  presentChecks,
  verdictOf,
} from "../present/self-test.ts";
import { CopyField } from "../shell/copy-field.tsx";
import { Heading, Screen } from "../shell/screen.tsx";

/** Finds out whether the network lets the game through, and says what to ask for where it does not. */
export function SelfTestPage() {
  const words = text.value.selfTest;
  const [found, setFound] = useState<NetworkFound>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stands = true;
    setFound(undefined);
    testNetwork().then((fresh) => {
      if (stands) setFound(fresh);
    });
    return () => {
      stands = false;
    };
  }, [attempt]);
  return (
    <Screen name="selftest" title={words.title} home>
      <div class="self-test">
        <Heading>{words.title}</Heading>
        <p>{words.why}</p>
        <div role="status">
          {found === undefined ? (
            <p class="card self-test-wait">{words.testing}</p>
          ) : (
            <Outcome found={found} />
          )}
        </div>
        {found !== undefined && (
          <>
            <Checks rows={presentChecks(found, text.value)} />
            <p class="quiet">{words.plain}</p>
            <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
              {words.again}
            </button>
          </>
        )}
      </div>
    </Screen>
  );
}

/** The outcome in one sentence, and the sentence to pass on. */
function Outcome({ found }: { readonly found: NetworkFound }) {
  const words = text.value.selfTest;
  const verdict = verdictOf(found);
  const ask = presentAsk(verdict, location.host, text.value);
  return (
    <section class={ask === undefined ? "card outcome good" : "card outcome"}>
      <p class="verdict">{words.verdicts[verdict]}</p>
      {ask !== undefined && <CopyField label={words.ask} value={ask} />}
    </section>
  );
}

function Checks({ rows }: { readonly rows: readonly CheckRow[] }) {
  const words = text.value.selfTest;
  return (
    <table class="card checks">
      <caption class="unseen">{words.results}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.check}</th>
          <th scope="col">{words.columns.found}</th>
          <th scope="col">{words.columns.means}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ check, state, found }) => (
          <tr key={check}>
            <th scope="row">{words.checks[check]}</th>
            <td>
              <span class={`check-state ${state}`}>{words.states[state]}</span> {found}
            </td>
            <td class="quiet">{words.means[check]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
