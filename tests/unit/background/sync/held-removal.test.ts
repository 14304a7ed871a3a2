import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteAccount } from '../../../../entrypoints/background/accounts/delete-account.ts';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onStart } from '../../../../entrypoints/background/on-start.ts';
import { read, readAccounts, update, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keepHandKeptCard } from '../../../../entrypoints/background/undo/keep-for-undo.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { writeEveryMs } from '../../../../utils/core/sync/sync-limits.ts';
import { undoableForMs } from '../../../../utils/core/undo/undoable.ts';
import { cardOf, connectAccount } from '../connect/connect-form-setup.ts';

type Cloud = Record<string, Record<string, { at: number; value: unknown }>>;
const cloud = () => fakeBrowser.storage.sync.get(null) as Promise<Cloud>;
const ownCards = async () => Object.entries(await cloud()).filter(([name]) => name.startsWith('own:'));
const isTold = async () => (await ownCards()).some(([, item]) => item.gone?.value === true);
const passTime = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });

beforeEach(() => fakeBrowser.storage.sync.clear());
afterEach(() => void vi.useRealTimers());

/** A card kept by hand that the user's other browsers have, too; a write may be made again. */
async function setUp(): Promise<string> {
  await write(keys.settings, { ...defaultSettings, isSynced: true });
  const id = await connectAccount('manual', { name: 'Train', quota: '3 GB', left: '1 GB', gb: '1000' });
  passTime(writeEveryMs);
  await applyState();
  expect(await ownCards()).toHaveLength(1);
  passTime(writeEveryMs);
  return id;
}

describe('others are told that a card kept by hand was removed', () => {
  test('not while it can be brought back, and never if it is', async () => {
    const id = await setUp();
    const before = await cloud();
    await messageHandlers.signOut({ accountId: id });
    passTime(writeEveryMs);
    await applyState();
    expect(await readAccounts()).toEqual([]);
    expect(await cloud()).toEqual(before);
    expect(await messageHandlers.undo({})).toEqual({ isUndone: true });
    passTime(undoableForMs);
    await applyState();
    expect(await cloud()).toEqual(before);
  });

  test('when the minute is over, for which the alarm is set', async () => {
    const id = await setUp();
    const removedAt = Date.now();
    await messageHandlers.signOut({ accountId: id });
    expect((await read(keys.alarmPlan))?.at).toBe(removedAt + undoableForMs);
    passTime(undoableForMs);
    await applyState();
    expect(await isTold()).toBe(true);
    expect(await readAccounts()).toEqual([]);
  });

  test('when the user does something else, after which it cannot be brought back', async () => {
    const id = await setUp();
    const other = await connectAccount('manual', { name: 'Boat', quota: '3 GB', left: '1 GB', gb: '1000' });
    passTime(writeEveryMs);
    await messageHandlers.signOut({ accountId: id });
    await messageHandlers.savePreference({ card: await cardOf(other), preference: { isHidden: true } });
    expect(await isTold()).toBe(true);
  });

  test('by the next worker, where this one ended right after', async () => {
    const id = await setUp();
    await keepHandKeptCard(id);
    await deleteAccount(id);
    // The browser was closed, too: nothing can be taken back any more.
    await fakeBrowser.storage.session.clear();
    await onStart();
    expect(await isTold()).toBe(true);
    expect(await readAccounts()).toEqual([]);
  });
});

test('a change of a removed card elsewhere waits too, and is there when the card is brought back', async () => {
  const id = await setUp();
  await messageHandlers.signOut({ accountId: id });
  const [[name, item] = ['', {}]] = await ownCards();
  await fakeBrowser.storage.sync.set({ [name]: { ...item, quotaBytes: { at: Date.now() + 1, value: 5e9 } } });
  await applyState();
  expect(await readAccounts()).toEqual([]);
  await messageHandlers.undo({});
  expect((await readAccounts()).map((one) => [one?.id, one?.seller.manualPlan?.quotaBytes])).toEqual([[id, 5e9]]);
});

test('what was changed too soon after a write has its time, too', async () => {
  await setUp();
  await update(keys.synced, (saved) => saved && { ...saved, writtenAt: Date.now() });
  await messageHandlers.saveSettings({ settings: { ...defaultSettings, isSynced: true, risk: false } });
  expect((await read(keys.alarmPlan))?.at).toBe(Date.now() + writeEveryMs);
});
