import { text } from "../look/language.ts";
import {
  type Deliveries,
  type FaultMark,
  presentDeliveries,
} from "../present/console-deliveries.ts";
import { faultKinds } from "../present/console-faults.ts";
import { formatSeconds } from "../present/shell-time-left.ts";
import type { ConsoleState } from "./console-state.ts";

/** What came of errands and letters while time went on, as a picture and as a table. */
export function DeliveryChart({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.deliveries;
  const { networks, lesson } = console.view.value;
  const isRunning = lesson["now"]?.phase === "play";
  const deliveries = presentDeliveries(console.view.value, console.link.playNow());
  return (
    <section class="card panel deliveries" aria-labelledby="deliveries">
      <header>
        <h2 id="deliveries">{words.title}</h2>
        <span class="quiet">{words.every(deliveries.binMs / 1000)}</span>
      </header>
      {Object.keys(networks).length === 0 ? (
        <p class="quiet empty">{words.nothing}</p>
      ) : (
        <>
          <Chart deliveries={deliveries} isRunning={isRunning} />
          <details>
            <summary>{words.table}</summary>
            <DeliveryTable deliveries={deliveries} />
          </details>
        </>
      )}
    </section>
  );
}

const frame = { width: 420, height: 200, left: 30, right: 92, top: 28, bottom: 32 } as const;

function Chart(props: { readonly deliveries: Deliveries; readonly isRunning: boolean }) {
  const { deliveries } = props;
  const words = text.value.console.deliveries;
  const { bins, binMs, marks } = deliveries;
  const [answered, lost] = [total(deliveries, "answered"), total(deliveries, "lost")];
  // the stretch that is still running would look like a sudden end
  const drawn = props.isRunning && bins.length > 1 ? bins.slice(0, -1) : bins;
  const scale = scaleOf(deliveries);
  const end = bins.length * binMs;
  const x = (at: number) => frame.left + (at / end) * (frame.width - frame.left - frame.right);
  const y = (count: number) =>
    frame.height - frame.bottom - (count / scale) * (frame.height - frame.top - frame.bottom);
  const points = (what: "answered" | "lost") =>
    drawn.map((bin) => `${x(bin.at + binMs / 2).toFixed(1)},${y(bin[what]).toFixed(1)}`).join(" ");
  const last = drawn.at(-1);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={words.chart(answered, lost)}
    >
      {[0, scale / 2, scale].map((count) => (
        <g key={count}>
          <path
            class={count === 0 ? "axis" : "grid"}
            d={`M${frame.left} ${y(count)}H${frame.width - frame.right}`}
          />
          <text class="number" x={frame.left - 7} y={y(count) + 4}>
            {count}
          </text>
        </g>
      ))}
      <text class="time" x={frame.left} y={frame.height - 6}>
        0:00
      </text>
      <text class="time" x={x(end)} y={frame.height - 6}>
        {formatSeconds(end / 1000)}
      </text>
      {nearMarks(marks, end / 8).map((near) => (
        <Marks key={near[0]?.at} marks={near} x={x} />
      ))}
      <polyline class="answered" points={points("answered")} />
      <polyline class="lost" points={points("lost")} />
      {last !== undefined && (
        <Ends
          x={x(last.at + binMs / 2)}
          answered={y(last.answered)}
          lost={y(last.lost)}
          counts={{ answered: last.answered, lost: last.lost }}
        />
      )}
    </svg>
  );
}

/** The lines say themselves what they are, at their ends. */
function Ends(props: {
  readonly x: number;
  readonly answered: number;
  readonly lost: number;
  readonly counts: { readonly answered: number; readonly lost: number };
}) {
  const words = text.value.console.deliveries;
  const { x, answered, lost, counts } = props;
  const apart = Math.abs(answered - lost) < 16 ? 8 : 0;
  const up = answered <= lost ? -apart : apart;
  return (
    <>
      <circle class="answered-end" cx={x} cy={answered} r="5" />
      <rect class="lost-end" x={x - 5} y={lost - 5} width="10" height="10" />
      <text class="answered-name" x={x + 10} y={answered + 4 + up}>
        {`${words.answered} ${counts.answered}`}
      </text>
      <text class="lost-name" x={x + 10} y={lost + 4 - up}>
        {`${words.lost} ${counts.lost}`}
      </text>
    </>
  );
}

/** Faults in a row, each with its line, under one name for all. */
function Marks(props: {
  readonly marks: readonly FaultMark[];
  readonly x: (at: number) => number;
}) {
  const { marks, x } = props;
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  const names = kinds
    .flatMap((kind) => faultKinds.find((one) => one === kind) ?? [])
    .map((kind) => text.value.console.faults.marks[kind]);
  const [first] = marks;
  return (
    <g class="mark">
      {marks.map(({ at, kind, target }) => (
        <path
          key={`${at} ${kind} ${target}`}
          d={`M${x(at)} ${frame.top - 6}V${frame.height - frame.bottom}`}
        />
      ))}
      {first !== undefined && (
        <text x={x(first.at)} y={frame.top - 10}>
          {names.join(" · ")}
        </text>
      )}
    </g>
  );
}

/** Marks that stand so near to each other that their names would lie on one another. */
function nearMarks(marks: readonly FaultMark[], within: number): readonly (readonly FaultMark[])[] {
  const groups: FaultMark[][] = [];
  for (const mark of marks) {
    const [first] = groups.at(-1) ?? [];
    if (first !== undefined && mark.at - first.at < within) groups.at(-1)?.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

function DeliveryTable({ deliveries }: { readonly deliveries: Deliveries }) {
  const { deliveries: words, faults } = text.value.console;
  const { bins, binMs, marks } = deliveries;
  const marksIn = (at: number) =>
    marks
      .filter((mark) => mark.at >= at && mark.at < at + binMs)
      .flatMap((mark) => faultKinds.find((one) => one === mark.kind) ?? [])
      .map((kind) => faults.marks[kind])
      .join(", ");
  return (
    <table>
      <thead>
        <tr>
          {[words.time, words.answered, words.failed, words.lost, words.fault].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map(({ at, answered, failed, lost }) => (
          <tr key={at}>
            <th scope="row">{formatSeconds(at / 1000)}</th>
            <td>{answered}</td>
            <td>{failed}</td>
            <td>{lost}</td>
            <td>{marksIn(at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const total = ({ bins }: Deliveries, what: "answered" | "lost"): number =>
  bins.reduce((sum, bin) => sum + bin[what], 0);

/** The top of the chart: a round number that is even, so that its half is whole. */
function scaleOf({ most }: Deliveries): number {
  const steps = [4, 10, 20, 40, 60, 100, 200, 400];
  return steps.find((step) => step >= most) ?? Math.ceil(most / 200) * 200;
}
