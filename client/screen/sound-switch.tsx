import { text } from "../look/language.ts";
import type { Hearing } from "./use-sound.ts";

/** Whether this screen is heard, and with which key that changes. */
export function SoundSwitch({ hearing, onPress }: { hearing: Hearing; onPress: () => void }) {
  const words = text.value.console.screen.sound;
  return (
    <button
      type="button"
      class="sound-switch"
      aria-pressed={hearing !== "off"}
      title={words.how[hearing]}
      // the press that lets it be heard for the first time does nothing else
      onClick={hearing === "asleep" ? undefined : onPress}
    >
      <svg viewBox="0 0 32 28" aria-hidden="true">
        <path d="M3 10h6l8-7v22l-8-7H3z" />
        <path
          class="sound-sign"
          d={hearing === "on" ? "M22 9q4 5 0 10M26 5q8 9 0 18" : "M22 10l8 8M30 10l-8 8"}
        />
      </svg>
      <span class="unseen">{words.title}</span> <kbd>M</kbd>
    </button>
  );
}
