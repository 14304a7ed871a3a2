import { describe, expect, test } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { setUpUsedCard, usedBytes } from './check-setup.ts';

test('8.1 an order that is made while a balance is not confirmed is proven by no balance', async () => {
  const { seller, card, nextCheck, account } = await setUpUsedCard();
  seller.setLeft('c_europe', 0);
  await nextCheck();
  const offer = (await read(keys.offers(card)))?.offers[0];
  if (!offer) throw new Error('Nothing is on sale');
  await messageHandlers.renew({ card, planId: offer.planId, cost: offer.cost, confirmation: noConfirmation });
  seller.setLeft('c_europe', 0.55e9);
  await checkAccount(account.id);
  await onAlarm();
  const [order] = (await read(keys.orders(card))) ?? [];
  expect(order).toMatchObject({ baseline: null, balanceConfirmedAt: null, state: 'awaiting-payment' });
});

test('8.1 F16 a rise that is not confirmed proves no purchase, and an abandoned checkout explains none', async () => {
  const { seller, card, clock, nextCheck, storedCard, sent } = await setUpUsedCard();
  const at = clock.now - 2 * dayMs;
  const times = { createdAt: at, changedAt: at, lastActivityAt: at, polledAt: clock.now };
  const baseline = { heldBytes: 0.55e9, quotaBytes: 3e9, endsAt: null, plans: [], isUnlimited: false, isActive: true };
  const open = makeOrder({ ...times, state: 'unknown', card, baseline });
  const abandoned = makeOrder({
    ...times,
    id: 'o2',
    state: 'awaiting-payment',
    expiresAt: at + hourMs,
    card,
    baseline,
  });
  await write(keys.orders(card), [open, { ...abandoned, createdAt: clock.now, changedAt: clock.now }]);
  seller.setLeft('c_europe', 3e9);
  await nextCheck();
  expect((await storedCard())?.unconfirmed?.kind).toBe('rise');
  expect((await read(keys.orders(card)))?.map(({ balanceConfirmedAt }) => balanceConfirmedAt)).toEqual([null, null]);
  expect(sent).toEqual([]);
});

describe('8.1 a jump is explained', () => {
  test('by the seller’s larger quota or later end, and counts at once', async () => {
    const { seller, nextCheck, storedCard, history, clock } = await setUpUsedCard();
    const module = { byteBalance: { quotaBytes: '6000000000', remainingBytes: '3550000000', reservedBytes: '0' } };
    seller.setModule('c_europe', 'main', module);
    await nextCheck();
    expect((await storedCard())?.unconfirmed).toBeUndefined();
    seller.setModule('c_europe', 'main', {
      expirationTime: new Date(clock.now + 60 * dayMs).toISOString(),
      byteBalance: { quotaBytes: '6000000000', remainingBytes: '6000000000', reservedBytes: '0' },
    });
    await nextCheck();
    expect((await storedCard())?.unconfirmed).toBeUndefined();
    expect((await history()).archive?.changes.map(({ cause }) => cause)).toEqual(['credited', 'lapsed', 'reset']);
  });

  test('by an order that is open: then it was bought, and use before it stays used', async () => {
    const { seller, nextCheck, storedCard, history, card, clock } = await setUpUsedCard();
    const order = makeOrder({ state: 'paid', paidAt: clock.now, createdAt: clock.now, changedAt: clock.now, card });
    await write(keys.orders(card), [order]);
    const before = await history();
    seller.setLeft('c_europe', 2.9e9);
    await nextCheck();
    expect((await storedCard())?.unconfirmed).toBeUndefined();
    const { samples, archive } = await history();
    expect(usedBytes(samples)).toBe(usedBytes(before.samples));
    expect(archive?.changes).toMatchObject([{ cause: 'credited', bytes: 2.35e9 }]);
  });

  test('by what comes back of open sessions, and by use that is not faster than data can be', async () => {
    const { seller, nextCheck, storedCard } = await setUpUsedCard();
    for (const left of [0.5e9, 0.59e9, 0.3e9, 0.05e9, 0]) {
      seller.setLeft('c_europe', left);
      await nextCheck();
      expect((await storedCard())?.unconfirmed).toBeUndefined();
    }
  });
});
