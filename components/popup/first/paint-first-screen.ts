import { getStored } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { colourSchemes } from '../../../utils/core/settings.ts';
import { isOfThisVersion, recordOf } from '../../../utils/core/storage/versions.ts';
import { type FirstScreen, shownSince } from '../../../utils/core/toolbar/first-screen.ts';
import { formatWholeDuration } from '../../../utils/core/values/format-time.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { applyBranding } from '../../page/seller-branding.ts';
import { firstStyles } from './first-styles.ts';

/**
 * Shows what the background has made in advance, before anything else of the popup is loaded; nothing where that is out
 * of date. Returns what removes its styles, once the popup has its own; null: nothing is shown.
 */
export async function paintFirstScreen(page: Document): Promise<(() => void) | null> {
  const app = page.getElementById('app');
  if (!app) return null;
  const reading = readShown();
  const styles = firstStyles();
  page.adoptedStyleSheets.push(styles);
  const removeStyles = () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== styles);
  };
  // The browser works them out while the screen is read.
  app.getBoundingClientRect();
  const shown = await reading.catch(() => null);
  if (shown === null) {
    removeStyles();
    return null;
  }
  paint(page, app, shown);
  return removeStyles;
}

/** `since`: when its figures were measured. */
type Shown = { screen: FirstScreen; since: number; now: number };

/** The screen and since when it is true; null: there is none to show. */
async function readShown(): Promise<Shown | null> {
  const screen = (await readWritten(keys.firstScreen, 'session')) as FirstScreen | null;
  if (screen === null) return null;
  const check = (await readWritten(keys.check(screen.accountId), 'local')) as CheckState | null;
  const now = Date.now();
  const since = shownSince(screen, check, now);
  return since === null ? null : { screen, since, now };
}

/** The text is the background's own, with what sellers have written escaped in it; the page's policy runs no script. */
function paint(page: Document, app: HTMLElement, { screen, since, now }: Shown): void {
  page.documentElement.lang = screen.locale;
  page.documentElement.dir = screen.direction;
  page.documentElement.style.colorScheme = colourSchemes[screen.theme];
  applyBranding(page);
  app.innerHTML = screen.html;
  for (const styled of app.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
  const age = app.querySelector('[data-testid="as-of"] > :first-child');
  const ageMs = now - since;
  if (age) age.textContent = ageMs < minuteMs ? screen.justNow : formatWholeDuration(ageMs, screen.locale, 'short');
}

/** As this version of Gigabar has written it; null: there is none. */
async function readWritten({ kind, name }: { kind: string; name: string }, area: 'local' | 'session') {
  const { [name]: written } = await getStored([name], area);
  const value = recordOf(written);
  return value !== undefined && isOfThisVersion(kind, value) ? value : null;
}
