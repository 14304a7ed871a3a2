import type { CDPSession, Page } from '@playwright/test';

/* From the navigation to a page until its figure is on the screen. */

export type Paint = { ms: number; scriptMs: number; heapKb: number };

type Timed = { figureAt?: number };

/** Runs before each page: notes when the frame that has the figure is drawn, in ms since the navigation began. */
export async function watchFigure(tab: Page): Promise<void> {
  await tab.addInitScript(() => {
    const timed = globalThis as unknown as Timed;
    const drawn = () => {
      // A task that is queued within the frame runs once that is drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        timed.figureAt = performance.now();
      };
      port2.postMessage(null);
    };
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-testid="remaining"]')) return;
      observer.disconnect();
      requestAnimationFrame(drawn);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Opens the page in the tab. */
export async function timePaint(tab: Page, session: CDPSession, url: string): Promise<Paint> {
  await tab.goto(url, { waitUntil: 'commit' });
  const ms = await tab.waitForFunction(() => (globalThis as unknown as Timed).figureAt).then((at) => at.jsonValue());
  await tab.waitForLoadState('load');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return { ms: ms ?? 0, scriptMs: metric('ScriptDuration') * 1000, heapKb: metric('JSHeapUsedSize') / 1000 };
}

export function medianPaint(paints: readonly Paint[]): Paint {
  const median = (of: (paint: Paint) => number) => paints.map(of).toSorted((a, b) => a - b)[paints.length >> 1] ?? 0;
  return {
    ms: median(({ ms }) => ms),
    scriptMs: median(({ scriptMs }) => scriptMs),
    heapKb: median(({ heapKb }) => heapKb),
  };
}
