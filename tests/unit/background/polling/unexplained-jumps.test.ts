import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onStart } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { forecastFor } from '../../../../utils/core/forecast/forecast.ts';
import { usageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { setUpUsedCard, usedBytes } from './check-setup.ts';

describe('8.1 F16 a full tank that was a mistake', () => {
  test('repeats no alert and moves no history: .55, 3.0 and .55 GB of 3, one interval apart', async () => {
    const { seller, nextCheck, sent, history, storedCard } = await setUpUsedCard();
    const before = await history();
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    expect(await storedCard()).toMatchObject({ unconfirmed: { kind: 'rise', leftBytes: 0.55e9 } });
    expect(await history()).toEqual(before);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('3.0');
    seller.setLeft('c_europe', 0.55e9);
    await nextCheck();
    expect((await storedCard())?.unconfirmed).toBeUndefined();
    expect(await history()).toEqual(before);
    expect(sent.filter(({ title }) => title.includes('Europe'))).toEqual([]);
    expect(usedBytes(before.samples)).toBe(2.4e9);
  });

  test('that is shown is no verdict, and no forecast is made of it', async () => {
    const { seller, nextCheck, storedCard, history, clock } = await setUpUsedCard();
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    const [card, { samples }] = [await storedCard(), await history()];
    if (!card) throw new Error('There is no card');
    const forecast = forecastFor(card, samples, clock.now);
    expect(forecast).toEqual({ kind: 'none' });
    expect(usageStatus(card, forecast, clock.now)).toEqual({ status: 'unknown', reason: 'unconfirmed' });
  });

  test('is asked about by the next check that comes anyway', async () => {
    const { seller, nextCheck, check } = await setUpUsedCard({ maxAgeS: 3600 });
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    const { nextCheckAt, triedAt, reason } = await check();
    expect(reason).toBe('seller-minimum');
    expect(nextCheckAt - triedAt).toBeGreaterThanOrEqual(hourMs);
  });

  test('shown twice is a period that began early: use before it stays used, and the log says so', async () => {
    const { seller, nextCheck, history, storedCard } = await setUpUsedCard();
    const before = await history();
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    await nextCheck();
    expect((await storedCard())?.unconfirmed).toBeUndefined();
    const { samples, archive } = await history();
    expect(usedBytes(samples)).toBe(usedBytes(before.samples));
    expect(archive?.changes.map(({ cause, bytes }) => [cause, bytes])).toEqual([
      ['lapsed', 0.55e9],
      ['reset', 3e9],
    ]);
  });

  test('is confirmed by a 304, too', async () => {
    const { seller, nextCheck, storedCard, requests } = await setUpUsedCard();
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    const before = requests();
    await nextCheck();
    expect(seller.requests.at(-1)?.status).toBe(304);
    expect([requests() - before, (await storedCard())?.unconfirmed]).toEqual([1, undefined]);
  });
});

describe('8.1 F16 a sudden drop', () => {
  test('is asked about after a minute, once, also before the seller’s minimum, and then alerted about', async () => {
    const { seller, nextCheck, check, sent, clock, storedCard } = await setUpUsedCard({ maxAgeS: 6 * 3600 });
    seller.setLeft('c_europe', 0);
    await nextCheck();
    expect(await storedCard()).toMatchObject({ unconfirmed: { kind: 'drop', leftBytes: 0.55e9 } });
    expect(await check()).toMatchObject({ reason: 'confirmation', nextCheckAt: clock.now + minuteMs });
    expect(sent).toEqual([]);
    await nextCheck();
    expect(sent.map(({ title }) => title)).toEqual(['Axis Europe: no data left']);
    expect((await check()).nextCheckAt - clock.now).toBeGreaterThanOrEqual(6 * hourMs);
  });

  test('that the second answer takes back leaves no trace, and the next minute is not asked about', async () => {
    const { seller, nextCheck, check, sent, history, clock } = await setUpUsedCard({ maxAgeS: 6 * 3600 });
    const before = await history();
    seller.setLeft('c_europe', 0);
    await nextCheck();
    seller.setLeft('c_europe', 0.55e9);
    await nextCheck();
    expect([await history(), sent]).toEqual([before, []]);
    expect((await check()).nextCheckAt - clock.now).toBeGreaterThanOrEqual(6 * hourMs);
  });

  test('that turns into a rise is asked about with the usual check', async () => {
    const { seller, nextCheck, check, storedCard, clock } = await setUpUsedCard();
    seller.setLeft('c_europe', 0);
    await nextCheck();
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    expect(await storedCard()).toMatchObject({ unconfirmed: { kind: 'rise', leftBytes: 0.55e9 } });
    expect((await check()).nextCheckAt - clock.now).toBeGreaterThan(10 * minuteMs);
  });

  test('after a rise that was not confirmed is asked about after a minute, too', async () => {
    const { seller, nextCheck, check } = await setUpUsedCard({ maxAgeS: 6 * 3600 });
    seller.setLeft('c_europe', 3e9);
    await nextCheck();
    seller.setLeft('c_europe', 0);
    await nextCheck();
    expect((await check()).reason).toBe('confirmation');
  });

  test('is asked about within two minutes of a start of the browser, however often that is, and once it is online', async () => {
    const { seller, account, nextCheck, check, clock } = await setUpUsedCard({ maxAgeS: 6 * 3600 });
    seller.setLeft('c_europe', 0);
    await nextCheck();
    for (let start = 0; start < 3; start += 1) {
      clock.now += 10 * minuteMs;
      await onStart();
      expect((await check()).nextCheckAt - clock.now).toBeLessThanOrEqual(2 * minuteMs);
    }
    vi.stubGlobal('navigator', { onLine: false });
    await checkAccount(account.id);
    expect((await check()).nextCheckAt - clock.now).toBeLessThanOrEqual(2 * minuteMs);
  });

  test('waits for the end of a Retry-After', async () => {
    const { seller, account, nextCheck, check, clock } = await setUpUsedCard();
    seller.setLeft('c_europe', 0);
    await nextCheck();
    seller.fault({ kind: '503', retryAfter: '7200' });
    await checkAccount(account.id);
    expect((await check()).nextCheckAt - clock.now).toBeGreaterThanOrEqual(2 * hourMs);
  });

  test('to an answer without any plan is doubted, then it is a card without a data plan, and nobody is alerted', async () => {
    const { seller, nextCheck, sent, storedCard } = await setUpUsedCard();
    seller.setCard('c_europe', { plans: [] });
    await nextCheck();
    expect((await storedCard())?.unconfirmed?.kind).toBe('drop');
    await nextCheck();
    const card = await storedCard();
    expect(card?.unconfirmed).toBeUndefined();
    if (card) expect(usageStatus(card, { kind: 'none' }, card.measuredAt)).toMatchObject({ reason: 'no-plan' });
    expect(sent).toEqual([]);
  });
});

test('8.1 a hotspot’s counter that was cleared is a reset once two answers show it: use before it stays used', async () => {
  const { seller, account, nextCheck, history, storedCard } = await setUpUsedCard();
  await update(
    keys.account(account.id),
    (saved) => saved && { ...saved, seller: { ...saved.seller, meteredBy: 'hotspot' } },
  );
  const before = await history();
  seller.setLeft('c_europe', 2e9);
  await nextCheck();
  expect((await storedCard())?.unconfirmed?.kind).toBe('rise');
  expect(await history()).toEqual(before);
  await nextCheck();
  const { samples, archive } = await history();
  expect(archive?.changes.map(({ cause, bytes }) => [cause, bytes])).toEqual([
    ['lapsed', 0.55e9],
    ['reset', 3e9],
  ]);
  // A GB since the counter was cleared.
  expect(usedBytes(samples)).toBe(usedBytes(before.samples) + 1e9);
});
