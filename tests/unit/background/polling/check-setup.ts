import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { formatCardId } from '../../../../utils/core/usage/card-id.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import type { SellerOptions } from '../../../sandbox/types.ts';
import { setLocale } from '../../support/i18n.ts';
import { setUpAccount } from '../accounts/account-setup.ts';

type SentNotification = { id: string; title: string; message: string };

/**
 * An account of a real seller, checked each quarter of an hour, its clock and ours at `clock.now`, and every notification
 * that was sent.
 */
export async function setUpChecks(options: SellerOptions = {}) {
  const clock = { now: Date.now() };
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now);
  const { seller, account } = await setUpAccount(options);
  await setLocale('en');
  await write(keys.settings, { ...defaultSettings, pollIntervalMinutes: 15 });
  const sent: SentNotification[] = [];
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string, { title, message }: { title: string; message: string }) => {
    sent.push({ id, title, message });
    return id;
  }) as never;
  const card = { accountId: account.id, cardKey: 'c_europe' };
  const check = async () => {
    const saved = await read(keys.check(account.id));
    if (!saved) throw new Error('Nothing was checked');
    return saved;
  };
  return {
    ...{ seller, account, card, clock, sent, check },
    requests: () => seller.count('/v1/planStatus'),
    /** The next check, at its time. */
    nextCheck: async () => {
      clock.now = Math.max(clock.now + minuteMs, (await check()).nextCheckAt);
      await onAlarm({ isFallback: false, scheduledAt: clock.now });
    },
    storedCard: async () => (await read(keys.snapshot(account.id)))?.cards.find(({ key }) => key === card.cardKey),
    history: async () => ({ samples: await read(keys.samples(card)), archive: await read(keys.archive(card)) }),
  };
}

/** The account checked, with one card whose plan ends in two hours; `alarm`: for when the alarm is set. */
export async function setUpEndingPlan(options: SellerOptions) {
  const set = await setUpChecks(options);
  for (const key of ['c_asia', 'c_home']) set.seller.setCard(key, { reissued: true });
  set.seller.jumpToExpiry('c_europe', 2 * hourMs);
  await checkAccount(set.account.id);
  await applyState();
  const alarm = async () => (await fakeBrowser.alarms.get('wake'))?.scheduledTime ?? Number.POSITIVE_INFINITY;
  return { ...set, alarm };
}

/** A card with .55 of 3 GB, checked for two days, of which each GB was used at a known time. */
export async function setUpUsedCard(options: SellerOptions = {}) {
  const set = await setUpChecks(options);
  set.seller.setLeft('c_europe', 2.95e9);
  await checkAccount(set.account.id);
  for (const left of [2.5e9, 1.5e9, 0.55e9]) {
    set.clock.now += 12 * hourMs;
    set.seller.setLeft('c_europe', left);
    await checkAccount(set.account.id);
  }
  await write(keys.preferences, { ...defaultPreferences, pinned: formatCardId(set.card) });
  await onAlarm();
  set.sent.length = 0;
  return set;
}

/** All that was used by the samples. */
export const usedBytes = (samples: { intervals: [number, number, number][] } | null) =>
  (samples?.intervals ?? []).reduce((sum, [, used]) => sum + used, 0);
