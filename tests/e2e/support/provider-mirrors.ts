import type { Page } from '@playwright/test';
import type { Entry } from '../../sandbox/mirrors/ledger.ts';
import { type MirrorDefinition, type RunningMirror, startMirror } from '../../sandbox/mirrors/mirror.ts';
import { expect } from './expect.ts';
import { test as base } from './fixtures.ts';
import type { Gigabar } from './gigabar.ts';
import { chooseCard } from './user.ts';

/* Helpers for tests of providers: mirrors, the connect page's forms, manual cards. */

export type { RunningMirror } from '../../sandbox/mirrors/mirror.ts';
export * from './fixtures.ts';
export { hosts } from './worker-browser.ts';

export const mb = 2 ** 20;
export const gb = 2 ** 30;
const dayMs = 86_400_000;

/** 5 GB for 30 days, of which 1 GB is used. */
const defaultEntry: Omit<Entry, 'measuredAt' | 'startsAt' | 'expiresAt'> = {
  id: '8946000000000000017',
  name: 'Japan 5GB 30 Days',
  kind: 'known',
  quotaBytes: 5 * gb,
  usedBytes: gb,
};

/** A card's current entry; members that are not given have defaults. */
export function entry(some: Partial<Entry> = {}): Entry {
  const now = Date.now();
  return { ...defaultEntry, startsAt: now - 10 * dayMs, expiresAt: now + 20 * dayMs, measuredAt: now, ...some };
}

/** `switchOn`: starts a provider's server, until it is closed or the test ends. */
export const test = base.extend<{
  switchOn: (definition: MirrorDefinition, some?: Partial<Entry>) => Promise<RunningMirror>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  switchOn: async ({}, use) => {
    const on = new Set<RunningMirror>();
    const switchOff = async (mirror: RunningMirror) => {
      if (on.delete(mirror)) await mirror.close();
    };
    await use(async (definition, some) => {
      const mirror = await startMirror(definition);
      on.add(mirror);
      mirror.write(entry(some));
      return { ...mirror, close: () => switchOff(mirror) };
    });
    await Promise.all([...on].map(switchOff));
  },
});

/** Sends all requests to `host`, from the worker and from tabs, to a mirror instead. */
export async function routeToMirror(gigabar: Gigabar, host: string, mirror: RunningMirror): Promise<void> {
  await gigabar.context.route(`${host}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${mirror.url}${pathname}${search}` }) });
  });
}

/** Opens a provider's form: that of any card from the page, another one by what is typed. */
export async function openForm(gigabar: Gigabar, providerId: string): Promise<Page> {
  const page = await gigabar.open('connect.html');
  if (providerId !== 'manual') await page.getByTestId('seller-address').fill(providerId);
  await page.locator(`[data-provider-id="${providerId}"]`).first().click();
  await expect(page.getByTestId('back')).toBeVisible();
  return page;
}

/** Fills in fields by their names; amounts and prices with their unit, as in "1.24 GB". */
export async function fillIn(page: Page, entries: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(entries)) {
    const field = page.getByTestId(`field-${name}`);
    if (name === 'monthlyDay') await page.getByTestId('field-ends').locator('[value=monthly]').check();
    await expect(field).toBeAttached();
    if (!(await field.isVisible())) await page.getByTestId('more-fields').click();
    const [amount = '', unit = ''] = text.split(' ');
    const hasUnit = ['quota', 'left', 'price'].includes(name);
    await field.fill(hasUnit ? amount : text);
    if (name === 'price') await page.getByTestId('field-price-unit').fill(unit);
    else if (hasUnit) await page.getByTestId(`field-${name}-unit`).selectOption(unit);
  }
}

/** Connects a provider of the list, until its balance is shown. */
export async function connectWith(
  gigabar: Gigabar,
  providerId: string,
  entries: Record<string, string> = {},
): Promise<void> {
  const page = await openForm(gigabar, providerId);
  await fillIn(page, entries);
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('connect-status')).toContainText(/\bleft\b|unlimited/);
  await page.close();
}

/** The date in so many days, as a date field has it. */
export function dateIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('sv');
}

/** Enters the current balance in the popup. */
export async function enterBalance(popup: Page, text: string): Promise<void> {
  const [amount = '', unit = ''] = text.split(' ');
  // A card whose entry is old has it twice, also above the plans.
  const update = popup.getByTestId('update-left').first();
  const field = popup.getByTestId('enter-left');
  const parts = popup.getByTestId('open-parts');
  await expect(parts).toBeVisible();
  if (!(await update.or(field).first().isVisible())) await parts.click();
  // Open already after an entry that was none.
  if (!(await field.isVisible())) await update.click();
  await field.fill(amount);
  await popup.getByTestId('enter-left-unit').selectOption(unit);
  await popup.getByTestId('save-left').click();
}

/** Allows alerts on the settings page. */
export async function enableAlerts(gigabar: Gigabar): Promise<void> {
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('allow-alerts').click();
  await expect(settings.getByTestId('allow-alerts')).toHaveCount(0);
  await settings.close();
  await gigabar.waitForWorker();
}

/** Fires the alarm, and waits until all that was due is done: only then the next alarm is set. */
export async function fireAlarmAndWait(gigabar: Gigabar): Promise<void> {
  await gigabar.fireAlarm();
  await expect.poll(gigabar.msUntilAlarm).toBeGreaterThan(0);
}

/** Opens the popup on one of several cards. */
export async function popupWithCard(gigabar: Gigabar, card: string): Promise<Page> {
  const popup = await gigabar.popup();
  await chooseCard(popup, card);
  return popup;
}

type StoredIndex = { accounts: { id: string; name: string; cards: { key: string; title: string }[] }[] };

/** All connected accounts, in the order of the index. */
export async function accounts(gigabar: Gigabar): Promise<StoredIndex['accounts']> {
  const { index } = (await gigabar.stored()) as { index?: StoredIndex };
  return (index?.accounts ?? []).map(({ id, name, cards }) => ({
    ...{ id, name },
    cards: cards.map(({ key, title }) => ({ key, title })),
  }));
}
