import { sendFromPage } from '../../utils/browser/page/script-messages.ts';
import type { PageReading } from '../../utils/core/page/reading.ts';
import { isSameFigures } from '../../utils/core/page/ways/same-figures.ts';
import { minuteMs } from '../../utils/core/values/time.ts';

/**
 * Tells the background what the page says of one account: what is new, and at most once a minute; the latest counts.
 * `onTold`: it was taken. `isLate`: the page was there long before this script was.
 */
export function reportReadings(accountId: string, isLate: boolean, signal: AbortSignal, onTold: () => void) {
  let told: PageReading | null = null;
  let isOld = isLate;
  let toldAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const tell = async (reading: PageReading) => {
    toldAt = performance.now();
    // Since it was loaded it may have shown that.
    const ageMs = isOld ? Math.round(performance.now()) : 0;
    const { isTaken } = await sendFromPage('pageRead', { accountId, reading, ageMs, pageBytes: loadedBytes() });
    if (!isTaken) return tellInTurn(reading);
    told = reading;
    isOld = false;
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
      isOld = false;
    },
  };
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
