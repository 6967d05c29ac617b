const stock = "/dist/phaser.esm.js";
const small = "?small-phaser";

// The package's own build fills in these flags; in its sources they are free names.
const kept = /typeof (CANVAS_RENDERER|WEBGL_RENDERER)\b/g;
const leftOut = /typeof (WEBGL_DEBUG|FEATURE_SOUND|PLUGIN_CAMERA3D|PLUGIN_FBINSTANT)\b/g;

// Imported for what they register: the plugins that every scene needs, and images.
const registered = [
  "events/EventEmitter",
  "cameras/2d/CameraManager",
  "gameobjects/GameObjectCreator",
  "gameobjects/GameObjectFactory",
  "scene/ScenePlugin",
  "gameobjects/DisplayList",
  "gameobjects/UpdateList",
  "gameobjects/image/ImageFactory",
];

// The sources require one another in circles; entered by the renderer, each finds what it extends.
const facade = (sources: string): string => `
  import "${sources}/renderer/webgl/index.js";
  export { default as Game } from "${sources}/core/Game.js";
  export { default as Scene } from "${sources}/scene/Scene.js";
  import constants from "${sources}/const.js";
  ${registered.map((part) => `import "${sources}/${part}.js";`).join("\n")}
  export const { CANVAS, WEBGL } = constants;
`;

type Resolver = {
  resolve(
    id: string,
    importer: string | undefined,
    options: { readonly skipSelf: boolean },
  ): Promise<{ readonly id: string } | null>;
};

/**
 * A Vite plugin that builds `phaser` from just those of its sources that the map stands on: two fifths of the stock
 * library. Development keeps the stock library, which has the same names and more.
 */
export const smallPhaser = {
  name: "small-phaser",
  apply: "build",
  enforce: "pre",
  async resolveId(this: Resolver, id: string, importer: string | undefined) {
    if (id !== "phaser") return null;
    const found = await this.resolve(id, importer, { skipSelf: true });
    return found?.id.endsWith(stock) ? `${found.id}${small}` : null;
  },
  load(id: string) {
    return id.endsWith(stock + small)
      ? facade(`${id.slice(0, -(stock + small).length)}/src`)
      : null;
  },
  transform(code: string, id: string) {
    if (!id.includes("/node_modules/phaser/src/")) return null;
    return { code: code.replace(kept, "true").replace(leftOut, "false"), map: null };
  },
} as const;
