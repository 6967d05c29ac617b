import axe from "axe-core";
import type { Page } from "playwright-core";

/** Something that stands in somebody's way: where, and what it says to eyes and to ears. */
export type Finding = { readonly id: string; readonly target: string; readonly said: string };

type Violation = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
};

/** What axe calls serious or worse about the page as it stands, and two regions that are called alike. */
export async function seriousFindings(page: Page): Promise<readonly Finding[]> {
  // The page itself lets no foreign script in.
  await page.evaluate(axe.source);
  const violations: readonly Violation[] = await page.evaluate(async () => {
    const found = await Reflect.get(globalThis, "axe").run(document, {
      preload: false,
      // Whoever speaks to a page says what they see. It is off by itself.
      rules: { "label-content-name-mismatch": { enabled: true } },
    });
    return found.violations;
  });
  const grave = violations.filter(
    ({ id, impact }) => impact === "serious" || impact === "critical" || id === "landmark-unique",
  );
  const findings = grave.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => ({ id, target: target.join(" ") })),
  );
  return Promise.all(
    findings.map(async (one) => ({ ...one, said: await sayingOf(page, one.target) })),
  );
}

const sayingOf = (page: Page, target: string): Promise<string> =>
  page.evaluate((selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    return `${element?.getAttribute("aria-label") ?? ""} | ${element?.innerText ?? ""}`;
  }, target);
