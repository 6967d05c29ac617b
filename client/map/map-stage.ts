import { CANVAS, Game, type GameObjects, Scene, type Textures, WEBGL } from "phaser";
import type { MapFrame } from "../present/map-frame.ts";
import type { MapMark } from "../present/map-letters.ts";
import type { Point } from "../present/map-line.ts";
import type { Renderer } from "./choose-renderer.ts";
import { bakeAtlas } from "./paint/bake-atlas.ts";
import { boxStamp } from "./paint/box-stamp.ts";
import { letterStamps } from "./paint/letter-stamps.ts";
import { paintBackground } from "./paint/paint-background.ts";
import { flagStamp, youStamp } from "./paint/sign-stamp.ts";
import type { Plan } from "./plan.ts";

const depth = { background: 0, ghosts: 1, trails: 2, letters: 3, boxes: 4, signs: 5 } as const;
const squashBy = 0.09;

/** What moves in one frame. */
export type Motion = {
  readonly letters: readonly MapMark[];
  readonly trails: readonly MapMark[];
  readonly ghosts: readonly MapMark[];
  /** How far a box has given way, 0 to 1. */
  squash(box: string): number;
};

/**
 * The map's canvas. One picture lies under everything, one atlas holds the rest; all are baked in device pixels,
 * so the stage's own unit is the device pixel and its camera never zooms.
 */
export class MapStage extends Scene {
  /** Runs before each frame, with its instant and the time since the last one. */
  beforeFrame: (now: number, frameMs: number) => void = () => {};
  readonly #started: () => void;
  readonly #background = document.createElement("canvas");
  readonly #atlas = document.createElement("canvas");
  readonly #boxes = new Map<string, GameObjects.Image>();
  #letters: GameObjects.Image[] = [];
  #trails: GameObjects.Image[] = [];
  #ghosts: GameObjects.Image[] = [];
  #frame: MapFrame | undefined;

  private constructor(started: () => void) {
    super("map");
    this.#started = started;
  }

  /** Starts a canvas inside an element. */
  static open(parent: HTMLElement, renderer: Renderer, paper: string): Promise<MapStage> {
    return new Promise((resolve) => {
      const stage: MapStage = new MapStage(() => resolve(stage));
      new Game({
        type: renderer === "webgl" ? WEBGL : CANVAS,
        parent,
        scene: stage,
        width: 1,
        height: 1,
        scale: { expandParent: false },
        antialiasGL: false,
        powerPreference: "low-power",
        backgroundColor: paper,
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        autoFocus: false,
        disableContextMenu: false,
        banner: false,
      });
    });
  }

  create(): void {
    this.game.canvas.setAttribute("aria-hidden", "true");
    this.#started();
  }

  override update(now: number): void {
    this.beforeFrame(now, this.game.loop.rawDelta);
  }

  /** Draws the still part anew. */
  draw(plan: Plan): void {
    const { frame, scene } = plan;
    this.#resize(frame);
    this.children.removeAll(true);
    this.#bakeBackground(plan);
    this.#bakeAtlas(plan);
    this.add.image(0, 0, "background", "all").setOrigin(0).setDepth(depth.background);
    this.#letters = [];
    this.#trails = [];
    this.#ghosts = [];
    this.#boxes.clear();
    for (const box of scene.boxes) {
      this.#boxes.set(box.id, this.#stamp(`box ${box.id}`, box).setDepth(depth.boxes));
      if (box.flag !== undefined) this.#stamp(`flag ${box.id}`, box).setDepth(depth.signs);
      if (box.you) this.#stamp(`you ${box.id}`, box).setDepth(depth.signs);
    }
  }

  /** Puts everything that moves where it is now. */
  move({ letters, trails, ghosts, squash }: Motion): void {
    this.#lay(ghosts, this.#ghosts, "ghost");
    this.#lay(trails, this.#trails, "trail");
    this.#lay(letters, this.#letters, "letter");
    for (const [id, image] of this.#boxes) {
      const by = squash(id) * squashBy;
      image.setScale(1 + by, 1 - by);
    }
  }

  /** Half the frames, for machines that cannot keep up. */
  slowDown(): void {
    this.game.loop.setFPSLimit(30);
  }

  close(): void {
    this.game.canvas.remove();
    this.game.destroy(true);
  }

  /** Shows marks with the images at hand, and makes more when they do not suffice. */
  #lay(
    marks: readonly MapMark[],
    images: GameObjects.Image[],
    sort: "ghost" | "trail" | "letter",
  ): void {
    for (const [index, { kind, x, y, alpha, turn }] of marks.entries()) {
      const image = images[index] ?? this.#stamp(`${sort} ${kind}`).setDepth(depth[`${sort}s`]);
      images[index] = image;
      image.setFrame(`${sort} ${kind}`).setVisible(true).setAlpha(alpha).setRotation(turn);
      const { left, top, scale } = this.#frame ?? { left: 0, top: 0, scale: 1 };
      image.setPosition(left + x * scale, top + y * scale);
    }
    for (const image of images.slice(marks.length)) image.setVisible(false);
  }

  /** A picture of the atlas; what stands still stands on whole pixels, or it would blur. */
  #stamp(name: string, at: Point = { x: 0, y: 0 }): GameObjects.Image {
    const { left, top, scale } = this.#frame ?? { left: 0, top: 0, scale: 1 };
    return this.add.image(
      Math.round(left + at.x * scale),
      Math.round(top + at.y * scale),
      "atlas",
      name,
    );
  }

  #resize(frame: MapFrame): void {
    const { scale, canvas } = this.game;
    if (frame === this.#frame) return;
    this.#frame = frame;
    scale.setZoom(1 / frame.dpr);
    scale.resize(frame.width, frame.height);
    // The scale manager leaves an old style in place when canvas and page pixels agree.
    canvas.style.width = `${frame.width / frame.dpr}px`;
    canvas.style.height = `${frame.height / frame.dpr}px`;
  }

  #bakeBackground(plan: Plan): void {
    const canvas = this.#background;
    canvas.width = plan.frame.width;
    canvas.height = plan.frame.height;
    const context = canvas.getContext("2d");
    if (context !== null) paintBackground(context, plan);
    this.#texture("background", canvas)?.add("all", 0, 0, 0, canvas.width, canvas.height);
  }

  #bakeAtlas(plan: Plan): void {
    const { boxes } = plan.scene;
    const stamps = [
      ...letterStamps(plan),
      ...boxes.map((box) => boxStamp(box, plan)),
      ...boxes.flatMap(({ flag, ...box }) =>
        flag === undefined ? [] : [flagStamp(box, plan.words.flag(flag), plan)],
      ),
      ...boxes.filter(({ you }) => you).map((box) => youStamp(box, plan)),
    ];
    const frames = bakeAtlas(this.#atlas, stamps, plan.frame.scale);
    const texture = this.#texture("atlas", this.#atlas);
    for (const { name, x, y, width, height, anchorX, anchorY } of frames) {
      const frame = texture?.add(name, 0, x, y, width, height);
      if (!frame) continue;
      frame.customPivot = true;
      frame.pivotX = anchorX / width;
      frame.pivotY = anchorY / height;
    }
  }

  #texture(key: string, canvas: HTMLCanvasElement): Textures.Texture | null {
    if (this.textures.exists(key)) this.textures.remove(key);
    return this.textures.create(key, canvas);
  }
}
