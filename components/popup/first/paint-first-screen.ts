import { getStored } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { colourSchemes } from '../../../utils/core/settings.ts';
import { isOfThisVersion } from '../../../utils/core/storage/versions.ts';
import { type FirstScreen, shownSince } from '../../../utils/core/toolbar/first-screen.ts';
import { formatWholeDuration } from '../../../utils/core/values/format-time.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { firstStyles } from './first-styles.ts';

/**
 * Shows what the background has made in advance, before anything else of the popup is loaded; nothing where that is out
 * of date. Returns what removes its styles, once the popup has its own; null: nothing is shown.
 */
export async function paintFirstScreen(page: Document): Promise<(() => void) | null> {
  const reading = readWritten(keys.firstScreen, 'session');
  // Made while it is read.
  const styles = firstStyles();
  const screen = (await reading) as FirstScreen | null;
  if (screen === null) return null;
  const check = (await readWritten(keys.check(screen.accountId), 'local')) as CheckState | null;
  const now = Date.now();
  const since = shownSince(screen, check, now);
  if (since === null) return null;
  const app = page.getElementById('app');
  page.documentElement.lang = screen.locale;
  page.documentElement.dir = screen.direction;
  page.documentElement.style.colorScheme = colourSchemes[screen.theme];
  page.adoptedStyleSheets.push(styles);
  app?.replaceChildren(...elementsOf(screen.html));
  for (const styled of page.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
  const age = page.querySelector('[data-testid="as-of"] > :first-child');
  const ageMs = now - since;
  if (age) age.textContent = ageMs < minuteMs ? screen.justNow : formatWholeDuration(ageMs, screen.locale, 'short');
  return () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== styles);
  };
}

/** As this version of Gigabar has written it; null: there is none. */
async function readWritten({ kind, name }: { kind: string; name: string }, area: 'local' | 'session') {
  const { [name]: value } = await getStored([name], area);
  return value !== undefined && isOfThisVersion(kind, value) ? value : null;
}

function elementsOf(html: string): ChildNode[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}
