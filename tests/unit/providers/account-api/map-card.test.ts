import { describe, expect, test } from 'vitest';
import { toOfferList } from '../../../../utils/providers/account-api/map-offer.ts';
import { toCheckoutOrder, toSellerOrder } from '../../../../utils/providers/account-api/map-order.ts';
import { readUsageSnapshot } from '../../../../utils/providers/account-api/read-cards.ts';
import type { HttpResponse } from '../../../../utils/providers/adapter/provider.ts';

const receivedAt = Date.UTC(2026, 10, 23, 2, 0, 5);
const updateTime = '2026-11-23T02:00:00Z';
const expireTime = '2026-11-23T08:00:00Z';

function httpResponse(body: unknown, headers: Record<string, string> = {}, status = 200): HttpResponse {
  return { status, text: '', body, headers: new Headers(headers), receivedAt };
}

const good = {
  moduleId: 'main',
  byteBalance: { quotaBytes: '3000000000', remainingBytes: '1240000000' },
  coarseBalanceLevel: 'HIGH_QUOTA',
};
const card = (module: object) => ({ userKey: 'c', title: 'Axis', plans: [{ planId: 'p', planModules: [module] }] });
const status = (cards: unknown, some: object = {}) => ({ accountKey: 'a', updateTime, expireTime, cards, ...some });
const balanceOf = async (module: object) =>
  (await readUsageSnapshot(httpResponse(status([card(module)])), null)).cards[0]?.plans[0]?.modules[0]?.balance;

test('7.10 of two cards with one key the first is that card, the other is unknown', async () => {
  const card = { userKey: 'c', title: 'One', plans: [] };
  const answer = { updateTime: '2026-11-23T12:00:00Z', expireTime: '2026-11-23T18:00:00Z', cards: [card, card, card] };
  const { cards } = await readUsageSnapshot(httpResponse(answer), null);
  expect(cards.map(({ key }) => key)).toEqual(['c', '?1', '?2']);
  expect(cards.map(({ title }) => title)).toEqual(['One', '', '']);
});

describe('a balance', () => {
  test.each([
    ['both numbers', good, { kind: 'known', quotaBytes: 3e9, remainingBytes: 1.24e9, reservedBytes: 0 }],
    [
      'JSON integers',
      { ...good, byteBalance: { quotaBytes: 3, remainingBytes: 1 } },
      { kind: 'known', quotaBytes: 3, remainingBytes: 1, reservedBytes: 0 },
    ],
    [
      'the int64 sentinel',
      { ...good, byteBalance: { quotaBytes: '9223372036854775807', remainingBytes: '5' } },
      { kind: 'unlimited' },
    ],
    ['a high level alone', { moduleId: 'm', coarseBalanceLevel: 'HIGH_QUOTA' }, { kind: 'unlimited' }],
    [
      'a low level with a bound',
      { moduleId: 'm', coarseBalanceLevel: 'LOW_QUOTA', coarseUpperBytes: '1073741824' },
      { kind: 'coarse', level: 'low', upperBytes: 2 ** 30 },
    ],
    ['nothing', { moduleId: 'm' }, { kind: 'unknown' }],
    ['null', { moduleId: 'm', byteBalance: null }, { kind: 'unknown' }],
    [
      'words for numbers, which is not unlimited',
      { ...good, byteBalance: { quotaBytes: 'lots', remainingBytes: '5' } },
      { kind: 'unknown' },
    ],
    ['one number of two', { ...good, byteBalance: { quotaBytes: '5' } }, { kind: 'unknown' }],
    ['a negative number', { ...good, byteBalance: { quotaBytes: '5', remainingBytes: '-1' } }, { kind: 'unknown' }],
    ['no module id', { byteBalance: good.byteBalance }, { kind: 'unknown' }],
  ])('of %s is read as what it is', async (_, module, balance) => {
    expect(await balanceOf(module)).toEqual(balance);
  });
});

describe('what renews by itself', () => {
  const renewOf = async (autoRenew: unknown) => {
    const plans = [{ planId: 'p', planModules: [good], autoRenew }];
    const { cards } = await readUsageSnapshot(httpResponse(status([{ ...card(good), plans }])), null);
    return cards[0]?.plans[0]?.autoRenew;
  };
  const nextChargeTime = '2026-12-10T08:00:00Z';
  const cost = { currencyCode: 'SEK', units: '199', nanos: 0 };
  const on = {
    isEnabled: true,
    nextChargeAt: Date.parse(nextChargeTime),
    cost: { currency: 'SEK', units: '199', nanos: 0 },
  };
  const unknown = { nextChargeAt: null, cost: null };

  test.each([
    ['all three', { enabled: true, nextChargeTime, cost }, on],
    ['off', { enabled: false }, { isEnabled: false, ...unknown }],
    ['nothing but that', { enabled: true, nextChargeTime: null, cost: null }, { isEnabled: true, ...unknown }],
    ['a time without a zone', { enabled: true, nextChargeTime: '2026-12-10', cost }, { ...on, nextChargeAt: null }],
    ['a price below nothing', { enabled: true, nextChargeTime, cost: { ...cost, units: '-1' } }, { ...on, cost: null }],
    ['no word whether', { nextChargeTime, cost }, null],
    ['a word for yes', { enabled: 'yes', nextChargeTime, cost }, null],
    ['a text', 'monthly', null],
    ['nothing', undefined, null],
    ['null', null, null],
  ])('told by %s is read as far as it makes sense', async (_, autoRenew, expected) => {
    expect(await renewOf(autoRenew)).toEqual(expected);
  });
});

describe('an answer about the cards', () => {
  test('is unreadable as a whole without its times or cards', async () => {
    for (const body of [
      null,
      '<html>',
      {},
      status('none'),
      status([], { updateTime: '2026-11-23T02:00:00' }),
      status([], { expireTime: undefined }),
    ]) {
      await expect(readUsageSnapshot(httpResponse(body), null)).rejects.toThrow();
    }
  });

  test('has no card whose id could not stand in an address', async () => {
    const { cards } = await readUsageSnapshot(httpResponse(status([{ ...card(good), userKey: 'half \ud800' }])), null);
    expect(cards[0]?.key).toBe('?0');
  });

  test('unchanged takes no time from a header that is no HTTP date', async () => {
    const before = await readUsageSnapshot(httpResponse(status([card(good)])), null);
    for (const odd of ['0', '-1', 'Mon, 23 Nov 2026 09:00:00', 'never']) {
      expect(
        await readUsageSnapshot(httpResponse(undefined, { expires: odd, 'last-modified': odd }, 304), before),
      ).toEqual(before);
    }
  });

  test('unchanged but never had before is unreadable', async () => {
    await expect(readUsageSnapshot(httpResponse(undefined, {}, 304), null)).rejects.toThrow();
  });

  test('keeps the other cards when one makes no sense', async () => {
    const { cards } = await readUsageSnapshot(httpResponse(status([{ title: 'no key' }, card(good)])), null);
    expect(cards.map(({ plans }) => plans[0]?.modules[0]?.balance.kind)).toEqual(['unknown', 'known']);
  });

  test('takes bad optional members and unknown words as their defaults', async () => {
    const { cards } = await readUsageSnapshot(
      httpResponse(status([{ ...card(good), cardState: 'NEW_WORD', title: 7, updateTime: 'noon' }])),
      null,
    );
    expect(cards[0]).toMatchObject({ state: 'active', title: '', measuredAt: Date.parse(updateTime) });
  });

  test('takes a time of measuring ahead of the answer’s own date as that date', async () => {
    const date = 'Mon, 23 Nov 2026 02:00:05 GMT';
    const snapshot = await readUsageSnapshot(
      httpResponse(status([], { updateTime: '2026-11-23T02:06:00Z' }), { date }),
      null,
    );
    expect(snapshot.measuredAt).toBe(Date.parse(date));
  });

  test('measures the clock’s skew and reads the seller’s floor, a day at most', async () => {
    const headers = { date: 'Mon, 23 Nov 2026 03:00:05 GMT', 'cache-control': 'private, max-age=900', etag: '"e"' };
    expect(await readUsageSnapshot(httpResponse(status([]), headers), null)).toMatchObject({
      skewMs: 3_600_000,
      floorMs: 900_000,
      etag: '"e"',
    });
    const long = await readUsageSnapshot(httpResponse(status([]), { 'cache-control': 'max-age=999999' }), null);
    expect(long.floorMs).toBe(86_400_000);
    expect(await readUsageSnapshot(httpResponse(status([])), null)).toMatchObject({ skewMs: 0, floorMs: 0 });
  });

  test('unchanged keeps the figures, with new times where they are told', async () => {
    const before = await readUsageSnapshot(httpResponse(status([card(good)]), { etag: '"e"' }), null);
    const notModified = await readUsageSnapshot(httpResponse(undefined, {}, 304), before);
    expect(notModified).toEqual({ ...before, checkedAt: receivedAt });
    const updated = await readUsageSnapshot(
      httpResponse(
        undefined,
        { 'last-modified': 'Mon, 23 Nov 2026 02:00:04 GMT', expires: 'Mon, 23 Nov 2026 09:00:00 GMT' },
        304,
      ),
      before,
    );
    expect(updated).toMatchObject({
      measuredAt: receivedAt - 1000,
      expiresAt: Date.parse('2026-11-23T09:00:00Z'),
      etag: '"e"',
    });
    expect(updated.cards[0]?.measuredAt).toBe(receivedAt - 1000);
  });
});

describe('plans on sale', () => {
  const offer = {
    planId: 'p',
    planName: 'P',
    cost: { currencyCode: 'KWD', units: '1', nanos: 500000000 },
    duration: '86400s',
  };

  test('are read with money as on the wire; without a quota they are unlimited', () => {
    const { offers } = toOfferList({ offers: [offer] }, receivedAt);
    expect(offers[0]).toMatchObject({
      cost: { currency: 'KWD', units: '1', nanos: 500000000 },
      durationMs: 86_400_000,
      quotaBytes: null,
      effect: 'unknown',
      availability: 'available',
    });
  });

  test('that make no sense are counted, not guessed', () => {
    const bad = [
      { ...offer, cost: { currencyCode: 'KWD', units: '-1' } },
      { ...offer, duration: '1 day' },
      { ...offer, quotaBytes: 'many' },
      5,
    ];
    expect(toOfferList({ offers: [offer, ...bad] }, receivedAt)).toMatchObject({
      unreadable: 4,
      offers: [{ planId: 'p' }],
    });
  });
});

describe('a purchase', () => {
  test('in a state nobody knows is unknown, never failed', () => {
    expect(toSellerOrder({ transactionId: 't', status: 'ON_HOLD' }).status).toBe('unknown');
  });

  test('that is new and waits for payment needs its page', () => {
    const waiting = { transactionId: 't', status: 'PENDING_PAYMENT' };
    const page = { checkoutUrl: 'https://pay.axis.example/s/1', expireTime };
    for (const some of [{}, { ...page, expireTime: null }, { ...page, checkoutUrl: 'nonsense' }]) {
      expect(() => toCheckoutOrder({ ...waiting, ...some })).toThrow();
    }
    expect(toCheckoutOrder({ ...waiting, ...page }).status).toBe('awaiting-payment');
    expect(toCheckoutOrder({ transactionId: 't', status: 'PAID' }).status).toBe('paid');
  });

  test('that is known already may leave its page out', () => {
    const read = toSellerOrder({ transactionId: 't', status: 'PENDING_PAYMENT', checkoutUrl: null });
    expect(read).toMatchObject({ status: 'awaiting-payment', checkoutUrl: null, expiresAt: null });
  });

  test('with a state named like a member of every object is unknown too', () => {
    for (const status of ['constructor', 'toString', '__proto__']) {
      expect(toSellerOrder({ transactionId: 't', status }).status).toBe('unknown');
    }
  });
});
