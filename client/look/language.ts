import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Language, languages, type Text, texts } from "../../assets/text/text.ts";
import { withJoinedParticles } from "./joined-particles.ts";

const storageKey = "port-of-call.language";

/** The language of every screen; it can be switched at any time and is remembered on this device. */
export const language: Signal<Language> = signal(firstLanguage());

/** All texts in the language of the moment. */
export const text: ReadonlySignal<Text> = computed(() =>
  withJoinedParticles(texts[language.value]),
);

effect(() => {
  document.documentElement.lang = language.value;
  remember(language.value);
});

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  return [asked, remembered(), navigator.language.slice(0, 2)].find(isLanguage) ?? "en";
}

function isLanguage(wish: string | null): wish is Language {
  return languages.some((language) => language === wish);
}

// A school's browser may forbid storage; then the choice lasts as long as the page.
function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(chosen: Language): void {
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {}
}
