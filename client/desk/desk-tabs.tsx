import type { DeskState, DeskTab } from "../input/desk-state.ts";
import { text } from "../look/language.ts";

const tabs: readonly DeskTab[] = ["tools", "role", "people"];

/** What stands beside the map in a narrow window; a wide one shows everything and has no tabs. */
export function DeskTabs({ desk }: { readonly desk: DeskState }) {
  return (
    <nav class="desk-tabs">
      {tabs.map((tab) => (
        <button
          type="button"
          key={tab}
          aria-pressed={desk.tab.value === tab}
          onClick={() => {
            desk.tab.value = tab;
          }}
        >
          {text.value.desk.tabs[tab]}
        </button>
      ))}
    </nav>
  );
}
