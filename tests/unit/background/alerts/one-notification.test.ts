import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, update, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { addAccount } from '../accounts/account-setup.ts';
import { setUpChecks } from '../polling/check-setup.ts';

/** Twelve cards with more than enough left, checked once; nothing to tell. */
async function started() {
  const set = await setUpChecks();
  await write(keys.settings, { ...defaultSettings, pollIntervalMinutes: 15, leadHours: [] });
  set.seller.setCard('c_home', { reissued: true });
  set.seller.addCards('a_17', 10);
  for (const { userKey } of set.seller.cards('a_17')) set.seller.setLeft(userKey, 900_000_000);
  await onAlarm();
  expect(set.sent).toEqual([]);
  const keysOfCards = set.seller.cards('a_17').map(({ userKey }) => userKey);
  return {
    ...set,
    cardKeys: keysOfCards,
    setAll: (left: number) => keysOfCards.map((key) => set.seller.setLeft(key, left)),
  };
}

describe('8.8 F27 one moment is one notification', () => {
  test('when twelve cards fall in one check: it names them all, and each is told once', async () => {
    const { sent, cardKeys, setAll, nextCheck, account } = await started();
    setAll(90_000_000);
    await nextCheck();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.title).toBe('12 alerts');
    expect(sent[0]?.message.split('\n')).toHaveLength(cardKeys.length);
    for (const name of ['Axis Europe', 'Axis Asia']) expect(sent[0]?.message).toContain(`${name}: 90 MB left`);
    for (const cardKey of cardKeys) {
      expect((await read(keys.alerts({ accountId: account.id, cardKey })))?.sent).toContain('10%');
    }
    await nextCheck();
    expect(sent).toHaveLength(1);
  });

  test('of one card has the buttons and the words of that card', async () => {
    const { seller, sent, nextCheck } = await started();
    seller.setLeft('c_europe', 90_000_000);
    await nextCheck();
    expect(sent).toMatchObject([{ id: expect.stringMatching(/^alert:/), title: 'Axis Europe: 90 MB left' }]);
  });

  test('that the browser refuses is told again, whole', async () => {
    const { sent, setAll, nextCheck } = await started();
    const accept = fakeBrowser.notifications.create;
    fakeBrowser.notifications.create = (async () => {
      throw new Error('refused');
    }) as never;
    setAll(90_000_000);
    await nextCheck();
    fakeBrowser.notifications.create = accept;
    await nextCheck();
    expect(sent.map(({ title }) => title)).toEqual(['12 alerts']);
  });

  /** An order, a card and a sign-in, of all of which there is something to tell at the next alarm. */
  async function threeToTell() {
    const set = await started();
    const { seller, account, card, clock } = set;
    const other = await addAccount(seller, 'a_18', { accessToken: null });
    await checkAccount(other.id);
    seller.revokeAll('a_18');
    const at = clock.now;
    const order = makeOrder({ state: 'payment-failed', createdAt: at, changedAt: at, polledAt: at, card });
    await write(keys.orders(card), [order]);
    seller.setLeft('c_europe', 90_000_000);
    clock.now += 16 * minuteMs;
    const recorded = async () => ({
      order: (await read(keys.orders(card)))?.[0]?.notified,
      signIn: (await read(keys.check(other.id)))?.isNotified,
      card: (await read(keys.alerts({ accountId: account.id, cardKey: 'c_europe' })))?.sent,
    });
    return { ...set, recorded };
  }
  const allRecorded = { order: ['failed'], signIn: true, card: ['10%', '20%'] };

  test('whatever it is about: an order, a card and a sign-in', async () => {
    const { sent, recorded } = await threeToTell();
    await onAlarm();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.message.split('\n').sort()).toEqual([
      'Axis Europe: 90 MB left',
      expect.stringMatching(/^Axis Europe: The payment for .* did not go through$/),
      'Axis Nordic: You are signed out of Axis',
    ]);
    expect(await recorded()).toEqual(allRecorded);
  });

  test.each([1, 2])('is the same again, whole, where write %i after it fails', async (nth) => {
    const { sent, recorded, nextCheck } = await threeToTell();
    const { local, session } = fakeBrowser.storage;
    let writes = 0;
    const spies = [local, session].map((area) => {
      const set = area.set.bind(area);
      return vi.spyOn(area, 'set').mockImplementation((async (values: object) => {
        if (sent.length > 0) writes += 1;
        if (writes === nth) throw new Error('The disk is full');
        await set(values as never);
      }) as never);
    });
    await onAlarm();
    for (const spy of spies) spy.mockRestore();
    await nextCheck();
    expect(writes).toBeGreaterThanOrEqual(nth);
    expect(new Set(sent.map(({ id, message }) => `${id} ${message}`)).size).toBe(1);
    expect(await recorded()).toEqual(allRecorded);
  });
});

describe('8.7 F11 a sign-in that is lost', () => {
  /** One account of two, whose sign-in the seller has ended. */
  async function signedOut() {
    const set = await started();
    set.seller.revokeAll('a_17');
    return set;
  }

  test('is told once until it is mended, whatever fails in between', async () => {
    const { seller, account, sent, nextCheck, check } = await signedOut();
    await nextCheck();
    expect(sent.map(({ title }) => title)).toEqual(['You are signed out of Axis']);
    expect(sent[0]?.message).toContain('Axis Europe');
    seller.fault({ kind: '503' });
    await nextCheck();
    seller.clearFaults();
    await nextCheck();
    expect((await check()).failure?.kind).toBe('signed-out');
    expect(sent).toHaveLength(1);
    await addAccount(seller, 'a_17', { accessToken: null });
    await checkAccount(account.id);
    expect((await check()).isNotified).toBe(false);
    seller.revokeAll('a_17');
    await nextCheck();
    expect(sent).toHaveLength(2);
  });

  test('waits for the end of the quiet hours', async () => {
    const { sent, nextCheck, clock } = await signedOut();
    const local = new Date(clock.now);
    const minute = local.getHours() * 60 + local.getMinutes();
    const quiet = { fromMinute: minute, toMinute: (minute + 120) % 1440, exceptEmpty: true };
    await write(keys.settings, { ...defaultSettings, leadHours: [], quiet });
    await nextCheck();
    expect(sent).toEqual([]);
    const { at } = (await read(keys.alarmPlan)) ?? { at: 0 };
    expect(at - clock.now).toBeLessThanOrEqual(2 * hourMs);
    clock.now += 2 * hourMs;
    await onAlarm();
    expect(sent.map(({ title }) => title)).toEqual(['You are signed out of Axis']);
  });

  test('is not told of cards that are all hidden, muted or snoozed', async () => {
    const { account, sent, nextCheck, cardKeys, clock } = await signedOut();
    for (const [place, cardKey] of cardKeys.entries()) {
      const card = { accountId: account.id, cardKey };
      const preference = place % 2 === 0 ? { isHidden: true } : { isMuted: true };
      if (cardKey === 'c_europe') await messageHandlers.snooze({ card, snooze: { until: clock.now + hourMs } });
      else await messageHandlers.savePreference({ card, preference });
    }
    await nextCheck();
    expect(sent).toEqual([]);
    clock.now += 2 * hourMs;
    await onAlarm();
    expect(sent).toHaveLength(1);
  });

  test('takes its notice along once it is mended, or the account is deleted', async () => {
    const { seller, account, nextCheck } = await signedOut();
    const shown = new Set<string>();
    fakeBrowser.notifications.getAll = (async () => Object.fromEntries([...shown].map((id) => [id, true]))) as never;
    fakeBrowser.notifications.create = (async (id: string) => shown.add(id)) as never;
    fakeBrowser.notifications.clear = (async (id: string) => shown.delete(id)) as never;
    await nextCheck();
    expect([...shown]).toEqual([expect.stringMatching(/^account:/)]);
    await addAccount(seller, 'a_17', { accessToken: null });
    await messageHandlers.refresh({ accountId: account.id });
    expect([...shown]).toEqual([]);
    seller.revokeAll('a_17');
    await nextCheck();
    expect(shown.size).toBe(1);
    await signOut(account.id);
    await onAlarm();
    expect([...shown]).toEqual([]);
  });

  test('is recorded once the browser has accepted it, and told again if the worker died before', async () => {
    const { account, sent, nextCheck } = await signedOut();
    await nextCheck();
    await update(keys.check(account.id), (check) => check && { ...check, isNotified: false });
    await onAlarm();
    expect(sent.map(({ id }) => id)).toEqual([sent[0]?.id, sent[0]?.id]);
  });
});
