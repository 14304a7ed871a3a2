import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { saveSettings } from '../../../../entrypoints/background/settings/save-settings.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultPreference, defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { checkIntervalMs } from '../../../../utils/core/polling/check-interval.ts';
import type { CheckState } from '../../../../utils/core/polling/check-schedule.ts';
import { firstPaceMs, nearPaceMs } from '../../../../utils/core/polling/pace.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { formatCardId } from '../../../../utils/core/usage/card-id.ts';
import { isStale } from '../../../../utils/core/usage/staleness.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { setUpChecks } from './check-setup.ts';

/** An account that is checked as needed, with so much left of 3 GB on its one card that has anything left. */
async function setUpPace(leftBytes: number) {
  const set = await setUpChecks({ maxAgeS: null });
  await write(keys.settings, defaultSettings);
  for (const { userKey } of set.seller.cards('a_17')) set.seller.setLeft(userKey, 0);
  set.seller.setLeft('c_europe', leftBytes);
  await checkAccount(set.account.id);
  return { ...set, snapshot: () => read(keys.snapshot(set.account.id)) };
}

const delayOf = ({ nextCheckAt, triedAt }: CheckState) => nextCheckAt - triedAt;
const farBytes = 2.9e9;
const nearBytes = 0.61e9;

describe('checks as needed', () => {
  test('are rare where nothing can happen soon, and frequent near a threshold', async () => {
    const far = await (await setUpPace(farBytes)).check();
    expect(far.pace).toEqual({ paceMs: hourMs, reason: 'waiting' });
    expect(delayOf(far)).toBeGreaterThanOrEqual(0.95 * hourMs);
    const near = await (await setUpPace(nearBytes)).check();
    expect(near.pace).toEqual({ paceMs: nearPaceMs, reason: 'use-unknown' });
    expect(delayOf(near)).toBeLessThanOrEqual(1.05 * nearPaceMs);
  });

  test('go by the rules of the card, and where it is muted by when nothing is left', async () => {
    const { account, card, check } = await setUpPace(nearBytes);
    const paceWith = async (some: object) => {
      const byCard = { [formatCardId(card)]: { ...defaultPreference, ...some } };
      await write(keys.preferences, { ...defaultPreferences, byCard });
      await checkAccount(account.id);
      return (await check()).pace?.paceMs;
    };
    const rules = { ...defaultSettings, thresholds: [10, 0] };
    expect(await paceWith({ rules })).toBeGreaterThan(nearPaceMs);
    expect(await paceWith({ isMuted: true })).toBeGreaterThan(nearPaceMs);
    expect(await paceWith({})).toBe(nearPaceMs);
  });

  test('come soon while the popup is open, and half as often where the browser saves data', async () => {
    const { account, check } = await setUpPace(farBytes);
    vi.stubGlobal('navigator', { onLine: true, connection: { saveData: true } });
    await checkAccount(account.id);
    expect((await check()).pace).toEqual({ paceMs: 2 * hourMs, reason: 'data-saver' });
    const popup = { documentUrl: fakeBrowser.runtime.getURL('/popup.html' as never) };
    Object.assign(fakeBrowser.runtime, { getContexts: async () => [popup] });
    onTestFinished(() => void Reflect.deleteProperty(fakeBrowser.runtime, 'getContexts'));
    await checkAccount(account.id);
    expect((await check()).pace).toEqual({ paceMs: 5 * minuteMs, reason: 'watched' });
  });

  test('make figures old after two of them were missed, not sooner, and not later by a failure', async () => {
    const { seller, account, check, clock, snapshot } = await setUpPace(farBytes);
    const isOld = async (afterMs: number) => {
      const [saved, answer] = [await check(), await snapshot()];
      return answer && isStale(answer, checkIntervalMs(defaultSettings, saved), answer.checkedAt + afterMs);
    };
    expect([await isOld(2 * hourMs - 1), await isOld(2 * hourMs)]).toEqual([false, true]);
    clock.now += hourMs;
    seller.fault({ kind: '503' });
    await checkAccount(account.id);
    expect(await check()).toMatchObject({ failure: { kind: 'seller-down' }, pace: { paceMs: hourMs } });
    expect([await isOld(2 * hourMs - 1), await isOld(2 * hourMs)]).toEqual([false, true]);
  });

  test('are tried again after a failure as at a quarter of an hour', async () => {
    const { seller, account, check } = await setUpPace(farBytes);
    seller.fault({ kind: '503' });
    await checkAccount(account.id);
    expect(delayOf(await check())).toBeLessThanOrEqual(1.25 * firstPaceMs);
  });

  test('give way to a fixed interval at once, and come back with the next answer', async () => {
    const { account, check } = await setUpPace(farBytes);
    await saveSettings({ ...defaultSettings, pollIntervalMinutes: 5 });
    expect(delayOf(await check())).toBeLessThanOrEqual(8 * minuteMs);
    await checkAccount(account.id);
    expect((await check()).pace).toBe(null);
    await saveSettings(defaultSettings);
    expect(delayOf(await check())).toBeLessThanOrEqual(16 * minuteMs);
    await checkAccount(account.id);
    expect(delayOf(await check())).toBeGreaterThanOrEqual(0.95 * hourMs);
  });
});
