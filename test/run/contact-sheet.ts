import type { Browser } from "playwright-core";
import { type ContactRound, moments } from "./contact-round.ts";

const pictureWidth = 620;

/**
 * Several rounds as one picture: a line for each, with its moments side by side. A long result is cut off here, for a
 * browser paints no picture higher than 8,192 pixels; by itself it is whole.
 */
export async function printSheet(
  browser: Browser,
  rounds: readonly ContactRound[],
): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: pictureWidth * moments.length, height: 800 },
  });
  await page.setContent(sheetOf(rounds));
  const sheet = await page.screenshot({ fullPage: true });
  await page.close();
  return sheet;
}

const sheetOf = (rounds: readonly ContactRound[]): string => `<!doctype html>
<style>
  body { margin: 8px; font: 16px sans-serif }
  h2 { margin: 12px 4px 4px; font-size: 18px }
  div { display: grid; grid-template-columns: repeat(${moments.length}, 1fr); gap: 8px; align-items: start }
  img { width: 100%; max-height: 520px; object-fit: cover; object-position: top; outline: 1px solid #888 }
</style>${rounds.map(lineOf).join("")}`;

const lineOf = ({ practice, pictures, played, blunders }: ContactRound): string => {
  const { mission, role, language, width } = practice;
  const head = `${mission} · ${role} · ${language} · ${width} px`;
  const end = `${played.acts} acts, ${blunders} wrong on purpose, ${played.stars} stars`;
  const cells = moments.map((moment) => {
    const picture = pictures[moment]?.toString("base64");
    return picture === undefined
      ? `<p>no picture: ${moment}</p>`
      : `<img alt="${moment}" src="data:image/png;base64,${picture}">`;
  });
  return `<h2>${head} · ${end}</h2><div>${cells.join("")}</div>`;
};
