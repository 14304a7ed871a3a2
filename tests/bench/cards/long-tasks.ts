import type { BrowserContext, Page } from '@playwright/test';

/* How long a page was busy at one stretch, in which it answers nobody. */

type Watched = { longestTaskMs?: number };

/** In every page that is opened from now on. */
export async function watchLongTasks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watched = globalThis as Watched;
    watched.longestTaskMs = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watched.longestTaskMs = Math.max(watched.longestTaskMs ?? 0, duration);
      }
    });
    observer.observe({ type: 'longtask', buffered: true });
  });
}

/** Long enough that the browser has told of every task before. */
const toldAfterMs = 500;

/** Since the page was opened; 0: none was longer than 50 ms, below which the browser tells none. */
export async function longestTaskMs(page: Page): Promise<number> {
  await page.waitForTimeout(toldAfterMs);
  return page.evaluate(() => (globalThis as Watched).longestTaskMs ?? 0);
}
