/** So long after it was rendered, a page that nothing has painted is hidden. In ms. */
const hiddenMs = 250;

let painted: Promise<void> | null = null;

/**
 * Once something of the page is on screen: what can wait takes no processor from the first paint. At once where the
 * browser does not tell, and soon for a page that is hidden.
 */
export function afterFirstPaint(): Promise<void> {
  painted ??= new Promise((resolve) => {
    if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return resolve();
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, hiddenMs);
  });
  return painted;
}
