import type { Browser } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../../shared/lib/hash.ts";
import { launch } from "../kit/browser.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";

let browser: Browser;
let rules: string;
beforeAll(async () => {
  rules = await bundleRules();
  browser = await launch();
});
afterAll(() => browser?.close());

test("the same seed and moves make the same lesson in Node and in Chromium", async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: rules });
  for (const seed of [1, 2, 3]) {
    const lesson = playedClass(seed);
    const folded = await page.evaluate(
      ([journal, until]) => (globalThis as any).hashOfReplay(journal, until),
      [lesson.journal, lesson.now] as const,
    );
    expect(folded).toBe(hashOf(lesson.lesson));
  }
  await page.close();
});

/** A class of four with mistakes that has played a whole round. */
function playedClass(seed: number): ScriptedClass {
  const lesson = new ScriptedClass({ seed });
  for (const n of [1, 2, 3, 4]) lesson.join(`p${n}`, new Pupil(skills.new, seed * 10 + n));
  lesson.startRound();
  lesson.finishRound();
  return lesson;
}

async function bundleRules(): Promise<string> {
  const entry = new URL("../kit/replay-in-browser.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "rules" } },
  });
  const [bundle] = built as Rolldown.RolldownOutput[];
  return bundle?.output[0].code ?? "";
}
