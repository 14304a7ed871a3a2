import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { type GalleryLocale, galleryLocales, viewNamed, viewPath } from './gallery.ts';
import { type Box, boxDifferences, boxesOf, drawnLetters, unreadableTexts } from './page-boxes.ts';
import { goldenViews, type Theme } from './views.ts';

/*
 * Golden pictures: each of a few views as it was looked at once. The boxes of its elements are compared in every
 * browser, the pixels where browser and fonts draw letters as those did that the pictures were made with.
 */

const folder = 'tests/pictures/golden';
/** Where those are put that differ. */
const changed = 'test-results/pictures';
const madeWith = `${folder}/made-with.json`;

export type Comparison = { boxes: number; pixels: number; problems: string[] };

/** Opens a view and waits until nothing on it changes any more. */
export async function openView(page: Page, base: string, view: string, theme: Theme, locale: GalleryLocale) {
  const { width, height } = viewNamed(view);
  await page.setViewportSize({ width, height });
  await page.goto(base + viewPath(view, theme, locale));
  await page.locator('#app > *').first().waitFor();
  // The popup's last line comes with the scripts of all that stands below its figure, and orders with their own.
  await page.locator('.popup:not(:has(.undo-line)), .order-place').first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Compares all golden views, or saves them anew. `base`: the gallery's address. */
export async function comparePictures(context: BrowserContext, base: string, isUpdate: boolean): Promise<Comparison> {
  const page = await context.newPage();
  const browser = context.browser()?.version() ?? '';
  const result: Comparison = { boxes: 0, pixels: 0, problems: [] };
  let arePixelsComparable: boolean | null = null;
  for (const view of goldenViews) {
    mkdirSync(`${folder}/${view}`, { recursive: true });
    mkdirSync(`${changed}/${view}`, { recursive: true });
    for (const locale of galleryLocales) {
      for (const theme of ['light', 'dark'] as const) {
        const name = `${view}/${locale}-${theme}`;
        await openView(page, base, view, theme, locale);
        const problem = (text: string) => result.problems.push(`${name}: ${text}`);
        for (const text of await page.evaluate(unreadableTexts)) problem(text);
        arePixelsComparable ??= isMadeWith(browser, await page.evaluate(drawnLetters), isUpdate);
        for (const text of compareBoxes(
          `${view}-${locale}`,
          await page.evaluate(boxesOf),
          isUpdate && theme === 'light',
        ))
          problem(text);
        result.boxes += 1;
        if (!arePixelsComparable) continue;
        if (!samePixels(name, await page.screenshot({ fullPage: true }), isUpdate)) problem('other pixels');
        result.pixels += 1;
      }
    }
  }
  await page.close();
  return result;
}

/** Whether this is the browser, and its letters are those, that the pictures were made with. */
function isMadeWith(browser: string, letters: string, isUpdate: boolean): boolean {
  const here = `${JSON.stringify({ browser, letters })}\n`;
  if (isUpdate) writeFileSync(madeWith, here);
  return existsSync(madeWith) && readFileSync(madeWith, 'utf8') === here;
}

/** Boxes are the same in all themes, and so are kept once. */
function compareBoxes(name: string, boxes: Box[], isUpdate: boolean): string[] {
  const file = `${folder}/${name}.json`;
  if (isUpdate) writeFileSync(file, `[\n${boxes.map((box) => JSON.stringify(box)).join(',\n')}\n]\n`);
  return existsSync(file) ? boxDifferences(JSON.parse(readFileSync(file, 'utf8')), boxes) : ['no boxes are saved'];
}

function samePixels(name: string, picture: Buffer, isUpdate: boolean): boolean {
  const file = `${folder}/${name}.png`;
  if (isUpdate) writeFileSync(file, picture);
  if (existsSync(file) && readFileSync(file).equals(picture)) return true;
  writeFileSync(`${changed}/${name}.png`, picture);
  return false;
}
