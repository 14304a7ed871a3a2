import { extensionDir, idOfUnpacked } from '../../e2e/support/chromium.ts';
import { openGigabar } from '../../e2e/support/gigabar.ts';
import { medianPaint, type Paint, timePaint, watchFigure } from './first-paint.ts';
import type { Rival, Rivals } from './rivals.ts';
import { type Amount, storedCards } from './stored-cards.ts';

type Area = { get: (name: string | null) => Promise<object>; set: (values: object) => Promise<void> };
declare const chrome: { storage: { local: Area; session: Area } };

const warmUps = 4;
const rounds = 30;
/** Before each page: what the one before has begun in its worker is over, and its process has ended. */
const pauseMs = 250;

/** `barest`: reads only what the popup reads before its figure is on screen. */
export type Comparison = { gigabar: Paint; bare: Paint; barest: Paint; constant: Paint };

/**
 * The popup beside the bare and the constant page, with so much stored: in one browser and one tab, in turn. A page of
 * an extension that shows another, or whose worker runs, finds a warm process. None does here, as where the popup is
 * opened long after the last check.
 */
export async function comparePopups(amount: Amount, { bare, constant }: Rivals): Promise<Comparison> {
  const folders = [extensionDir, bare.folder, constant.folder].join();
  const gigabar = await openGigabar({
    args: [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`],
  });
  const originOf = ({ folder }: Rival) => `chrome-extension://${idOfUnpacked(folder)}`;
  const store = (values: object) => gigabar.probe.evaluate((all) => chrome.storage.local.set(all), values);
  await gigabar.waitForWorker();
  await gigabar.killWorker();
  await store(storedCards(amount, Date.now()));
  // The background judges all cards, once, and makes the first screen of the one that is shown.
  const first = await gigabar.popup();
  await first.getByTestId('remaining').waitFor();
  await gigabar.waitForWorker();
  if ((await first.getByTestId('failure').count()) > 0) throw new Error('The popup has a failure to tell');
  await first.close();
  const local = await gigabar.probe.evaluate(() => chrome.storage.local.get(null));
  const session = await gigabar.probe.evaluate(() => chrome.storage.session.get('first-screen'));
  if (!('first-screen' in session)) throw new Error('No screen was made in advance');
  const tab = await gigabar.context.newPage();
  await tab.bringToFront();
  await tab.goto(`${originOf(bare)}/manifest.json`);
  await tab.evaluate((all) => chrome.storage.local.set(all), local);
  await tab.evaluate((all) => chrome.storage.session.set(all), session);
  // No extension has another page open, as Gigabar's connect page is at first: it would keep a process at hand.
  for (const page of gigabar.context.pages()) if (page !== tab) await page.close();
  await watchFigure(tab);
  const debug = await gigabar.context.newCDPSession(tab);
  await debug.send('Performance.enable');
  await debug.send('ServiceWorker.enable');
  const bareUrl = (reads: readonly Read[]) =>
    `${originOf(bare)}/popup.html?reads=${encodeURIComponent(JSON.stringify(reads))}`;
  const pages = {
    gigabar: `chrome-extension://${gigabar.id}/popup.html`,
    bare: bareUrl([...readBefore, ...readAfter]),
    constant: `${originOf(constant)}/popup.html`,
    barest: bareUrl(readBefore),
  };
  const paints: Record<keyof typeof pages, Paint[]> = { gigabar: [], bare: [], constant: [], barest: [] };
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [name, url] of Object.entries(pages) as [keyof typeof pages, string][]) {
      await debug.send('ServiceWorker.stopAllWorkers');
      await tab.waitForTimeout(pauseMs);
      const paint = await timePaint(tab, debug, url);
      if (round >= warmUps) paints[name].push(paint);
    }
  }
  await gigabar.close();
  return {
    gigabar: medianPaint(paints.gigabar),
    bare: medianPaint(paints.bare),
    constant: medianPaint(paints.constant),
    barest: medianPaint(paints.barest),
  };
}

type Read = readonly ['local' | 'session', readonly string[]];

/** What the popup reads before the figure is on screen, one after the other; and then, of the card that is shown. */
const readBefore: readonly Read[] = [
  ['session', ['first-screen']],
  ['local', ['check:a0']],
];
const readAfter: readonly Read[] = [
  ['local', ['index', 'cards', 'settings', 'language', 'unread']],
  [
    'local',
    [
      'account:a0',
      'reading:a0',
      'check:a0',
      ...['offers', 'orders', 'samples', 'alerts'].map((name) => `${name}:a0/c0`),
    ],
  ],
];
