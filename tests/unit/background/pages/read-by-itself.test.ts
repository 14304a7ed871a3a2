import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { planNextSteps } from '../../../../entrypoints/background/next-steps.ts';
import { onOriginsChanged } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { says, setUpPage } from './page-setup.ts';

const requests = ({ server }: Pick<Awaited<ReturnType<typeof setUpPage>>, 'server'>) => server.received.length;

describe('a page that is kept up to date', () => {
  test('is requested three hours later, with the browser’s cookies alone, and its figure shown', async () => {
    const set = await setUpPage();
    const savedAt = set.clock.now;
    set.site.reading = says(leftPart(2.5e9));
    await set.nextCheck();
    expect(set.clock.now - savedAt).toBeGreaterThanOrEqual(3 * hourMs);
    expect(set.clock.now - savedAt).toBeLessThan(3.5 * hourMs);
    expect(await set.left()).toBe(2.5e9);
    expect(requests(set)).toBe(2);
    expect(set.server.received[1]?.headers.authorization).toBeUndefined();
  });

  test('is requested no sooner because the popup is opened or an alarm rings', async () => {
    const set = await setUpPage();
    set.clock.now += 2 * hourMs;
    await messageHandlers.popupOpened({ card: set.card });
    await checkAccount(set.accountId);
    expect(requests(set)).toBe(1);
    expect((await set.check())?.nextCheckAt).toBeGreaterThan(set.clock.now);
  });

  test('is requested by the refresh button, five minutes after the last time at the soonest', async () => {
    const set = await setUpPage();
    set.clock.now += 4 * minuteMs;
    await messageHandlers.refresh({ accountId: set.accountId });
    expect(requests(set)).toBe(1);
    set.clock.now += 2 * minuteMs;
    await messageHandlers.refresh({ accountId: set.accountId });
    expect(requests(set)).toBe(2);
  });

  test('is requested for no more than its budget allows, however often it changes', async () => {
    const set = await setUpPage();
    await set.setReads({ fetchBytes: 140_000, spent: [] });
    const since = set.clock.now;
    let left = 2.7e9;
    set.site.answer = (response) => {
      left -= 1e6;
      const source = `<!--${JSON.stringify(says(leftPart(left)))}-->`.padEnd(140_000);
      response.end(source);
    };
    for (let checks = 0; checks < 20; checks += 1) await set.nextCheck();
    const days = (set.clock.now - since) / dayMs;
    expect((requests(set) - 1) * 140_000).toBeLessThanOrEqual(300_000 * Math.ceil(days + 1));
    expect(days).toBeGreaterThan(5);
  });

  test('is left alone while nearly nothing is left', async () => {
    const set = await setUpPage();
    set.clock.now += minuteMs;
    await set.visit(says(leftPart(0.4e9)));
    await set.nextCheck();
    expect(requests(set)).toBe(1);
    expect((await set.check())?.failure).toBeNull();
  });

  test('keeps its figure, with its age, where nobody is signed in; the toolbar asks for the user', async () => {
    const set = await setUpPage();
    set.site.answer = (response) => response.writeHead(302, { location: '/sign-in' }).end();
    await set.nextCheck();
    expect((await set.check())?.failure).toEqual({ kind: 'signed-out' });
    expect(await set.left()).toBe(2.75e9);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    const since = set.clock.now;
    await set.nextCheck();
    expect(set.clock.now - since).toBeGreaterThanOrEqual(dayMs);
  });

  test('is said to have changed after the second reading that misses its number, not after the first', async () => {
    const set = await setUpPage();
    set.site.reading = { kind: 'unread', reason: 'changed' };
    await set.nextCheck();
    expect((await set.check())?.failure).toBeNull();
    await set.nextCheck();
    expect((await set.check())?.failure).toEqual({ kind: 'page-changed' });
    expect(await set.left()).toBe(2.75e9);
  });

  test('is not requested while the computer is offline, and that is tried again soon', async () => {
    const set = await setUpPage();
    vi.stubGlobal('navigator', { onLine: false });
    set.clock.now += 4 * hourMs;
    await checkAccount(set.accountId);
    expect((await set.check())?.failure).toEqual({ kind: 'offline' });
    expect((await set.check())?.nextCheckAt).toBeLessThan(set.clock.now + 5 * minuteMs);
    vi.stubGlobal('navigator', { onLine: true });
    await set.nextCheck();
    expect((await set.check())?.failure).toBeNull();
    expect(requests(set)).toBe(2);
  });

  test('says so where its site is not allowed any more, and no more once it is allowed again', async () => {
    const set = await setUpPage();
    set.granted.clear();
    await onOriginsChanged();
    expect((await set.check())?.failure).toEqual({ kind: 'permission-missing' });
    expect(set.apis.sites()).toEqual([]);
    expect(await set.left()).toBe(2.75e9);
    set.granted.add(set.pattern);
    await onOriginsChanged();
    expect((await set.check())?.failure).toBeNull();
    expect(set.apis.sites()).toEqual([set.pattern]);
    expect(requests(set)).toBe(1);
  });
});

describe('a site that turns readings away', () => {
  test.each([
    ['with 403', 403, ''],
    ['with 429', 429, ''],
    ['with 503', 503, ''],
    ['by asking whether a person is there', 200, '<h1>Verify you are human</h1>'],
  ])('%s is left alone for a day, and after the third time for good', async (_, status, body) => {
    const set = await setUpPage();
    set.site.answer = (response) => response.writeHead(status).end(body);
    const times: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const before = requests(set);
      await set.nextCheck();
      if (requests(set) > before) times.push(set.clock.now);
    }
    expect(times).toHaveLength(3);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(dayMs);
    expect(await set.left()).toBe(2.75e9);
    await set.visit(says(leftPart(2.5e9)));
    expect(await set.left()).toBe(2.5e9);
    expect((await set.check())?.failure).toBeNull();
  });

  test('is left alone for as long as it asks, and the refresh button does not change that', async () => {
    const set = await setUpPage();
    set.site.answer = (response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    await set.nextCheck();
    const before = requests(set);
    set.clock.now += 2 * hourMs;
    await messageHandlers.refresh({ accountId: set.accountId });
    expect(requests(set)).toBe(before);
  });
});

test('a page that is read when the user presses is never requested, nor missed', async () => {
  const set = await setUpPage({ isKeptUpToDate: false });
  for (let checks = 0; checks < 3; checks += 1) await set.nextCheck();
  expect(requests(set)).toBe(0);
  expect((await set.check())?.failure).toBeNull();
});

test('what is planned next is never in the past: no alarm follows another at once', async () => {
  const set = await setUpPage();
  for (let checks = 0; checks < 5; checks += 1) {
    await set.nextCheck();
    expect((await planNextSteps()).due.accounts).toEqual([]);
  }
});
