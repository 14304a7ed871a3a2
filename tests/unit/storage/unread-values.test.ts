import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../entrypoints/background/message-handlers.ts';
import { updateOrders } from '../../../entrypoints/background/orders/order-store.ts';
import { read, readIndex, remove, update, write } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreference } from '../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { makeOrder, makeSnapshot } from '../support/builders.ts';
import { setLocale } from '../support/i18n.ts';
import { accountId, card, now, profile, sessionNames } from './full-profile.ts';

/* F25: a list that did not parse was taken for empty, and written back. */

const { local } = fakeBrowser.storage;
const stored = (name: string) => local.get(name).then((values: Record<string, unknown>) => values[name]);

/** Of the session, or of an earlier notice. */
const left = [...sessionNames, 'unread'];

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  vi.stubGlobal('navigator', { onLine: false });
  fakeBrowser.permissions.contains = async () => false;
  fakeBrowser.permissions.remove = async () => true;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  for (const [name, { saved }] of profile) if (!left.includes(name)) await local.set({ [name]: saved });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('7.18 an index that cannot be read in full (F25)', () => {
  const index = profile.get('index')?.saved as { accounts: { cards: object[] }[] };
  const [account] = index.accounts;

  test.each<[string, unknown]>([
    ['with a card shown that is none', { ...index, shown: { accountId: 3 } }],
    ['with a card without a title', { ...index, accounts: [{ ...account, cards: [{ key: 'c', title: null }] }] }],
    ['with an account without an id', { ...index, accounts: [{ cards: [] }] }],
    ['that is a text', 'x'],
    ['that is gone', undefined],
  ])('%s still has every account with its cards, one of them on the toolbar', async (_what, saved) => {
    await local.remove('index');
    if (saved !== undefined) await local.set({ index: saved });
    await applyState();
    expect((await readIndex()).accounts).toMatchObject([
      { id: accountId, name: 'Axis', cards: [{ key: 'c', title: 'Axis Europe' }] },
    ]);
    expect((await readIndex()).shown).toEqual(card);
    expect(await stored(`credentials:${accountId}`)).toBeDefined();
  });

  test('lists an account that cannot be read, so that it can be signed out of', async () => {
    await local.set({ index: 'x', [`account:${accountId}`]: { seller: 7 } });
    await applyState();
    expect((await readIndex()).accounts.map(({ id }) => id)).toEqual([accountId]);
    await messageHandlers.signOut({ accountId });
    expect(JSON.stringify(await local.get(null))).not.toContain(accountId);
  });
});

describe('7.18 what another version saved', () => {
  test('in the preferences of one card survives the renaming of another', async () => {
    const byCard = {
      'acc-1/c': { ...defaultPreference, name: 'Mum’s' },
      'acc-1/d': { name: { of: 'later' } },
      'acc-1/e': 7,
    };
    await local.set({ cards: { order: [], pinned: null, byCard, version: 2 } });
    await messageHandlers.savePreference({ card: { accountId, cardKey: 'f' }, preference: { name: 'Dad’s' } });
    expect(await stored('cards')).toMatchObject({ byCard: { ...byCard, 'acc-1/f': { name: 'Dad’s' } } });
  });

  test('as an order survives the next purchase, and hides no other (F19)', async () => {
    const foreign = { ...makeOrder({ id: 'o0', card }), state: 'disputed', confirmationCode: 'AX-1' };
    await local.set({ [keys.orders(card).name]: [foreign, makeOrder({ id: 'o1', card })] });
    expect((await read(keys.orders(card)))?.map(({ id }) => id)).toEqual(['o1']);
    await updateOrders(card, (orders) => [makeOrder({ id: 'o2', card }), ...orders]);
    expect(await stored(keys.orders(card).name)).toMatchObject([{ id: 'o2' }, foreign, { id: 'o1' }]);
    await update(keys.orders(card), () => null);
    expect(await stored(keys.orders(card).name)).toEqual([foreign]);
  });

  test('is not removed by a change from nothing to nothing', async () => {
    await local.set({ settings: 'x', revocations: { of: 'later' } });
    await update(keys.settings, () => null);
    await update(keys.revocations, () => null);
    expect([await stored('settings'), await stored('revocations')]).toEqual(['x', { of: 'later' }]);
  });

  test('is set aside before it is overwritten, and an earlier one is not overwritten by a later one', async () => {
    const name = keys.snapshot(accountId).name;
    await local.set({ [name]: 'first' });
    await write(keys.snapshot(accountId), makeSnapshot());
    await local.set({ [name]: 'second' });
    await write(keys.snapshot(accountId), makeSnapshot());
    expect(await stored(`aside:${name}`)).toMatchObject([{ at: now, saved: 'first' }, { saved: 'second' }]);
    await remove([keys.snapshot(accountId)]);
    expect(await stored(name)).toBeUndefined();
  });
});

describe('7.19 what could not be read', () => {
  test('is told of once', async () => {
    await local.set({ settings: { ...defaultSettings, view: 'both' }, [keys.samples(card).name]: 'x' });
    await applyState();
    const untold = (await read(keys.unread))?.filter(({ isDismissed }) => !isDismissed) ?? [];
    expect(untold.map(({ name }) => name)).toEqual(expect.arrayContaining(['settings', keys.samples(card).name]));
    await messageHandlers.dismissUnread({});
    await applyState();
    expect((await read(keys.unread))?.every(({ isDismissed }) => isDismissed)).toBe(true);
  });

  test('as a snapshot or a schedule is asked for again soon', async () => {
    for (const name of [keys.snapshot(accountId).name, keys.check(accountId).name]) {
      const saved = await stored(name);
      await local.set({
        [keys.check(accountId).name]: { ...((await stored(keys.check(accountId).name)) as object), failure: null },
      });
      await local.set({ [name]: { ...(saved as object), skewMs: 'x', nextCheckAt: 'x' } });
      await applyState();
      expect(await read(keys.alarmPlan)).toMatchObject({ checks: [accountId] });
      await local.set({ [name]: saved });
    }
  });
});
