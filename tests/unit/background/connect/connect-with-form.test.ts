import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listProviders } from '../../../../entrypoints/background/connect/connect-with-form.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { cardExpiresAt } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import {
  balanceOf,
  cardOf,
  connect,
  connectAccount,
  failureOf,
  msUntilAlarm,
  msUntilMidnight,
  notifications,
  savedValues,
} from './connect-form-setup.ts';

const entries = { name: 'Prepaid', quota: '3 GB', left: '1.24 GB', gb: '1000' };
const connectManual = (some: Record<string, string> = {}) => connectAccount('manual', { ...entries, ...some });
/** Sends the form for changing the plan, with only `some` changed. */
const changePlan = (accountId: string, some: Record<string, string> = {}) =>
  connect('manual', { name: 'Prepaid', quota: '3 GB', gb: '1000', left: '', ...some }, { accountId });
/** Advances the extension's clock. */
function advanceClock(ms: number): void {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}

describe('a card by hand', () => {
  test('is there at once with its figure, its name and an alarm, and nobody was asked anything', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const id = await connectManual();
    expect(await balanceOf(id)).toEqual({ kind: 'known', leftBytes: 1.24e9, totalBytes: 3e9 });
    const card = await cardOf(id);
    expect(await readIndex()).toMatchObject({
      accounts: [{ id, name: 'Prepaid', hasSignIn: false, cards: [{ key: card.cardKey, title: 'Prepaid' }] }],
      shown: card,
    });
    expect(await msUntilAlarm()).toBeGreaterThan(Math.min(11 * hourMs, msUntilMidnight() - minuteMs));
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1.2');
    expect(fetched).not.toHaveBeenCalled();
  });

  test('begins its new month although the computer is offline', async () => {
    const id = await connectManual({ ends: 'monthly', monthlyDay: String(new Date(Date.now() + dayMs).getDate()) });
    vi.stubGlobal('navigator', { onLine: false });
    advanceClock(1.5 * dayMs);
    await onAlarm();
    expect(await balanceOf(id)).toMatchObject({ leftBytes: 3e9 });
    expect(await failureOf(id)).toBeNull();
  });

  test('has no secret, and is signed in to nowhere', async () => {
    const id = await connectManual();
    expect(Object.keys(await savedValues()).filter((name) => /^(credentials|access):/.test(name))).toEqual([]);
    expect(await messageHandlers.signOut({ accountId: id })).toEqual({ isRevoked: true, isReleased: false });
    expect(await savedValues()).toEqual({});
  });

  test('is another card each time, however alike', async () => {
    const [first, second] = [await connectManual(), await connectManual()];
    expect(second).not.toBe(first);
    expect((await cardOf(second)).cardKey).not.toBe((await cardOf(first)).cardKey);
    expect((await readIndex()).accounts.map(({ id }) => id)).toEqual([first, second]);
  });

  test('is looked at offline, too: there is nobody to ask', async () => {
    const id = await connectManual();
    vi.stubGlobal('navigator', { onLine: false });
    fakeBrowser.permissions.contains = async () => false;
    await messageHandlers.refresh({ accountId: id });
    expect(await failureOf(id)).toBeNull();
  });
});

describe('what is left, entered anew', () => {
  test('is the figure at once, on the toolbar too', async () => {
    const id = await connectManual();
    advanceClock(3 * dayMs);
    await messageHandlers.setBalance({ accountId: id, bytes: 5e8 });
    expect(await balanceOf(id)).toEqual({ kind: 'known', leftBytes: 5e8, totalBytes: 3e9 });
    expect((await read(keys.snapshot(id)))?.measuredAt).toBeGreaterThan(Date.now() - minuteMs);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('.50');
  });

  test('of nothing is warned of at once: no second reading is needed, nor asked for', async () => {
    const id = await connectManual();
    expect(notifications).toEqual([]);
    await messageHandlers.setBalance({ accountId: id, bytes: 0 });
    expect(notifications.map(({ title }) => title)).toEqual(['Prepaid: no data left']);
    expect((await read(keys.check(id)))?.reason).not.toBe('doubt');
    await messageHandlers.setBalance({ accountId: id, bytes: 0 });
    expect(notifications).toHaveLength(1);
  });

  test('is used data in the history', async () => {
    const id = await connectManual();
    advanceClock(2 * hourMs);
    await messageHandlers.setBalance({ accountId: id, bytes: 1e9 });
    const used = (await read(keys.samples(await cardOf(id))))?.intervals.map(([, bytes]) => bytes) ?? [];
    expect(used.reduce((sum, bytes) => sum + bytes, 0)).toBe(2.4e8);
  });

  test('saves nothing of an account that is gone', async () => {
    await messageHandlers.setBalance({ accountId: 'gone', bytes: 1 });
    expect(await savedValues()).toEqual({});
  });

  test('grows old after two days without a word, at an alarm of its own', async () => {
    const id = await connectManual();
    let now = Date.now();
    const staleAt = now + 2 * dayMs;
    const alarms: number[] = [];
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    while (now < staleAt) {
      now += (await msUntilAlarm()) ?? 0;
      await onAlarm();
      alarms.push(now);
    }
    expect(alarms.some((at) => Math.abs(at - staleAt) < minuteMs)).toBe(true);
    expect(alarms.length).toBeLessThanOrEqual(8);
    expect(await balanceOf(id)).toMatchObject({ leftBytes: 1.24e9 });
  });
});

describe('a change of the plan', () => {
  test('keeps the account, its card and its history', async () => {
    const id = await connectManual();
    const before = await cardOf(id);
    const history = await read(keys.samples(before));
    expect(await changePlan(id, { name: 'Travel', endsAt: '2099-12-10' })).toEqual({
      kind: 'signed-in',
      accountId: id,
    });
    expect(await cardOf(id)).toEqual(before);
    expect((await readIndex()).accounts).toMatchObject([{ id, name: 'Travel', cards: [{ title: 'Travel' }] }]);
    expect((await read(keys.samples(before)))?.since).toBe(history?.since);
    const card = (await read(keys.snapshot(id)))?.cards[0];
    expect(card && cardExpiresAt(card, Date.now())).toBe(new Date(2099, 11, 10, 23, 59).getTime());
  });

  test('keeps what is left, as of when it was said', async () => {
    const id = await connectManual();
    const enteredAt = (await read(keys.snapshot(id)))?.measuredAt;
    advanceClock(hourMs);
    await changePlan(id, { dial: '*123#' });
    expect(await balanceOf(id)).toMatchObject({ leftBytes: 1.24e9, totalBytes: 3e9 });
    expect((await read(keys.snapshot(id)))?.measuredAt).toBe(enteredAt);
    expect((await read(keys.account(id)))?.seller.manualPlan?.ussdCode).toBe('*123#');
  });

  test('of the amount begins full, and of what is left has that', async () => {
    const id = await connectManual();
    await changePlan(id, { quota: '10 GB' });
    expect(await balanceOf(id)).toMatchObject({ leftBytes: 10e9, totalBytes: 10e9 });
    await changePlan(id, { quota: '10 GB', left: '4 GB' });
    expect(await balanceOf(id)).toMatchObject({ leftBytes: 4e9, totalBytes: 10e9 });
  });

  test('that is wrong changes nothing', async () => {
    const id = await connectManual();
    const before = await savedValues();
    expect(await changePlan(id, { quota: 'much' })).toEqual({ kind: 'refused' });
    expect(await savedValues()).toEqual(before);
  });

  test('of an account that was removed meanwhile makes one anew', async () => {
    const id = await connectManual();
    await messageHandlers.signOut({ accountId: id });
    const again = await changePlan(id);
    expect(again.kind).toBe('signed-in');
    expect((await readIndex()).accounts).toHaveLength(1);
  });
});

describe('what is not in order', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a name that is missing', 'manual', { quota: '3 GB', gb: '1000' }],
    ['an amount that is none', 'manual', { ...entries, quota: 'much' }],
    ['a link that is not safe', 'manual', { ...entries, link: 'http://axis.example' }],
    ['a hotspot that is none', 'huawei-hilink', { address: '8.8.8.8' }],
    ['a code that is none', 'hologram', { deviceId: '../admin', key: 'hologram-key' }],
    ['a secret that is missing', 'hologram', { deviceId: '69063' }],
  ])('is refused, whatever the page let pass: %s', async (_what, provider, typed) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    expect(await connect(provider, typed)).toEqual({ kind: 'refused' });
    expect([await savedValues(), (await readIndex()).accounts, fetched.mock.calls]).toEqual([{}, [], []]);
  });

  test.each(['nobody', 'account-api', 'static'])(
    'leads nowhere: the provider "%s" is none to choose',
    async (provider) => {
      expect(await connect(provider, entries)).toEqual({ kind: 'not-found' });
      expect(await savedValues()).toEqual({});
    },
  );

  test('takes no entry that the provider did not ask for', async () => {
    const id = await connectManual({ offersUrl: 'https://evil.example', origin: 'https://evil.example', key: 'mine' });
    expect(JSON.stringify(await savedValues())).not.toMatch(/evil|mine/);
    expect((await read(keys.account(id)))?.seller.origin).toBe('');
  });
});

test('the page is told of each provider what it shows, and nothing that cannot be sent', async () => {
  const listed = await listProviders();
  expect(JSON.parse(JSON.stringify(listed))).toEqual(listed);
  expect(listed.filter(({ isSelectable }) => !isSelectable).map(({ id }) => id)).toEqual(['static']);
});
