import { type PageToParse, readHtml } from '../../../utils/browser/page/html-reading.ts';
import { askOffscreen } from '../../../utils/browser/page/offscreen.ts';
import type { PageReading } from '../../../utils/core/page/reading.ts';
import { parsePageReading } from '../../../utils/core/storage/page-schemas.ts';

/**
 * Reads a page from its source. The event page of Firefox has the parser; the worker of Chromium has none, and the bundle
 * of it nothing of the reader: the condition is decided when it is built.
 */
export async function parsePage(page: PageToParse): Promise<PageReading> {
  if (import.meta.env.BROWSER === 'firefox') return readHtml(page);
  return parsePageReading(await askOffscreen('parsePage', page)) ?? { kind: 'unread', reason: 'empty' };
}
