import { text } from "../look/language.ts";

/** Stands for what one of two at this desk reads from their sheet. */
export const OnSheet = () => <span class="on-sheet">{text.value.pair.sheet.onSheet}</span>;
