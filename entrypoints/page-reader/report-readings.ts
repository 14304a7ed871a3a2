import { sendFromPage } from '../../utils/browser/page/script-messages.ts';
import type { PageReading } from '../../utils/core/page/reading.ts';
import { isSameFigures } from '../../utils/core/page/ways/same-figures.ts';
import { minuteMs } from '../../utils/core/values/time.ts';

/**
 * Tells the background what the page says of one account: what is new, and at most once a minute; the latest counts.
 * `onTold`: it was taken. `isLoaded` false: the page counts as new, for the user looks at it.
 */
export function reportReadings(accountId: string, isLoaded: boolean, signal: AbortSignal, onTold: () => void) {
  let told: PageReading | null = null;
  let isFirst = isLoaded;
  let toldAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const tell = async (reading: PageReading) => {
    toldAt = performance.now();
    // It may have shown that since it was loaded.
    const ageMs = isFirst ? Math.max(0, Math.round(performance.now() - loadedAt())) : 0;
    const { isTaken } = await sendFromPage('pageRead', { accountId, reading, ageMs, pageBytes: loadedBytes() });
    if (!isTaken) return tellInTurn(reading);
    told = reading;
    isFirst = false;
    onTold();
  };
  const tellInTurn = (reading: PageReading) => {
    clearTimeout(timer);
    if (signal.aborted || (told && isSameReading(told, reading))) return;
    const waitMs = toldAt === null ? 0 : toldAt + minuteMs - performance.now();
    timer = setTimeout(() => void tell(reading).catch(() => undefined), Math.max(0, waitMs));
  };
  return {
    report: tellInTurn,
    /** At another address the same is news again. */
    forget: () => {
      told = null;
      isFirst = false;
    },
  };
}

/** When its document had come, as `performance.now()`. */
function loadedAt(): number {
  const [page] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
  return page?.responseEnd ?? 0;
}

function isSameReading(a: PageReading, b: PageReading): boolean {
  if (a.kind === 'unread' || b.kind === 'unread') return JSON.stringify(a) === JSON.stringify(b);
  return isSameFigures(a.parts, b.parts);
}

/** On the wire, of all that the page has loaded so far; null: the browser does not tell. */
function loadedBytes(): number | null {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const sizes = entries.map((entry) => (entry as PerformanceResourceTiming).transferSize);
  const sum = sizes.reduce((total, size) => total + (size || 0), 0);
  return sum > 0 ? sum : null;
}
