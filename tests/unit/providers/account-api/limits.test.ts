import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { diffSince } from '../../../../utils/core/history/balance-changes.ts';
import { sampleModules } from '../../../../utils/core/history/module-samples.ts';
import { recordDiff, startHistory } from '../../../../utils/core/history/usage-history.ts';
import { parseStored, toStored } from '../../../../utils/core/storage/stored-values.ts';
import { omittedPartCount } from '../../../../utils/core/usage/card.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { readStatus } from '../../../../utils/providers/account-api/map-card.ts';
import { toOfferList } from '../../../../utils/providers/account-api/map-offer.ts';
import { toSellerOrder } from '../../../../utils/providers/account-api/map-order.ts';
import { readUsageSnapshot } from '../../../../utils/providers/account-api/read-cards.ts';
import { startAnsweringServer } from '../../support/answering-server.ts';
import { makeCard } from '../../support/builders.ts';
import { grantedClient } from '../../support/clients.ts';
import { recordedResponse } from '../recorded-http.ts';

const times = { updateTime: '2026-11-23T12:00:00Z', expireTime: '2026-11-23T18:00:00Z' };
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const module = (at: number) => ({
  moduleId: `m${at}`,
  byteBalance: { quotaBytes: '1000', remainingBytes: '10' },
});
const plan = (at: number, modules = 1) => ({ planId: `p${at}`, planModules: many(modules, module) });
const card = (at: number, plans: unknown[] = [plan(0)]) => ({ userKey: `c${at}`, title: 'Axis', plans });
const offer = (at: number) => ({
  planId: `o${at}`,
  planName: 'Europe',
  cost: { currencyCode: 'SEK', units: '99' },
  duration: '86400s',
});
const read = (cards: unknown) => readStatus({ ...times, cards }, (at) => at);

describe('7.10 a list that is longer than its limit', () => {
  test('of cards has its first thousand taken in, and the number of the others', () => {
    const { cards, omittedCards } = read(many(1003, card));
    expect([cards.length, cards.at(-1)?.key, omittedCards]).toEqual([1000, 'c999', 3]);
  });

  test('of plans and of modules has a hundred and two hundred taken in', () => {
    const [taken] = read([card(0, [plan(0, 201), ...many(101, (at) => plan(at + 1))])]).cards;
    expect([taken?.plans.length, taken?.omittedPlans]).toEqual([100, 2]);
    expect([taken?.plans[0]?.modules.length, taken?.plans[0]?.omittedModules]).toEqual([200, 1]);
  });

  test('of offers has five hundred taken in, and the others are not called unreadable', () => {
    const { offers, omitted, unreadable } = toOfferList({ offers: [7, ...many(501, offer)] }, 0);
    expect([offers.length, omitted, unreadable]).toEqual([500, 1, 1]);
  });

  test('of regions has 300 taken in', () => {
    const regions = many(400, (at) => `region ${at}`);
    expect(read([card(0, [{ ...plan(0), regions }])]).cards[0]?.plans[0]?.regions).toHaveLength(300);
    expect(toOfferList({ offers: [{ ...offer(0), regions }] }, 0).offers[0]?.regions).toHaveLength(300);
  });

  test('of payment origins has fifty taken in', async () => {
    const checkoutOrigins = many(200, (at) => `https://pay${at}.example`);
    const document = JSON.stringify({ name: 'Axis', apiBase: 'https://api.example', checkoutOrigins });
    const { url } = await startAnsweringServer((_, response) => response.end(document));
    expect((await accountApi.findSeller(grantedClient(), url)).checkoutOrigins).toHaveLength(50);
  });

  test('that is not, says nothing of the kind', () => {
    const snapshot = read(many(2, card));
    expect('omittedCards' in snapshot || 'omittedPlans' in (snapshot.cards[0] ?? {})).toBe(false);
  });
});

describe('7.10 a body of plans and modules that are next to nothing', () => {
  const budgeted = 8000;
  const sizeOf = (value: unknown) => JSON.stringify(value).length;

  test.each([
    ['modules', many(1000, (at) => card(at, [{ planId: 'p', planModules: many(200, () => ({})) }]))],
    [
      'plans',
      many(1000, (at) =>
        card(
          at,
          many(100, () => ({})),
        ),
      ),
    ],
    [
      'plans without modules',
      many(300, (at) =>
        card(
          at,
          many(100, () => ({ planId: 'p', planModules: [] })),
        ),
      ),
    ],
  ])('is stored in no more than three times its largest size, %s', (_, cards) => {
    const snapshot = read(cards);
    const parts = snapshot.cards.flatMap(({ plans }) => plans.flatMap((taken) => [taken, ...taken.modules]));
    expect(parts.length).toBeLessThanOrEqual(2 * budgeted);
    expect(sizeOf(snapshot)).toBeLessThan(3 * 2 ** 20);
  });

  test('has each card taken in, and says of each what was left out', () => {
    const { cards } = read(many(100, (at) => card(at, [{ planId: 'p', planModules: many(200, module) }])));
    expect(cards).toHaveLength(100);
    expect(cards.map(omittedPartCount).filter((count) => count > 0)).toHaveLength(61);
    expect(cards.reduce((sum, taken) => sum + omittedPartCount(taken), 0)).toBe(100 * 201 - budgeted - 60 * 200);
  });

  test('costs no more than a moment to compare with the one before', () => {
    const plans = many(25, (at) => ({ planId: `p${at}`, planModules: many(200, module) }));
    const [taken] = read([card(0, plans)]).cards;
    if (!taken) throw new Error('No card');
    const before = sampleModules(taken);
    const startedAt = process.cpuUsage();
    expect(diffSince(before, { ...taken, plans: taken.plans.slice(0, 12) })?.changes).toHaveLength(13 * 200);
    const { user } = process.cpuUsage(startedAt);
    expect(user / 1000).toBeLessThan(500);
  });
});

test('7.10 a time of the answer that is no date of four digits is not taken in: what is stored with it could not be read', async () => {
  for (const date of ['Fri, 31 Dec 275759 00:00:00 GMT', 'Thu, 01 Jan 12026 00:00:00 GMT']) {
    const headers = new Headers({ date, expires: date, 'last-modified': date });
    const response = recordedResponse({ ...times, cards: [card(0)] }, { headers });
    const snapshot = await readUsageSnapshot(response, null);
    expect(parseStored('snapshot', toStored('snapshot', snapshot))).toEqual(snapshot);
    expect(await readUsageSnapshot({ ...response, status: 304 }, snapshot)).toMatchObject({
      skewMs: 0,
      expiresAt: snapshot.expiresAt,
    });
  }
});

test('7.10 amounts whose sum no integer holds exactly are stored so that they can be read', () => {
  const balance = (left: number) => ({
    quotaBytes: `${Number.MAX_SAFE_INTEGER}`,
    remainingBytes: `${Number.MAX_SAFE_INTEGER - left}`,
  });
  const cardWith = (left: number) => {
    const planModules = many(3, (at) => ({
      moduleId: `m${at}`,
      byteBalance: { ...balance(left), reservedBytes: '9' },
    }));
    const [taken] = read([card(0, [{ planId: 'p', planModules }])]).cards;
    if (!taken) throw new Error('No card');
    return taken;
  };
  const [first, second] = [cardWith(1), cardWith(Number.MAX_SAFE_INTEGER)];
  expect(cardBalance(first, 0)).toEqual({
    kind: 'known',
    leftBytes: Number.MAX_SAFE_INTEGER,
    totalBytes: Number.MAX_SAFE_INTEGER,
  });
  const history = startHistory(first);
  const diff = history && diffSince(history.samples.modules, second);
  if (!history || !diff) throw new Error('No change');
  const after = recordDiff(history, diff, second.measuredAt + 1, null);
  expect(parseStored('samples', toStored('samples', after.samples))).toEqual(after.samples);
  expect(parseStored('archive', toStored('archive', after.archive))).toEqual(after.archive);
});

describe('7.10 what is no object', () => {
  const zeros = many(500_000, () => 0);

  test('is no card: a list of nothing else is unreadable, and wipes no card', () => {
    expect(read([0, card(0), null, 'card', []]).cards.map(({ key }) => key)).toEqual(['c0']);
    expect(() => read([0])).toThrow();
    expect(read([]).cards).toEqual([]);
  });

  test('is no offer: a list of nothing else is unreadable', () => {
    expect(() => toOfferList({ offers: zeros }, 0)).toThrow();
  });

  test('among plans or modules makes the balance unknown, once', () => {
    const [first, second] = read([card(0, zeros), card(1, [{ planId: 'p', planModules: [module(0), 0, 0] }])]).cards;
    expect([first?.plans.length, first && cardBalance(first, 0).kind]).toEqual([1, 'unknown']);
    expect(second?.plans[0]?.modules.map(({ balance }) => balance.kind)).toEqual(['known', 'unknown']);
  });

  test.each([
    ['cards', `{"updateTime":"${times.updateTime}","expireTime":"${times.expireTime}","cards":[${zeros}]}`],
    ['offers', `{"offers":[${zeros}]}`],
    ['the whole answer', `[${zeros}]`],
  ])('costs little although half a million of it stand for %s', async (_, text) => {
    const { url } = await startAnsweringServer((_, response) => response.end(text));
    const seller = { ...defaultSeller('account-api', 'Axis'), endpoints: { apiBase: url } };
    const client = grantedClient();
    await client.get(url);
    const before = process.cpuUsage();
    await expect(accountApi.readCards(client, seller, null)).rejects.toThrow();
    await expect(accountApi.offers.list(client, seller, makeCard())).rejects.toThrow();
    // Of two answers, the server's part of it too; not of the clock, which others on the machine make go on.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2 * 200);
  });
});

describe('7.10 texts of the account API', () => {
  const long = `Axis\n\u202e${'x'.repeat(500)}`;
  const short = `Axis ${'x'.repeat(74)}…`;

  test('of cards are cut and cleaned: titles, numbers, names, regions', () => {
    const modules = [{ ...module(0), moduleName: long }];
    const plans = [{ planId: 'p', planName: long, planModules: modules, regions: [long, ' ', 7] }];
    const [taken] = read([{ ...card(0, plans), title: long, subscriberId: long }]).cards;
    expect(taken).toMatchObject({ title: short, subscriberId: short });
    expect(taken?.plans[0]).toMatchObject({ name: short, regions: [short], modules: [{ name: short }] });
  });

  test('of offers are cut and cleaned, descriptions and reasons at 400', () => {
    const texts = { planName: long, planDescription: long, reason: long, promoMessage: long };
    const [taken] = toOfferList({ offers: [{ ...offer(0), ...texts }] }, 0).offers;
    const longer = `Axis ${'x'.repeat(394)}…`;
    expect(taken).toMatchObject({ name: short, description: longer, reason: longer, promo: longer });
  });

  test('of orders are cut and cleaned', () => {
    const texts = { planName: long, confirmationCode: long, failure: { errorMessage: long } };
    const order = toSellerOrder({ transactionId: 't', status: 'PAYMENT_FAILED', ...texts });
    expect(order).toMatchObject({ planName: short, confirmationCode: short });
    expect(order.failureText).toHaveLength(400);
  });

  test('of discovery are cut and cleaned, and what is no address of a support is none', async () => {
    const support = { email: 'help@axis.example\nbcc: x', phone: long };
    const document = {
      name: long,
      apiBase: 'https://api.example',
      checkoutOrigins: [],
      scope: 'x'.repeat(2000),
      support,
    };
    const { url } = await startAnsweringServer((_, response) => response.end(JSON.stringify(document)));
    const seller = await accountApi.findSeller(grantedClient(), url);
    expect(seller).toMatchObject({ name: short, support: { email: null, phone: short } });
    expect(seller.endpoints).toEqual({ apiBase: 'https://api.example' });
  });
});
