/** What a key press means at a desk. */
export type KeyCommand =
  | { readonly kind: "pick"; readonly slot: number }
  | { readonly kind: "pickRow"; readonly number: number }
  | { readonly kind: "press"; readonly key: string }
  | { readonly kind: "send" }
  | { readonly kind: "drop" };

/** A key press, as far as a desk cares. `in`: what has the focus. */
export type KeyPress = Pick<
  KeyboardEvent,
  "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing" | "repeat"
> & { readonly in: "field" | "button" | "page" };

/** The command of a key press. Keys are read by where they lie: with Hangul on, Q is still Q. */
export function keyCommand(press: KeyPress): KeyCommand | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing || press.repeat) return;
  if (press.code === "Escape") return { kind: "drop" };
  if (press.in === "field") return;
  const slot = /^(?:Digit|Numpad)([1-8])$/.exec(press.code)?.[1];
  if (slot !== undefined) {
    const number = Number(slot);
    return press.shiftKey ? { kind: "pickRow", number } : { kind: "pick", slot: number };
  }
  const key = /^Key([A-Z])$/.exec(press.code)?.[1];
  if (key !== undefined) return { kind: "press", key };
  return isEnter(press.code) && press.in === "page" ? { kind: "send" } : undefined;
}

/** What has the focus when this event comes. */
export function focusOf(target: EventTarget | null): KeyPress["in"] {
  if (!(target instanceof Element)) return "page";
  if (target.closest("input, select, textarea, [contenteditable]") !== null) return "field";
  return target.closest("button, a, [role=tab]") === null ? "page" : "button";
}

const isEnter = (code: string): boolean => code === "Enter" || code === "NumpadEnter";
