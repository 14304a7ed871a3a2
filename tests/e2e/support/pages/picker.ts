import type { Page } from '@playwright/test';
import { expect } from '../expect.ts';

/* The picker on a seller's page, whose shadow root is closed to the page and to Playwright alike. */

const overlay = 'html > div[popover=manual]';

export const pickerShows = (tab: Page) => expect(tab.locator(overlay)).toBeVisible();

export const pickerIsGone = (tab: Page) => expect(tab.locator(overlay)).toHaveCount(0);

/** Where a text stands on the page, by which it is clicked: the overlay lies over it. */
async function placeOf(tab: Page, text: string): Promise<{ x: number; y: number }> {
  const place = tab.getByText(text).first();
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`“${text}” is not to be seen`);
  // A block is wider than its text, which begins where the block does.
  return { x: box.x + Math.min(20, box.width / 2), y: box.y + box.height / 2 };
}

export async function clickOnPage(tab: Page, text: string): Promise<void> {
  const { x, y } = await placeOf(tab, text);
  await tab.mouse.click(x, y);
}

type Node = { nodeValue: string; children?: Node[]; shadowRoots?: Node[] };

/** What the sheet of the picker says. */
export async function sheetText(tab: Page): Promise<string> {
  const session = await tab.context().newCDPSession(tab);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const textOf = ({ nodeValue, children = [], shadowRoots = [] }: Node): string =>
    [nodeValue, ...[...shadowRoots, ...children].map(textOf)].filter(Boolean).join(' ');
  const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
  const host = html?.children?.find(({ nodeName }) => nodeName === 'DIV');
  return host ? textOf(host) : '';
}
