// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings } from '../../../../components/settings/shared/use-settings.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { emptyIndex } from '../../../../utils/core/accounts/account-index.ts';
import { toStored } from '../../../../utils/core/storage/stored-values.ts';
import { dayOf } from '../../../../utils/core/traffic/day-traffic.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { setLocale } from '../../support/i18n.ts';
import { accountsOf, all, closeSettings, openSettings, startSettings, textOf } from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

async function count(accountId: string, bytes: number | null): Promise<void> {
  const check = {
    ...{ failure: null, failingSince: null, failures: 0, triedAt: 0, nextCheckAt: 0, reason: 'poll-interval' as const },
    ...{ manualRefreshAt: null, isNotified: false, pace: null, updateGapsMs: [] },
    ...(bytes === null ? {} : { traffic: { day: dayOf(Date.now()), bytes } }),
  };
  const key = keys.check(accountId);
  await act(() => fakeBrowser.storage.local.set({ [key.name]: toStored(key.kind, check) }));
}

/** The page reads the accounts again when anything is stored. */
async function open(...titles: string[][]): Promise<void> {
  const accounts = accountsOf(...titles);
  await fakeBrowser.storage.local.set({ index: toStored('index', { ...emptyIndex, accounts }) });
  const { checks } = await loadSettings();
  await openSettings({ accounts, checks });
}

const said = (text: string) => vi.waitFor(() => expect(textOf('traffic')).toBe(text));

test('N1 what all accounts took of today’s data is told together, and follows', async () => {
  await count('a1', 90_000);
  await count('a2', 58_230);
  await open(['Europe'], ['Asia']);
  await said('Gigabar used about 150 KB of your data today.');
  await count('a2', 1_142_000);
  await said('Gigabar used about 1.3 MB of your data today.');
});

test('before anything was counted it is said so, as on a new day', async () => {
  await count('a1', null);
  await open(['Europe']);
  await said('Gigabar used none of your data so far today.');
  await count('a1', 4_903);
  await said('Gigabar used about 5 KB of your data today.');
  const now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => now + dayMs + minuteMs);
  onTestFinished(() => void vi.restoreAllMocks());
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await said('Gigabar used none of your data so far today.');
});

test('without an account there is nothing to tell', async () => {
  await open();
  expect(all('traffic')).toEqual([]);
});

test('it is told in Chinese too', async () => {
  await setLocale('zh_CN');
  await count('a1', 148_230);
  await open(['Europe']);
  await said('今天 Gigabar 大约用了您 150 KB 流量。');
});
