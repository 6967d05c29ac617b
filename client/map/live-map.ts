import { emptyView, type View } from "../../shared/contract/view.ts";
import { mapArea } from "../present/map-area.ts";
import { fitFrame, type MapFrame, onCanvas, onMap, units } from "../present/map-frame.ts";
import {
  boxSquash,
  isUnderWay,
  keepLetters,
  letterMarks,
  trailMarks,
} from "../present/map-letters.ts";
import type { Point } from "../present/map-line.ts";
import { type MapLetter, type MapScene, presentMap } from "../present/map-scene.ts";
import { type MapTarget, targetCentre, targetNear } from "../present/map-target.ts";
import { frameGovernor } from "./frame-governor.ts";
import type { Pictures } from "./load-pictures.ts";
import type { MapStage } from "./map-stage.ts";
import type { MapWords } from "./map-words.ts";
import type { Palette } from "./palette.ts";

type LiveMapOptions = {
  playNow(): number;
  readonly words: MapWords;
  reducedMotion(): boolean;
  readonly ghost: View["letters"];
  readonly palette: Palette;
  readonly pictures: Pictures;
};

const fingerReach = 22;
const sharpest = 2;
const countEveryMs = 500;

/** The map of the view shown last: redraws what stands still when it changed, and moves the letters every frame. */
export class LiveMap {
  readonly #parent: HTMLElement;
  readonly #stage: MapStage;
  readonly #options: LiveMapOptions;
  readonly #isTooSlow = frameGovernor();
  readonly #observer = new ResizeObserver(() => this.#measure());
  #words: MapWords;
  #scene: MapScene = presentMap(emptyView());
  #letters: readonly MapLetter[] = [];
  #ghosts: readonly MapLetter[] = [];
  #round = "";
  #highlighted: readonly MapTarget[] = [];
  #isSlow = false;
  #frame: MapFrame;
  #stale = true;
  #countedAt = 0;

  constructor(parent: HTMLElement, stage: MapStage, options: LiveMapOptions) {
    this.#parent = parent;
    this.#stage = stage;
    this.#options = options;
    this.#words = options.words;
    this.#frame = fitFrame(this.#scene.size, { width: 1, height: 1 }, 1);
    this.#measure();
    this.#observer.observe(parent);
    stage.beforeFrame = (now, frameMs) => this.#beforeFrame(now, frameMs);
  }

  show(view: View): void {
    const scene = presentMap(view);
    const { round, phase, network } = view.lesson["now"] ?? {};
    const roundNow = [network, round, phase].join();
    const before = roundNow === this.#round ? this.#letters : [];
    this.#letters = keepLetters(before, scene.letters, this.#options.playNow());
    if (stillPart(scene) !== stillPart(this.#scene)) {
      this.#stale = true;
      this.#ghosts = presentMap({ ...view, letters: this.#options.ghost }).letters;
    }
    this.#scene = scene;
    if (this.#stale) this.#measure();
    this.#round = roundNow;
  }

  setWords(words: MapWords): void {
    this.#words = words;
    this.#stale = true;
  }

  highlight(targets: readonly MapTarget[]): void {
    this.#stale ||= JSON.stringify(targets) !== JSON.stringify(this.#highlighted);
    this.#highlighted = targets;
  }

  targetAt(clientX: number, clientY: number): MapTarget | undefined {
    const { left, top } = this.#parent.getBoundingClientRect();
    const point = onMap(this.#frame, { x: clientX - left, y: clientY - top });
    return targetNear(this.#scene, point, units(this.#frame, fingerReach));
  }

  pagePointOf(target: MapTarget): Point | undefined {
    const centre = targetCentre(this.#scene, target);
    if (centre === undefined) return undefined;
    const { left, top } = this.#parent.getBoundingClientRect();
    const { x, y } = onCanvas(this.#frame, centre);
    return { x: left + x, y: top + y };
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#stage.close();
    this.#parent.style.contain = "";
    for (const name of ["map", "letters", "ghosts", "renderer"]) delete this.#parent.dataset[name];
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#parent;
    this.#frame = fitFrame(mapArea(this.#scene), { width, height }, this.#dpr());
    this.#stale = true;
  }

  #dpr(): number {
    return Math.min(devicePixelRatio, this.#isSlow ? 1 : sharpest);
  }

  #beforeFrame(now: number, frameMs: number): void {
    if (this.#isTooSlow(frameMs)) this.#slowDown();
    if (this.#dpr() !== this.#frame.dpr) this.#measure();
    if (this.#stale) this.#draw();
    else if (this.#scene.boxes.length > 0) this.#parent.dataset["map"] = "ready";
    const playNow = this.#options.playNow();
    this.#move(playNow);
    if (now - this.#countedAt >= countEveryMs) this.#count(now, playNow);
  }

  #draw(): void {
    const { palette, pictures } = this.#options;
    this.#stale = false;
    this.#stage.draw({
      scene: this.#scene,
      words: this.#words,
      highlighted: this.#highlighted,
      frame: this.#frame,
      palette,
      pictures,
    });
  }

  #move(playNow: number): void {
    const reducedMotion = this.#options.reducedMotion();
    const letters = this.#letters;
    const ghosts = this.#ghosts.filter((ghost) => isUnderWay(ghost, playNow));
    this.#stage.move({
      ghosts: ghosts.flatMap((ghost) => letterMarks(ghost, playNow, reducedMotion)),
      letters: letters.flatMap((letter) => letterMarks(letter, playNow, reducedMotion)),
      trails: this.#isSlow
        ? []
        : letters.flatMap((letter) => trailMarks(letter, playNow, reducedMotion)),
      squash: (box) => (reducedMotion ? 0 : boxSquash(box, letters, playNow)),
    });
  }

  #count(now: number, playNow: number): void {
    const countIn = (letters: readonly MapLetter[]) =>
      String(letters.filter((letter) => isUnderWay(letter, playNow)).length);
    this.#parent.dataset["letters"] = countIn(this.#letters);
    this.#parent.dataset["ghosts"] = countIn(this.#ghosts);
    this.#countedAt = now;
  }

  #slowDown(): void {
    this.#isSlow = true;
    this.#stage.slowDown();
  }
}

const stillPart = ({ zones, links, boxes }: MapScene): string =>
  JSON.stringify([zones, links, boxes]);
