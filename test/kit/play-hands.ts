import type { Page } from "playwright-core";
import { tabTo } from "./game-page.ts";
import type { Seen } from "./play-sight.ts";
import type { Step } from "./play-step.ts";

/** How steps are taken: by keys alone, or with a mouse. */
export type Hands = (page: Page, step: Step) => Promise<void>;

/** Keys alone: the key that stands on a thing, else Tab to it and Enter. */
export const keyboard: Hands = async (page, step) => {
  switch (step.kind) {
    case "press":
      return pressByKey(page, step.at, step.keys);
    case "put":
      if (!step.letter.isPressed) await pressByKey(page, step.letter);
      return pressByKey(page, step.at);
    case "write":
      await tabTo(page, page.locator(step.at.path));
      await page.keyboard.press("Control+A");
      return page.keyboard.type(step.written);
    case "choose":
      return chooseByKey(page, step.at, step.value);
  }
};

/** A mouse: clicks, and letters that are dragged. Only what is typed needs keys. */
export const mouse: Hands = async (page, step) => {
  switch (step.kind) {
    case "press":
      return page.locator(step.at.path).click();
    case "put":
      return drag(page, step.letter, step.at);
    case "write":
      return page.locator(step.at.path).fill(step.written);
    case "choose":
      await page.locator(step.at.path).selectOption(step.value);
  }
};

async function pressByKey(
  page: Page,
  at: Seen,
  keys: readonly string[] = at.key ? [at.key] : [],
): Promise<void> {
  if (keys.length === 0) {
    await tabTo(page, page.locator(at.path));
    return page.keyboard.press("Enter");
  }
  if (keys[0] === "Enter") return pressEnter(page, at);
  await leaveField(page);
  for (const key of keys) await page.keyboard.press(codeOf(key));
}

/** On a button that has the focus, Enter would press that one. */
async function pressEnter(page: Page, at: Seen): Promise<void> {
  if (await hasFocus(page, "button, a")) await tabTo(page, page.locator(at.path));
  await page.keyboard.press("Enter");
}

/** Letters that are typed into a field stay there. */
async function leaveField(page: Page): Promise<void> {
  while (await hasFocus(page, "input, select")) await page.keyboard.press("Tab");
}

const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((asked) => document.activeElement?.matches(asked) === true, selector);

async function chooseByKey(page: Page, at: Seen, value: string): Promise<void> {
  const list = page.locator(at.path);
  await tabTo(page, list);
  await page.keyboard.press("Home");
  const most = await list.locator("option").count();
  for (let tried = 0; tried < most; tried++) {
    if ((await list.inputValue()) === value) return;
    await page.keyboard.press("ArrowDown");
  }
}

/** Keys are pressed by where they lie, as the desk reads them. */
function codeOf(key: string): string {
  const name = key.split("+").at(-1) ?? "";
  const code = /^\d$/.test(name) ? `Digit${name}` : /^[A-Z]$/.test(name) ? `Key${name}` : name;
  return key.startsWith("Shift+") ? `Shift+${code}` : code;
}

async function drag(page: Page, letter: Seen, at: Seen): Promise<void> {
  const [from, to] = [await middleOf(page, letter), await middleOf(page, at)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 10, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

async function middleOf(page: Page, { path }: Seen): Promise<{ x: number; y: number }> {
  const box = await page.locator(path).boundingBox();
  if (box === null) throw new Error(`${path} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
