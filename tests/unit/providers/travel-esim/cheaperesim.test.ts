import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { cheaperesim } from '../../../../utils/providers/travel-esim/cheaperesim.ts';
import { recordedClient } from '../recorded-http.ts';

/* The fixtures of the seller's own client, and variations of each member. */

const receivedAt = Date.UTC(2026, 0, 20);
const order = {
  uuid: 'abc-123',
  status: 'delivered',
  package_name: 'Japan 5GB 30 Days',
  destination: 'Japan',
  destination_iso_code: 'JP',
  delivered_at: '2026-01-01T00:00:00+00:00',
  expires_at: '2026-02-01T00:00:00+00:00',
  installed_at: null,
  activated_at: null,
  smdp_status: 'RELEASED',
  data_used_bytes: 1073741824,
  data_total_bytes: 5368709120,
  last_synced_at: null,
  created_at: '2026-01-01T00:00:00+00:00',
};
const pageOf = (data: unknown, some: object = {}) => ({ data, current_page: 1, last_page: 1, total: 1, ...some });

const { seller, secret } = cheaperesim.form.toConnection(defaultSeller('cheaperesim', 'CheapereSIM'), {
  token: 'personal',
});

/** Gives one body after another, then the last one again and again. */
function clientOf(...bodies: unknown[]) {
  const remaining = [...bodies];
  return recordedClient(() => (remaining.length > 1 ? remaining.shift() : remaining[0]), { receivedAt });
}

const read = (...bodies: unknown[]) => cheaperesim.readCards(clientOf(...bodies).client, seller);
const cardOf = async (some: object) => (await read(pageOf([{ ...order, ...some }]))).cards[0];

test('the token is kept apart from the seller', () => {
  expect(secret).toBe('personal');
  expect(JSON.stringify(seller)).not.toContain('personal');
});

describe('an order', () => {
  test('of the fixture is a card of its own, as of the answer', async () => {
    const { client, urls } = clientOf(pageOf([order]));
    const { cards } = await cheaperesim.readCards(client, seller);
    expect(urls).toEqual(['https://cheaperesim.com/api/v1/orders']);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({
      key: 'abc-123',
      title: 'Japan 5GB 30 Days',
      state: 'active',
      measuredAt: receivedAt,
    });
    expect(cards[0]?.plans[0]).toMatchObject({
      state: 'active',
      startsAt: null,
      expiresAt: Date.UTC(2026, 1, 1),
      regions: ['JP'],
    });
    expect(cards[0] && cardBalance(cards[0], receivedAt)).toEqual({
      kind: 'known',
      leftBytes: 2 ** 32,
      totalBytes: 5 * 2 ** 30,
    });
  });

  test.each([
    [
      'waits while nobody has activated or used it, and is lost at its end',
      { data_used_bytes: 0 },
      { state: 'not-started', startsAt: null, expiresAt: null, startBefore: Date.UTC(2026, 1, 1) },
    ],
    ['waits where what was used is not told', { data_used_bytes: null }, { state: 'not-started', startsAt: null }],
    [
      'has begun when it was activated',
      { data_used_bytes: 0, activated_at: '2026-01-03T05:00:00.000000Z' },
      { state: 'active', startsAt: Date.UTC(2026, 0, 3, 5) },
    ],
    ['has no end where none is told', { expires_at: null }, { expiresAt: null }],
    ['has no end at a time without a zone', { expires_at: '2026-02-01 00:00:00' }, { expiresAt: null }],
    ['is good nowhere in particular without a country', { destination_iso_code: 'ASIA' }, { regions: [] }],
    ['knows its country in any spelling', { destination_iso_code: 'jp' }, { regions: ['JP'] }],
  ])('%s', async (_what, some, plan) => {
    expect((await cardOf(some))?.plans[0]).toMatchObject(plan);
  });

  test.each([
    ['total', { data_total_bytes: null }],
    ['use', { data_used_bytes: null }],
    ['number in a total', { data_total_bytes: '' }],
    ['total but 0, as unlimited plans have', { data_total_bytes: 0 }],
  ])('without a %s is unknown', async (_what, some) => {
    expect((await cardOf(some))?.plans[0]?.modules[0]?.balance).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['its destination', { package_name: null }, 'Japan'],
    ['the seller', { package_name: null, destination: '' }, 'CheapereSIM'],
  ])('without a name is called by %s', async (_what, some, title) => {
    expect((await cardOf(some))?.title).toBe(title);
  });

  test('is measured when the seller last looked', async () => {
    const card = await cardOf({ last_synced_at: '2026-01-19T12:00:00+01:00' });
    expect(card?.measuredAt).toBe(Date.UTC(2026, 0, 19, 11));
  });

  test('of which only the id is known is a card, if it was delivered', async () => {
    const bare = Object.fromEntries(Object.keys(order).map((name) => [name, null]));
    expect((await read(pageOf([{ ...bare, uuid: 'a' }]))).cards).toEqual([]);
    expect(await cardOf({ ...bare, uuid: 'a', delivered_at: order.delivered_at })).toMatchObject({ key: 'a' });
    expect((await read(pageOf([{ uuid: 'a', status: 'delivered' }]))).cards).toHaveLength(1);
  });

  test('that has expired is over, and after a month no card any more', async () => {
    const at = (ms: number) => ({ expires_at: new Date(ms).toISOString() });
    expect(await cardOf(at(receivedAt))).toMatchObject({ state: 'expired' });
    expect(await cardOf(at(receivedAt - 30 * dayMs))).toMatchObject({ state: 'expired' });
    expect(await cardOf(at(receivedAt - 30 * dayMs - 1000))).toBeUndefined();
  });

  test('that was delivered under a word not known yet is a card', async () => {
    expect(await cardOf({ status: 'completed' })).toMatchObject({ key: order.uuid });
  });

  test.each(['pending', 'refunded', 'failed'])('that is %s is no card', async (status) => {
    expect(await cardOf({ status })).toBeUndefined();
  });
});

describe('the orders', () => {
  test('that make no sense are left out, the others stay', async () => {
    const { cards } = await read(
      pageOf([null, { ...order, uuid: null }, 'order', order, { ...order, uuid: '\ud800' }]),
    );
    expect(cards.map(({ key }) => key)).toEqual(['abc-123']);
  });

  test('of which none makes sense are an answer we could not read, none at all is an answer', async () => {
    await expect(read(pageOf([{ ...order, uuid: 7 }]))).rejects.toThrow('No order');
    expect((await read(pageOf([]))).cards).toEqual([]);
  });

  test('of all pages are read, each once, though one moves on meanwhile', async () => {
    const pages = [['a', 'b'], ['b', 'c'], ['d']].map((uuids) =>
      pageOf(
        uuids.map((uuid) => ({ ...order, uuid })),
        { last_page: '3' },
      ),
    );
    const { client, urls } = clientOf(...pages);
    const { cards } = await cheaperesim.readCards(client, seller);
    expect(cards.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
    expect(urls.map((url) => new URL(url).search)).toEqual(['', '?page=2', '?page=3']);
  });

  test('are never more than five pages', async () => {
    const { client, urls } = clientOf(pageOf([order], { last_page: 2 ** 31 }));
    await cheaperesim.readCards(client, seller);
    expect(urls).toHaveLength(5);
  });

  test('are all or nothing: a page that fails takes none away', async () => {
    await expect(read(pageOf([order], { last_page: 2 }), providerError(503))).rejects.toMatchObject({ status: 503 });
  });

  test.each([401, 403])('are refused with %i where a new token is needed', async (status) => {
    const error = await read(providerError(status)).catch((thrown) => thrown);
    expect(toFailure(error, receivedAt, true)).toEqual({ kind: 'signed-out' });
  });
});
