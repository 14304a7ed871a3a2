import { describe, expect, test } from 'vitest';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { regionalParts } from '../../../../utils/core/usage/regional-parts.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { readStatus } from '../../../../utils/providers/account-api/map-card.ts';

const receivedAt = Date.UTC(2026, 10, 23, 2, 0, 5);
const module = { moduleId: 'main', byteBalance: { quotaBytes: '5000000000', remainingBytes: '5000000000' } };
const startBefore = '2027-03-01T00:00:00Z';
const unstarted = {
  ...{ planId: 'p', planName: 'Europe 5 GB', planState: 'NOT_STARTED', duration: '2592000s', startBefore },
  planModules: [module],
};

function read(card: object): Card {
  const body = {
    ...{ updateTime: '2026-11-23T02:00:00Z', expireTime: '2026-11-23T08:00:00Z' },
    cards: [{ userKey: 'c', plans: [], ...card }],
  };
  const { cards } = readStatus(body, (at) => at);
  return cards[0] ?? expect.fail('no card');
}
const planOf = (plan: object) => read({ plans: [plan] }).plans[0];

describe('a plan that is not started', () => {
  test('has its length and its last instant to begin', () => {
    expect(planOf(unstarted)).toMatchObject({
      ...{ state: 'not-started', startsAt: null, expiresAt: null },
      ...{ durationMs: 30 * dayMs, startBefore: Date.parse(startBefore) },
    });
    expect(cardBalance(read({ plans: [unstarted] }), receivedAt)).toEqual({
      kind: 'not-started',
      size: { kind: 'known', bytes: 5e9 },
      start: { kind: 'first-use', by: Date.parse(startBefore) },
    });
  });

  test('has neither start nor end, whatever is sent as such', () => {
    const dates = { startTime: '2026-11-01T00:00:00Z', expirationTime: '2026-12-01T00:00:00Z' };
    expect(planOf({ ...unstarted, ...dates })).toMatchObject({ startsAt: null, expiresAt: null });
  });

  test.each([
    ['no length and no last day', { duration: undefined, startBefore: undefined }],
    ['null for both', { duration: null, startBefore: null }],
    ['a length in words and a day without a zone', { duration: '30 days', startBefore: '2027-03-01' }],
  ])('may have %s', (_, some) => {
    expect(planOf({ ...unstarted, ...some })).toMatchObject({
      ...{ state: 'not-started', durationMs: null, startBefore: null },
    });
  });

  test('leaves nothing of that on a plan that has begun', () => {
    expect(planOf({ ...unstarted, planState: 'ACTIVE' })).not.toHaveProperty('startBefore');
  });
});

describe('of the line', () => {
  const credit = { currencyCode: 'SEK', units: '40', nanos: 500_000_000 };

  test('its end and its credit are read, and the credit is no data', () => {
    const card = read({ lineExpirationTime: '2027-06-10T08:00:00Z', credit });
    expect(card).toMatchObject({
      lineEndsAt: Date.UTC(2027, 5, 10, 8),
      credit: { currency: 'SEK', units: '40', nanos: 500_000_000 },
    });
    expect(cardBalance(card, receivedAt)).toEqual({ kind: 'no-plan' });
  });

  test.each([
    ['nothing', {}],
    ['null', { lineExpirationTime: null, credit: null }],
    ['an end without a zone, and a debt', { lineExpirationTime: '2027-06-10', credit: { ...credit, units: '-40' } }],
    ['texts', { lineExpirationTime: 'never', credit: '40 SEK' }],
  ])('%s is not told, and the card stays', (_, some) => {
    expect(read(some)).toMatchObject({ key: 'c', lineEndsAt: null, credit: null });
  });
});

test('a module may have regions of its own, and is then told apart', () => {
  const local = { ...module, moduleId: 'local', regions: ['JP'] };
  const plan = { planId: 'p', regions: ['JP', 'KR'], planModules: [module, local] };
  expect(regionalParts(read({ plans: [plan] }), receivedAt)).toEqual([{ bytes: 5e9, regions: ['JP'] }]);
});
