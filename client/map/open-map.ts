import type { View } from "../../shared/contract/view.ts";
import type { Point } from "../present/map-line.ts";
import type { MapTarget } from "../present/map-target.ts";
import { chooseRenderer } from "./choose-renderer.ts";
import { LiveMap } from "./live-map.ts";
import { loadPictures } from "./load-pictures.ts";
import type { MapWords } from "./map-words.ts";
import { type Palette, readPalette } from "./palette.ts";

export type { MapWords };

/** What the map needs to know besides views. */
export type MapOptions = {
  playNow(): number;
  readonly words: MapWords;
  /** Whether letters are to stand and step; a device may be told so at any moment. */
  reducedMotion(): boolean;
  /** Letters of an earlier run, which travel along pale. */
  readonly ghost: View["letters"];
  /** `auto` takes the graphics chip where there is one. */
  readonly renderer: "auto" | "canvas";
};

/** The map on the page. Points are those of pointer events (`clientX`, `clientY`). */
export type MapHandle = {
  show(view: View): void;
  setWords(words: MapWords): void;
  /** What a pointer is at. */
  targetAt(clientX: number, clientY: number): MapTarget | undefined;
  /** Marks what can be chosen just now, and nothing else. */
  highlight(targets: readonly MapTarget[]): void;
  /** The middle of a target on the page. */
  pagePointOf(target: MapTarget): Point | undefined;
  destroy(): void;
};

/**
 * Opens the map in an element and fills it; the canvas library is loaded only now. The element then tells tests
 * `data-renderer`, `data-map="ready"` once a view is on the screen, and how many `data-letters` are under way.
 */
export async function openMap(parent: HTMLElement, options: MapOptions): Promise<MapHandle> {
  const palette = readPalette(parent);
  const [{ MapStage }, pictures] = await Promise.all([
    import("./map-stage.ts"),
    loadPictures(),
    loadFonts(palette),
  ]);
  const renderer = options.renderer === "canvas" ? "canvas" : chooseRenderer();
  parent.dataset["renderer"] = renderer;
  // The canvas follows the element's size and must never be what gives it.
  parent.style.contain = "size layout paint";
  const stage = await MapStage.open(parent, renderer, palette("paper"));
  return new LiveMap(parent, stage, { ...options, palette, pictures });
}

// Canvas text does not wait for a font as a page does. A font that fails to come leaves the system's.
async function loadFonts(palette: Palette): Promise<void> {
  await Promise.allSettled([
    document.fonts.load(`800 15px ${palette("sans")}`, "가"),
    document.fonts.load(`600 12px ${palette("mono")}`, "0"),
  ]);
}
