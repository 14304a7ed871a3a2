const debounceMs = 500;
const longestWaitMs = 3_000;
/** Without a change for so long a page is taken as drawn. */
const quietMs = 5_000;
/** What changes within frames and shadow roots is not heard of. */
const lookAgainMs = 60_000;
/** A page that never rests is taken as drawn so long after its address was opened. */
const restlessMs = 20_000;
/** Looking takes this share of the time at most. */
const maxLoad = 1 / 20;

/**
 * Calls `look` after the page was loaded and whenever it has changed, not in the midst of it; `isSettled`: it has been
 * quiet for some seconds. `onAddress`: the page has gone to another address without being loaded. Until `signal`.
 */
export function watchSettling(
  look: (isSettled: boolean) => Promise<void>,
  onAddress: () => void,
  signal: AbortSignal,
): void {
  let address = location.href;
  let openedAt = performance.now();
  let waitsSince: number | null = null;
  let freeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let wasRestless = false;

  const lookNow = async (isQuiet: boolean) => {
    waitsSince = null;
    const begun = performance.now();
    const isRestless = !wasRestless && begun - openedAt >= restlessMs;
    wasRestless ||= isRestless;
    if (isQuiet && !signal.aborted) lookWhenQuiet(lookAgainMs);
    await look(isQuiet || isRestless).catch(() => undefined);
    const ended = performance.now();
    freeAt = ended + (ended - begun) / maxLoad;
  };
  const lookWhenQuiet = (afterMs: number) => {
    clearTimeout(quietTimer);
    quietTimer = setTimeout(() => void lookNow(true), afterMs);
  };
  const onChange = () => {
    const now = performance.now();
    if (location.href !== address) {
      address = location.href;
      openedAt = now;
      wasRestless = false;
      onAddress();
    }
    waitsSince ??= now;
    const at = Math.max(freeAt, Math.min(now + debounceMs, waitsSince + longestWaitMs));
    clearTimeout(timer);
    timer = setTimeout(() => void lookNow(false), Math.max(0, at - now));
    lookWhenQuiet(quietMs);
  };

  const observer = new MutationObserver(onChange);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', onChange, { signal });
  addEventListener('load', onChange, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(quietTimer);
  });
  onChange();
}
