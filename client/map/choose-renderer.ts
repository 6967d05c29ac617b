/** How the map is drawn: by the graphics chip, or by the browser's own 2D canvas. */
export type Renderer = "webgl" | "canvas";

// These draw WebGL on the processor, several times slower than a 2D canvas does.
const software = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** WebGL where a graphics chip stands behind it, else the 2D canvas. */
export function chooseRenderer(): Renderer {
  const context = document.createElement("canvas").getContext("webgl");
  if (context === null) return "canvas";
  const names = context.getExtension("WEBGL_debug_renderer_info");
  const chip = context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return software.test(String(chip)) ? "canvas" : "webgl";
}
