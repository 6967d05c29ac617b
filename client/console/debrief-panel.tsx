import type { ComponentChildren } from "preact";
import { debriefSteps } from "../../shared/contract/intent.ts";
import { text } from "../look/language.ts";
import { networksOf, orderOf, shownNetwork } from "../present/console-network-view.ts";
import type { ConsoleState } from "./console-state.ts";
import { Segments } from "./segments.tsx";

/** Leads the class through the debrief: what every screen shows just now, and what comes before and after. */
export function DebriefPanel(props: {
  readonly console: ConsoleState;
  /** What the class sees. */
  readonly children: ComponentChildren;
}) {
  const { console } = props;
  const words = text.value.console.debrief;
  const view = console.view.value;
  const step = debriefSteps.find((one) => one === view.lesson["now"]?.step) ?? debriefSteps[0];
  const nth = debriefSteps.indexOf(step);
  const goTo = (place: number) => {
    const to = debriefSteps[place];
    if (to !== undefined) void console.ask({ kind: "debrief", step: to });
  };
  return (
    <section class="card panel debrief-panel" aria-labelledby="debrief">
      <header>
        <h2 id="debrief">{words.title}</h2>
        <span class="quiet">{words.hint}</span>
        <Segments
          legend={words.which}
          options={networksOf(view).map((id) => ({
            value: id,
            label: text.value.console.network.name(orderOf(id)),
          }))}
          value={shownNetwork(view)}
          onChoose={(network) => console.ask({ kind: "showNetwork", network })}
        />
      </header>
      <nav class="debrief-steps" aria-label={words.step(nth + 1, debriefSteps.length)}>
        <button type="button" class="button" disabled={nth === 0} onClick={() => goTo(nth - 1)}>
          {words.back}
        </button>
        <ol>
          {debriefSteps.map((one, place) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === step ? "step" : undefined}
                onClick={() => goTo(place)}
              >
                <span class="nth">{place + 1}</span> {words.steps[one]}
              </button>
            </li>
          ))}
        </ol>
        <button
          type="button"
          class="button first"
          disabled={nth === debriefSteps.length - 1}
          onClick={() => goTo(nth + 1)}
        >
          {words.forward}
        </button>
      </nav>
      <div class="debrief-slot">{props.children}</div>
    </section>
  );
}
