import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { cheaperesim } from '../../../../utils/providers/travel-esim/cheaperesim.ts';
import { type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { cheaperesimMirror } from '../../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import { makeCard, makePlan } from '../../support/builders.ts';
import { grantedClient } from '../../support/clients.ts';
import { recordedClient } from '../recorded-http.ts';

/* The plan search: a fixture of the seller's own client, and variations of it. */

const receivedAt = Date.UTC(2026, 0, 20);
const plan = {
  id: 4471,
  name: 'Japan 100MB 7Days',
  scope: 'local',
  data_amount_mb: 100,
  is_unlimited: false,
  duration_days: 7,
  price_cents: 106,
  currency: 'USD',
  buy_url: 'https://cheaperesim.com/esim/japan?package=4471',
};

const { seller } = cheaperesim.form.toConnection(defaultSeller('cheaperesim', 'CheapereSIM'), { token: 'personal' });
const japan = makeCard([], { plans: [makePlan([], { regions: ['JP'] })] });

const clientOf = (body: unknown) => recordedClient(() => body, { receivedAt });

const offersOf = (plans: unknown) => cheaperesim.offers.list(clientOf({ plans, unmatched: [] }).client, seller, japan);

describe('the plans', () => {
  test('of the fixture are new eSIMs on a page of the seller, at exactly its price', async () => {
    const { client, urls } = clientOf({ plans: [plan], unmatched: [] });
    const list = await cheaperesim.offers.list(client, seller, japan);
    expect(urls).toEqual(['https://cheaperesim.com/api/v1/plans/search?countries=JP&limit=50']);
    expect(list).toMatchObject({ expiresAt: null, checkedAt: receivedAt, unreadable: 0 });
    expect(list.offers).toEqual([
      {
        planId: '4471',
        name: 'Japan 100MB 7Days',
        description: '',
        cost: { currency: 'USD', units: '1', nanos: 60_000_000 },
        durationMs: 7 * dayMs,
        quotaBytes: 100 * 2 ** 20,
        categories: ['generic'],
        regions: ['JP'],
        overUsage: 'blocked',
        maxRateKbps: null,
        effect: 'unknown',
        availability: 'available',
        reason: '',
        promo: '',
        page: { url: 'https://cheaperesim.com/esim/japan?package=4471', isNewCard: true },
      },
    ]);
  });

  test.each([
    [1, '0', 10_000_000],
    [100, '1', 0],
    [2450, '24', 500_000_000],
    [115, '1', 150_000_000],
    ['9007199254740991', '90071992547409', 910_000_000],
  ])('of %s cents cost %s and %i billionths', async (price_cents, units, nanos) => {
    expect((await offersOf([{ ...plan, price_cents }])).offers[0]?.cost).toEqual({ currency: 'USD', units, nanos });
  });

  test('without a limit have 0 MB, and a flag', async () => {
    const { offers } = await offersOf([{ ...plan, data_amount_mb: 0, is_unlimited: true }]);
    expect(offers[0]?.quotaBytes).toBeNull();
  });

  test.each([
    ['an address of another site', { buy_url: 'https://cheaperesim.com.example/esim/japan' }],
    ['an address that only looks like the site', { buy_url: 'https://cheaperesim.com@example.com/' }],
    ['an address without https', { buy_url: 'http://cheaperesim.com/esim/japan' }],
    ['no address', { buy_url: null }],
    ['0 MB and no flag', { data_amount_mb: 0 }],
    ['an amount nobody has', { data_amount_mb: 1e300 }],
    ['no amount', { data_amount_mb: null, is_unlimited: null }],
    ['a price of nothing', { price_cents: 0 }],
    ['parts of a cent', { price_cents: 106.5 }],
    ['a currency without cents', { currency: 'JPY' }],
    ['a currency of thousandths', { currency: 'KWD' }],
    ['no currency', { currency: '$' }],
    ['no duration', { duration_days: 0 }],
    ['no name', { name: '' }],
    ['no id', { id: null }],
  ])('with %s are not shown, but counted', async (_what, some) => {
    const list = await offersOf([{ ...plan, ...some }, plan]);
    expect(list.offers.map(({ planId }) => planId)).toEqual(['4471']);
    expect(list.unreadable).toBe(1);
  });

  test('of a card without a country are none, and nobody is asked', async () => {
    const { client, urls } = clientOf({ plans: [plan], unmatched: [] });
    const nowhere = makeCard([], { plans: [makePlan([])] });
    expect(await cheaperesim.offers.list(client, seller, nowhere)).toMatchObject({ offers: [], unreadable: 0 });
    expect(urls).toEqual([]);
  });

  test('that are no list are an answer we could not read', async () => {
    await expect(offersOf(null)).rejects.toMatchObject({ name: 'ValiError' });
  });
});

describe('the token', () => {
  let mirror: RunningMirror;
  beforeAll(async () => {
    mirror = await startMirror(cheaperesimMirror);
  });
  afterAll(() => mirror.close());

  test('is not sent with the plan search, whose plans need none', async () => {
    expect(cheaperesim.offers.isPublic).toBe(true);
    const { offers } = await cheaperesim.offers.list(grantedClient(), { ...seller, origin: mirror.url }, japan);
    expect(offers.map(({ quotaBytes }) => quotaBytes)).toEqual([100 * 2 ** 20, 5 * 2 ** 30, null]);
    expect(mirror.requests.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  test('that leaks into the plan search is found by the mirror', async () => {
    const leaking = grantedClient({ headers: { authorization: 'Bearer personal' } });
    const list = cheaperesim.offers.list(leaking, { ...seller, origin: mirror.url }, japan);
    await expect(list).rejects.toMatchObject({ status: 400 });
  });
});
