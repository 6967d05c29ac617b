import "./eyes-sheet.css";
import { text } from "../look/language.ts";
import type { EyesSheet, SheetSection } from "../present/eyes-sheet.ts";
import { RolePicture } from "./role-picture.tsx";

/** A sheet as it lies beside the device: on paper, or on the screen to be copied. */
export function EyesSheetPaper({ sheet }: { readonly sheet: EyesSheet }) {
  const { names, pair, desk } = text.value;
  const { rule, sums } = sheet;
  return (
    <article class="eyes-sheet">
      <header>
        <RolePicture role={sheet.role} size={40} />
        <div>
          <p class="quiet">
            {pair.sheet.title} · {sheet.title}
          </p>
          <h3>
            {names.roles[sheet.role]} <span class="mono">{sheet.address}</span>
          </h3>
        </div>
        <p class="eyes-sheet-who">{sheet.who}</p>
      </header>
      <p class="eyes-sheet-duty">
        <strong>{desk.role.duty}</strong> {rule.does}
      </p>
      {sheet.sections.map((section) => (
        <Section key={section.name} section={section} />
      ))}
      {sums.length > 0 && (
        <section>
          <h4>{pair.sheet.rules.title}</h4>
          <ul class="eyes-sheet-sums">
            {sums.map((sum) => (
              <li key={sum}>{sum}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Section({ section }: { readonly section: SheetSection }) {
  const words = text.value.pair.sheet;
  return (
    <section>
      <h4>
        {words.sections[section.name]} <span class="quiet">{words.hints[section.name]}</span>
      </h4>
      <dl>
        {section.lines.map(({ id, name, value }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd class={value === undefined ? "blank" : "mono"}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
