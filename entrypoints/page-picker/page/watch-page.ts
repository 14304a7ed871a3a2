/** Milliseconds: a page is read again once it has been quiet, or so long after its first change. */
const quietMs = 200;
const longestWaitMs = 1000;
/** Where reading takes long, the page has so many times that for itself. */
const leastRest = 4;

/** What moves or shows something without changing the document; all of it can be heard on the way down. */
const eventTypes = ['load', 'transitionend', 'animationend'];

/** Tells that a page may have changed, until `signal`. What it returns takes the trees that the page consists of. */
export function watchPage(onChange: () => void, signal: AbortSignal): (roots: readonly Node[]) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt: number | null = null;
  let leastMs = quietMs;
  const tell = () => {
    const start = performance.now();
    firstAt = null;
    onChange();
    leastMs = Math.max(quietMs, leastRest * (performance.now() - start));
  };
  const onHint = () => {
    const now = performance.now();
    firstAt ??= now;
    const lastAt = firstAt + Math.max(longestWaitMs, leastMs);
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(leastMs, lastAt - now)));
  };
  const observer = new MutationObserver(onHint);
  for (const type of eventTypes) document.addEventListener(type, onHint, { capture: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  return (roots) => {
    observer.disconnect();
    for (const root of roots)
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  };
}
