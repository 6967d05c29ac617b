import { useRef } from "preact/hooks";
import { type CallFlag, callFlags } from "../../shared/device/act.ts";
import type { DeskState } from "../input/desk-state.ts";
import { raiseFlag } from "../input/verbs.ts";
import { text } from "../look/language.ts";

// "Which door?" needs a service, so it stands in the address book instead.
const offered = callFlags.filter((flag) => flag !== "whichDoor");

/** The signs that a machine can hold up for everybody to see. */
export function FlagMenu({ desk }: { readonly desk: DeskState }) {
  const words = text.value.desk.flags;
  const isOpen = desk.panel.value === "flags";
  const button = useRef<HTMLButtonElement>(null);
  const raise = (flag: CallFlag) => {
    raiseFlag(desk, flag);
    button.current?.focus();
  };
  const toggle = () => {
    desk.panel.value = isOpen ? undefined : "flags";
  };
  return (
    <div class="flag-menu">
      <button ref={button} type="button" class="button" aria-expanded={isOpen} onClick={toggle}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path class="flag-shape" d="M5 18V3l10 3.500L5 10" />
        </svg>
        <span class="wide-only">{words.title}</span>
        <span class="unseen narrow-name">{words.title}</span>
      </button>
      {isOpen && (
        <div class="flag-list card">
          <p class="quiet">{words.how}</p>
          {offered.map((flag) => (
            <button type="button" class="button" key={flag} onClick={() => raise(flag)}>
              {words[flag]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
