import { text } from "../look/language.ts";
import { dropRows, flagRows, type StateRow, stateRows } from "../present/shell-cheat-sheet.ts";

/** TCP at a glance: its control bits, the states of a connection, and what it throws away. */
export const CheatSheetTcp = () => (
  <>
    <Flags />
    <States />
    <Drops />
  </>
);

function Flags() {
  const words = text.value.practice.cheatSheet;
  const cost = (numbers: number) =>
    numbers === 0 ? words.flagCost.none : words.flagCost.some(numbers);
  return (
    <section class="wide">
      <h3>{words.flags}</h3>
      <table class="flags">
        <thead>
          <tr>
            <th scope="col">{words.columns.flag}</th>
            <th scope="col">{words.columns.meaning}</th>
            <th scope="col">{words.flagNumbers}</th>
          </tr>
        </thead>
        <tbody>
          {flagRows().map(({ flag, numbers }) => (
            <tr key={flag}>
              <th scope="row" class="mono">
                {flag.toUpperCase()}
              </th>
              <td>{words.flagMeanings[flag]}</td>
              <td>{cost(numbers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{words.textCost}</p>
    </section>
  );
}

function States() {
  const words = text.value.practice.cheatSheet;
  return (
    <section class="wide">
      <h3>{words.states}</h3>
      <table class="states">
        <thead>
          <tr>
            <th scope="col">{words.columns.state}</th>
            <th scope="col">{words.columns.meaning}</th>
            <th scope="col">{words.columns.next}</th>
          </tr>
        </thead>
        <tbody>
          {stateRows().map((row) => (
            <tr key={row.state}>
              <th scope="row" class="mono">
                {row.state}
              </th>
              <td>{words.stateMeanings[row.state]}</td>
              <td>
                <Ways ways={row.ways} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Ways({ ways }: Pick<StateRow, "ways">) {
  const { events: words } = text.value.practice.cheatSheet;
  return (
    <ul>
      {ways.map(({ events, next }) => (
        <li key={next}>
          {events.map((event) => words[event]).join(" · ")} → <span class="mono">{next}</span>
        </li>
      ))}
    </ul>
  );
}

function Drops() {
  const words = text.value.practice.cheatSheet;
  return (
    <section class="wide">
      <h3>{words.drops}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.why}</th>
            <th scope="col">{words.columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {dropRows().map(({ reason, rule }) => (
            <tr key={reason}>
              <td>{words.dropMeanings[reason]}</td>
              <td class="source">{rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
