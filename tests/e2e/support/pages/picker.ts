import type { CDPSession, Page } from '@playwright/test';
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

type Node = { nodeId: number; nodeValue: string; attributes?: string[]; children?: Node[]; shadowRoots?: Node[] };

/** The layer of the picker with all that is in it, and a session to ask about it, until it has been looked at. */
async function lookAtLayer<T>(
  tab: Page,
  look: (layer: Node | null, session: CDPSession) => T | Promise<T>,
): Promise<T> {
  const session = await tab.context().newCDPSession(tab);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
  const layer = html?.children?.find(({ nodeName }) => nodeName === 'DIV') ?? null;
  const seen = await look(layer, session);
  await session.detach();
  return seen;
}

const innerNodes = ({ shadowRoots = [], children = [] }: Node): Node[] => [...shadowRoots, ...children];

/** What the sheet of the picker says. */
export function sheetText(tab: Page): Promise<string> {
  const textOf = (node: Node): string => [node.nodeValue, ...innerNodes(node).map(textOf)].filter(Boolean).join(' ');
  return lookAtLayer(tab, (layer) => (layer ? textOf(layer) : ''));
}

/** Where the mark of the picker is drawn, in whole pixels; null: nowhere. */
export function markBox(tab: Page): Promise<{ x: number; y: number; width: number; height: number } | null> {
  const allIn = (node: Node): Node[] => [node, ...innerNodes(node).flatMap(allIn)];
  return lookAtLayer(tab, async (layer, session) => {
    const mark = layer && allIn(layer).find(({ attributes }) => attributes?.includes('mark'));
    if (!mark || mark.attributes?.includes('hidden')) return null;
    const { model } = await session.send('DOM.getBoxModel', { nodeId: mark.nodeId });
    const [x = 0, y = 0] = model.border.map(Math.round);
    return { x, y, width: model.width, height: model.height };
  });
}
