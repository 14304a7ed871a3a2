import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestCard } from '../../../entrypoints/background/accounts/account-store.ts';
import { applyState } from '../../../entrypoints/background/apply-state.ts';
import { checkAccount } from '../../../entrypoints/background/polling/check-account.ts';
import { keepFirstScreen } from '../../../entrypoints/background/popup/keep-first-screen.ts';
import { loadCardOverviews } from '../../../entrypoints/background/state/card-overviews.ts';
import { countShownChanges, forgetFirstScreen } from '../../../entrypoints/background/state/raw-values.ts';
import { read, write } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { shownSince } from '../../../utils/core/toolbar/first-screen.ts';
import { hourMs, startOfDay } from '../../../utils/core/values/time.ts';
import { setUpChecks } from './polling/check-setup.ts';
import { datedByTheClock } from './polling/counted-browser.ts';

/* What the background makes of the popup in advance, and when. */

/** Checked and shown at noon: no midnight is near. */
async function setUp() {
  vi.spyOn(Date, 'now').mockReturnValue(startOfDay(Date.now()) + 12 * hourMs);
  const set = await setUpChecks();
  datedByTheClock();
  await checkAccount(set.account.id);
  await applyState();
  const screen = () => read(keys.firstScreen);
  const sinceNow = async () => {
    const made = await screen();
    return made && shownSince(made, await set.check(), set.clock.now);
  };
  return { ...set, screen, sinceNow };
}

test('after a check the popup’s first screen is there, of the card on the toolbar', async () => {
  const { screen, sinceNow } = await setUp();
  const { html = '' } = (await screen()) ?? {};
  expect(html).toContain('data-testid="remaining">180<small> MB');
  expect(html).toContain('data-testid="renew"');
  expect(await sinceNow()).not.toBeNull();
});

test('a check that showed the same leaves it, and it is as recent as that', async () => {
  const { screen, sinceNow, nextCheck, clock } = await setUp();
  const made = await screen();
  const before = await sinceNow();
  await nextCheck();
  expect(await screen()).toEqual(made);
  expect((await sinceNow()) ?? 0).toBeGreaterThan(before ?? clock.now);
});

test('new figures are in it, and the old ones were taken out before they were stored', async () => {
  const { seller, screen, nextCheck, account } = await setUp();
  const steps: string[] = [];
  const note = (area: typeof fakeBrowser.storage.local, step: string, name: string) => {
    const real = { set: area.set.bind(area), remove: area.remove.bind(area) };
    vi.spyOn(area, 'set').mockImplementation((values: object) => {
      if (name in values) steps.push(`${step} stored`);
      return real.set(values);
    });
    vi.spyOn(area, 'remove').mockImplementation((names) => {
      if ([names as unknown].flat().includes(name)) steps.push(`${step} removed`);
      return real.remove(names);
    });
  };
  note(fakeBrowser.storage.session, 'screen', keys.firstScreen.name);
  note(fakeBrowser.storage.local, 'figures', keys.snapshot(account.id).name);
  seller.use('c_asia', 30_000_000);
  await nextCheck();
  expect(steps).toEqual(['screen removed', 'figures stored', 'screen stored']);
  expect((await screen())?.html).toContain('data-testid="remaining">150<small> MB');
});

test('figures that were read before the newest were stored make none', async () => {
  const { seller, screen, account } = await setUp();
  const old = await loadCardOverviews(Date.now());
  const readAt = countShownChanges();
  seller.use('c_asia', 30_000_000);
  await checkAccount(account.id);
  await keepFirstScreen(old, readAt);
  expect((await screen())?.html).toContain('data-testid="remaining">150<small> MB');
});

test('figures that are stored while it is made leave none', async () => {
  const { screen, account } = await setUp();
  const overviews = await loadCardOverviews(Date.now());
  await forgetFirstScreen();
  const kept = keepFirstScreen(overviews, countShownChanges());
  const snapshot = await read(keys.snapshot(account.id));
  if (snapshot) await write(keys.snapshot(account.id), { ...snapshot });
  await kept;
  expect(await screen()).toBeNull();
});

test('none is made of figures that are old, as they may be current with the next answer', async () => {
  const { screen, clock } = await setUp();
  clock.now += hourMs;
  await forgetFirstScreen();
  await applyState();
  expect(await screen()).toBeNull();
});

test('the offer to warn is in it only until it was taken', async () => {
  fakeBrowser.permissions.contains = async () => true;
  const { screen } = await setUp();
  fakeBrowser.permissions.contains = async () => false;
  await applyState();
  expect((await screen())?.html).toContain('allow-alerts');
  fakeBrowser.permissions.contains = async () => true;
  await applyState();
  expect((await screen())?.html).not.toContain('allow-alerts');
});

test('a failure that is to be told takes it away', async () => {
  const { seller, screen, nextCheck } = await setUp();
  seller.fault({ kind: '503', on: 'planStatus' });
  await nextCheck();
  expect(await screen()).toBeNull();
});

test('a card that was asked for is not preceded by another one', async () => {
  const { screen, card } = await setUp();
  await requestCard(card);
  expect(await screen()).toBeNull();
  await applyState();
  expect(await screen()).toBeNull();
});

test('other settings make it anew, once', async () => {
  const { screen } = await setUp();
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  await write(keys.settings, { ...defaultSettings, view: 'used' });
  expect(await screen()).toBeNull();
  await applyState();
  expect((await screen())?.html).not.toBe('');
  expect(set.mock.calls.filter(([values]) => keys.firstScreen.name in values)).toHaveLength(1);
});
