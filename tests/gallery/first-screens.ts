import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { firstScreens, popupState, type StateName, titleOf } from '../unit/support/popup-states.ts';
import { openView } from './compare-pictures.ts';
import { type GalleryLocale, galleryLocales } from './gallery.ts';
import { unreadableTexts } from './page-boxes.ts';
import { storedOf } from './stored-state.ts';

declare const showStored: (values: Record<string, unknown>) => void;

/** What the popup shows before anything is opened in it, in CSS pixels. */
const highest = 480;

/** Of a popup at 250 % zoom: the browser's window for it has 800 pixels at most. */
const narrowest = 320;

/** With several cards a state says most. */
export const measured = firstScreens.filter(({ isMany }) => isMany);

/** Where lines are longest, whether they wrap shows in each state of the card, of an order and of a failure once. */
const wrapped = measured.filter(({ status, extra }) => status === 'runs out' || extra === 'plan waits');

/** Each named state of the popup, in each language: how high its first screen is, and whether all can be read. */
export async function checkFirstScreens(context: BrowserContext, base: string): Promise<string[]> {
  const page = await context.newPage();
  const problems: string[] = [];
  for (const locale of galleryLocales) {
    problems.push(...(await problemsIn(page, base, locale, measured, 360, highest)));
    problems.push(...(await problemsIn(page, base, locale, wrapped, narrowest, Number.POSITIVE_INFINITY)));
  }
  await page.close();
  return problems;
}

/** The same in a browser that draws no letter smaller than 20 px, where it may be higher. */
export async function checkLargeLetters(executablePath: string, base: string): Promise<string[]> {
  const profile = mkdtempSync(path.join(tmpdir(), 'gigabar-letters-'));
  mkdirSync(path.join(profile, 'Default'));
  const webprefs = { minimum_font_size: 20, minimum_logical_font_size: 20 };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs } }));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox'] });
  try {
    return await problemsIn(await context.newPage(), base, 'en', wrapped, 360, Number.POSITIVE_INFINITY);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function problemsIn(
  page: Page,
  base: string,
  locale: GalleryLocale,
  names: readonly StateName[],
  width: number,
  limit: number,
): Promise<string[]> {
  await openView(page, base, 'popup-ok', 'light', locale);
  await page.setViewportSize({ width, height: 600 });
  const problems: string[] = [];
  for (const name of names) {
    const height = await page.evaluate(
      async (values) => {
        showStored(values);
        // By then the page has read them and rendered: both take no more than microtasks.
        await new Promise((rendered) => setTimeout(rendered));
        return document.getElementById('app')?.getBoundingClientRect().height ?? 0;
      },
      storedOf(popupState(name)),
    );
    const problem = (text: string) => problems.push(`${titleOf(name)}, ${locale}, ${width} px: ${text}`);
    if (height > limit) problem(`${Math.ceil(height)} px high`);
    for (const text of await page.evaluate(unreadableTexts)) problem(text);
  }
  return problems;
}
