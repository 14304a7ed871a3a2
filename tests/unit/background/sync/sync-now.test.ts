import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { importCard } from '../../../../entrypoints/background/settings/import-settings.ts';
import { resetSettings, saveSettings } from '../../../../entrypoints/background/settings/save-settings.ts';
import {
  read,
  readAccounts,
  readIndex,
  remove,
  update,
  write,
} from '../../../../entrypoints/background/state/state-store.ts';
import { syncNow } from '../../../../entrypoints/background/sync/sync-now.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import {
  defaultPreference,
  defaultPreferences,
  withPreference,
} from '../../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { makeManualPlan } from '../../core/manual/manual-setup.ts';
import { setLocale } from '../../support/i18n.ts';
import { setUpAccount } from '../accounts/account-setup.ts';

const cloud = () =>
  fakeBrowser.storage.sync.get(null) as Promise<Record<string, Record<string, { at: number; value: unknown }>>>;
const entries = { key: 'k1', name: 'Mum’s card' };
const ownCard = { name: 'Mum’s card', byteUnit: 1000 as const, entries, plan: makeManualPlan() };
/** In a minute: after all that was changed until now. */
const later = () => Date.now() + 60_000;

/** A browser with a seller's card that was checked, to which its user has given a name. */
async function setUp({ isSynced = true } = {}) {
  const { seller, account } = await setUpAccount();
  await setLocale('en');
  await checkAccount(account.id);
  const cardKey = (await readIndex()).accounts[0]?.cards[0]?.key ?? '';
  const card = { accountId: account.id, cardKey };
  const name = (title: string) =>
    update(keys.preferences, (saved) => withPreference(saved ?? defaultPreferences, card, { name: title }), account);
  await name('Work');
  await write(keys.settings, { ...defaultSettings, isSynced });
  return { seller, account, card, name };
}

const titleOf = async (idText: string) => (await read(keys.preferences))?.byCard[idText]?.name;
const ownCards = async () => (await readAccounts()).filter((account) => account?.seller.providerId === 'manual');

beforeEach(() => fakeBrowser.storage.sync.clear());
afterEach(() => void vi.restoreAllMocks());

describe('what follows the user', () => {
  test('is nothing until they choose it', async () => {
    await setUp({ isSynced: false });
    await syncNow();
    expect(await cloud()).toEqual({});
  });

  test('is names, rules and cards kept by hand, and of an account neither its ids, its sign-in nor its figures', async () => {
    const { account, card } = await setUp();
    await importCard({ ...ownCard, preference: defaultPreference });
    await syncNow();
    const stored = await cloud();
    expect(Object.keys(stored).map((name) => name.split(':')[0])).toEqual(
      expect.arrayContaining(['rules', 'card', 'own']),
    );
    expect(Object.values(stored).map(({ name }) => name?.value)).toEqual(
      expect.arrayContaining(['Work', 'Mum’s card']),
    );
    const token = (await read(keys.credentials(account.id)))?.token ?? 'none';
    const text = JSON.stringify(stored);
    for (const secret of [token, account.id, account.accountKey ?? '', card.cardKey, account.seller.origin]) {
      expect(text).not.toContain(secret);
    }
    const figures = (await read(keys.snapshot(account.id)))?.cards.flatMap(({ plans }) => plans) ?? [];
    expect(figures.length).toBeGreaterThan(0);
    expect(text).not.toContain('remainingBytes');
  });

  test('is written once, and again only when it has changed', async () => {
    const { name } = await setUp();
    await syncNow();
    const first = await cloud();
    await syncNow();
    expect(await cloud()).toEqual(first);
    await name('Home');
    await syncNow();
    // Too soon after the last write: it goes with the next one.
    expect(await cloud()).toEqual(first);
    await update(keys.synced, (saved) => saved && { ...saved, writtenAt: 0 });
    await syncNow();
    expect(Object.values(await cloud()).map((item) => item.name?.value)).toContain('Home');
  });
});

describe('what was changed in another browser', () => {
  async function changed(item: string, fields: Record<string, unknown>) {
    const stored = (await cloud())[item] ?? {};
    const at = later();
    const dated = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { at, value }]));
    await fakeBrowser.storage.sync.set({ [item]: { ...stored, ...dated } });
    await syncNow();
  }

  test('are rules', async () => {
    await setUp();
    await syncNow();
    await changed('rules', { leadHours: [6], risk: false });
    expect(await read(keys.settings)).toMatchObject({ leadHours: [6], risk: false, lapse: true, isSynced: true });
  });

  test('is the name of a card', async () => {
    const { account, card } = await setUp();
    await syncNow();
    const item = Object.keys(await cloud()).find((name) => name.startsWith('card:')) ?? '';
    await changed(item, { name: 'Home' });
    expect(await titleOf(`${account.id}/${card.cardKey}`)).toBe('Home');
  });

  test('is a card kept by hand that is new here, that changes, and that goes', async () => {
    await setUp();
    await syncNow();
    const { plan, ...fields } = ownCard;
    await changed('own:k1', { ...fields, ...plan, cardName: 'Mum', rules: null });
    const [added] = await ownCards();
    expect(added?.seller).toMatchObject({ name: 'Mum’s card', manualPlan: { quotaBytes: 3e9 } });
    expect(await titleOf(`${added?.id}/k1`)).toBe('Mum');
    await changed('own:k1', { quotaBytes: 5e9 });
    expect((await ownCards()).map((one) => one?.seller.manualPlan?.quotaBytes)).toEqual([5e9]);
    await changed('own:k1', { gone: true });
    expect(await ownCards()).toEqual([]);
  });

  test('is ignored where it makes no sense, and all else is not', async () => {
    await setUp();
    await syncNow();
    await changed('rules', { leadHours: 'soon', risk: false });
    await changed('own:k2', { name: 7 });
    await changed('later:1', { what: 'a later version' });
    expect(await read(keys.settings)).toMatchObject({ leadHours: defaultSettings.leadHours, risk: false });
    expect(await ownCards()).toEqual([]);
    await syncNow();
    // Whoever can read it finds it there still.
    expect(await cloud()).toMatchObject({ rules: { leadHours: { value: 'soon' } }, 'later:1': {} });
  });
});

describe('after it was turned off and on again', () => {
  const turn = async (isSynced: boolean) =>
    saveSettings({ ...((await read(keys.settings)) ?? defaultSettings), isSynced });
  const sellerCards = async () =>
    Object.entries(await cloud()).flatMap(([name, item]) => (name.startsWith('card:') ? [item.name?.value] : []));

  test.each([
    ['with work in between', syncNow],
    ['at once', async () => null],
  ])('a reset takes no name from anywhere, %s', async (_, between) => {
    const { account, card } = await setUp();
    await importCard({ ...ownCard, preference: { ...defaultPreference, name: 'Mum' } });
    await saveSettings({ ...defaultSettings, isSynced: true, risk: false });
    await syncNow();
    await update(keys.synced, (saved) => saved && { ...saved, writtenAt: 0 });
    const before = await cloud();
    await resetSettings();
    await between();
    await turn(true);
    await syncNow();
    expect(await cloud()).toEqual(before);
    expect(await titleOf(`${account.id}/${card.cardKey}`)).toBe('Work');
    expect(await read(keys.settings)).toMatchObject({ risk: false });
  });

  test('what was changed meanwhile gives way to what others have, as with one who joins', async () => {
    const { account, card, name } = await setUp();
    await syncNow();
    await turn(false);
    await name('Home');
    await syncNow();
    expect(await read(keys.synced)).toBeNull();
    await turn(true);
    await syncNow();
    expect(await sellerCards()).toEqual(['Work']);
    expect(await titleOf(`${account.id}/${card.cardKey}`)).toBe('Work');
  });

  test('settings that were lost take no name from anywhere either', async () => {
    const { account, card } = await setUp();
    await syncNow();
    await update(keys.synced, (saved) => saved && { ...saved, writtenAt: 0 });
    await remove([keys.settings, keys.preferences]);
    await syncNow();
    await turn(true);
    await syncNow();
    expect(await sellerCards()).toEqual(['Work']);
    expect(await titleOf(`${account.id}/${card.cardKey}`)).toBe('Work');
  });

  test('nothing of before is kept where it is turned off while others are heard', async () => {
    await setUp();
    await syncNow();
    const before = await cloud();
    await update(keys.synced, (saved) => saved && { ...saved, writtenAt: 0 });
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockImplementationOnce(async () => {
      await resetSettings();
      return cloud();
    });
    await syncNow();
    expect(await read(keys.synced)).toBeNull();
    expect(await cloud()).toEqual(before);
  });
});

test('a name given while others are heard and told is not taken back, but told next', async () => {
  const { account, card, name } = await setUp();
  await syncNow();
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  // By then it is known how the cards were named.
  const hash = vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(async (...input) => {
    await name('Boat');
    return digest(...input);
  });
  await syncNow();
  expect(hash).toHaveBeenCalled();
  await update(keys.synced, (saved) => saved && { ...saved, writtenAt: 0 });
  await syncNow();
  expect(await titleOf(`${account.id}/${card.cardKey}`)).toBe('Boat');
  expect(Object.values(await cloud()).map((item) => item.name?.value)).toContain('Boat');
});
