import { type Pace, paces } from "../../shared/contract/intent.ts";
import { text } from "../look/language.ts";
import { networksOf } from "../present/console-network-view.ts";
import type { ConsoleState } from "./console-state.ts";

/** The networks to come go by what was last chosen for all. */
const toCome = "all";
const usual: Pace = 10;

/** How fast a network lives; without one, all of them and those to come. */
export function PaceChoice(props: {
  readonly console: ConsoleState;
  readonly network?: string;
  readonly legend: string;
}) {
  const { console, network, legend } = props;
  const words = text.value.console.setup.paces;
  const names: Readonly<Record<Pace, string>> = {
    5: words.slow,
    10: words.normal,
    13: words.brisk,
  };
  return (
    <select
      class="pace"
      aria-label={legend}
      title={legend}
      value={console.paces.value[network ?? toCome] ?? usual}
      onChange={({ currentTarget }) => {
        const chosen = paces.find((one) => String(one) === currentTarget.value);
        if (chosen !== undefined) void setPace(console, chosen, network);
      }}
    >
      {paces.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  );
}

async function setPace(console: ConsoleState, pace: Pace, network?: string): Promise<void> {
  const where = network === undefined ? {} : { network };
  if (!(await console.ask({ kind: "setPace", pace, ...where }))) return;
  const meant = network === undefined ? [toCome, ...networksOf(console.view.value)] : [network];
  const chosen = Object.fromEntries(meant.map((one) => [one, pace]));
  console.paces.value = { ...console.paces.peek(), ...chosen };
}
