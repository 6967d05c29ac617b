import type { Page } from "playwright-core";

/** Writes down everything that a screen reader would say by itself from now on. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    const hear = () => {
      for (const region of document.querySelectorAll("[aria-live] p, [role=status]")) {
        const words = region.textContent ?? "";
        if (words !== "" && !said.includes(words)) said.push(words);
      }
    };
    Object.assign(globalThis, { said });
    hear();
    new MutationObserver(hear).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
    });
  });

/** What was said since. */
export const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said);

const handled = ["button", "link", "textbox", "combobox", "checkbox", "radio", "img", "tab"];

/** Things to be handled or looked at that have no name for those who do not see them. */
export async function namelessThings(page: Page): Promise<readonly string[]> {
  const tree = await page.locator("body").ariaSnapshot();
  const nameless = new RegExp(`^\\s*- (${handled.join("|")})( \\[[^\\]]*\\])*:?$`);
  return tree.split("\n").filter((line) => nameless.test(line));
}

/** The levels of the page's headings in their order. */
export const headingLevels = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => Number(heading.tagName.slice(1))),
  );
