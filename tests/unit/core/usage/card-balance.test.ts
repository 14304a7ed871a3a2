import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import {
  balanceEndsAt,
  cardBalance,
  hasExpired,
  hasUnknownModule,
  isAtOrBelowPercent,
  remainingPercent,
} from '../../../../utils/core/usage/card-balance.ts';
import { type ByteUnit, toAmount, toBound } from '../../../../utils/core/values/bytes.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const balance = (...modules: Parameters<typeof makeModule>[0][]) =>
  cardBalance(makeCard(modules.map(makeModule)), start);

describe('the card’s figure', () => {
  test('is the sum of what counts', () => {
    expect(balance(known(1e9), known(0.5e9, 1e9))).toEqual({ kind: 'known', leftBytes: 1.5e9, totalBytes: 4e9 });
  });

  test('leaves out what is for video alone, expired, ended, queued or not begun', () => {
    expect(
      balance(
        known(1e9),
        { ...known(2e9), categories: ['video'] },
        { ...known(2e9), state: 'expired' },
        { ...known(2e9), expiresAt: start },
      ),
    ).toMatchObject({ leftBytes: 1e9 });
    const waiting = [
      makePlan([makeModule()], { state: 'queued' }),
      makePlan([makeModule()], { state: 'not-started' }),
      makePlan([makeModule()], { startsAt: start + 1 }),
    ];
    const card = makeCard([], { plans: [...waiting, makePlan([makeModule(known(1e9))])] });
    expect(cardBalance(card, start)).toMatchObject({ kind: 'known', leftBytes: 1e9 });
  });

  test('is unlimited where one module is, coarse by the worst level, and unknown is never zero', () => {
    expect(balance(known(1e9), { balance: { kind: 'unlimited' } })).toEqual({ kind: 'unlimited' });
    expect(
      balance(
        { balance: { kind: 'coarse', level: 'high', upperBytes: 9 } },
        { balance: { kind: 'coarse', level: 'low', upperBytes: 5 } },
      ),
    ).toMatchObject({ level: 'low' });
    expect(balance({ balance: { kind: 'unknown' } })).toEqual({ kind: 'unknown' });
    expect(balance(known(1e9), { balance: { kind: 'unknown' } })).toMatchObject({ leftBytes: 1e9 });
    expect(
      hasUnknownModule(makeCard([makeModule(known(1)), makeModule({ balance: { kind: 'unknown' } })]), start),
    ).toBe(true);
  });

  test('hides a total that contradicts what is left', () => {
    expect(balance(known(4e9, 3e9))).toEqual({ kind: 'known', leftBytes: 4e9, totalBytes: null });
  });

  test.each(['grace', 'suspended', 'expired'] as const)(
    'is zero for a card in state %s, and the reason is told',
    (state) => {
      const card = makeCard([makeModule()], { state });
      expect(cardBalance(card, start)).toMatchObject({ leftBytes: 0 });
      expect(usageStatus(card, { kind: 'none' }, start)).toEqual({ status: 'critical', reason: state });
    },
  );

  test('ends with the earliest end of what has something left, else with the latest', () => {
    const endsFirst = { ...known(0), expiresAt: start + dayMs };
    const endsLater = { ...known(1e9), expiresAt: start + 2 * dayMs };
    expect(balanceEndsAt(makeCard([makeModule(endsFirst), makeModule(endsLater)]), start)).toBe(start + 2 * dayMs);
    expect(
      balanceEndsAt(
        makeCard([makeModule(endsFirst), makeModule({ ...known(0), expiresAt: start + 3 * dayMs })]),
        start,
      ),
    ).toBe(start + 3 * dayMs);
  });

  test('has no known end where only an empty module has one', () => {
    const endless = makePlan([makeModule(known(1e9))], { expiresAt: null });
    const empty = makePlan([makeModule({ ...known(0), expiresAt: start + dayMs })], { expiresAt: null });
    expect(balanceEndsAt(makeCard([], { plans: [endless, empty] }), start)).toBeNull();
    expect(balanceEndsAt(makeCard([], { plans: [empty] }), start)).toBe(start + dayMs);
  });

  test('takes its end from the plan where the module has none, and ends with the plan in any case', () => {
    expect(balanceEndsAt(makeCard(), start)).toBe(start + 20 * dayMs);
    const outlived = makePlan([makeModule({ expiresAt: start + 9 * dayMs })], { expiresAt: start });
    expect(cardBalance(makeCard([], { plans: [outlived] }), start)).toEqual({ kind: 'unknown' });
  });

  test('is neither zero nor the old amount once everything that counted has ended', () => {
    const card = makeCard();
    expect(hasExpired(card, start + 20 * dayMs - 1)).toBe(false);
    expect(hasExpired(card, start + 20 * dayMs)).toBe(true);
    expect(cardBalance(card, start + 20 * dayMs)).toEqual({ kind: 'unknown' });
    expect(usageStatus(card, { kind: 'none' }, start + 20 * dayMs)).toEqual({ status: 'critical', reason: 'ended' });
  });
});

test.each([
  [0.6e9, 'warning', 'running-low'],
  [0.6e9 + 1, 'warning', 'used-fast'],
  [1.7e9, 'ok', 'plenty'],
  [0.3e9, 'critical', 'almost-used-up'],
  [0, 'critical', 'no-data-left'],
] as const)('%i of 3 GB is %s', (left, status, reason) => {
  expect(usageStatus(makeCard([makeModule(known(left))]), { kind: 'none' }, start)).toEqual({ status, reason });
});

test('shares are compared exactly and shown cut', () => {
  expect(isAtOrBelowPercent({ kind: 'known', leftBytes: 200_000_001, totalBytes: 1e9 }, 20)).toBe(false);
  expect(isAtOrBelowPercent({ kind: 'known', leftBytes: 200_000_000, totalBytes: 1e9 }, 20)).toBe(true);
  expect(remainingPercent({ kind: 'known', leftBytes: 299_999_999, totalBytes: 1e9 })).toBe(29);
});

test.each([
  [1_240_000_000, 1000, '1.24', 'GB'],
  [1_249_999_999, 1000, '1.24', 'GB'],
  [1_150_000_000, 1000, '1.15', 'GB'],
  [3_000_000_000, 1000, '3', 'GB'],
  [310_000_000, 1000, '310', 'MB'],
  [999, 1000, '999', 'B'],
  [5 * 2 ** 30, 1024, '5', 'GB'],
  [10 ** 13, 1000, '10', 'TB'],
] as const)('%i bytes are shown as an amount that is cut, never rounded up', (bytes, unit, digits, name) => {
  expect(toAmount(bytes, unit)).toEqual({ value: digits, unit: name });
});

test('an amount is never more than the truth, and short of it by less than its last digit', () => {
  const names = ['B', 'KB', 'MB', 'GB', 'TB'];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.constantFrom<ByteUnit>(1000, 1024), (bytes, byteUnit) => {
      const { value: shown, unit } = toAmount(bytes, byteUnit);
      expect(shown).toMatch(/^\d{1,4}(\.\d?[1-9])?$/);
      const size = BigInt(byteUnit) ** BigInt(names.indexOf(unit));
      const hundredths = BigInt(shown.replace('.', '')) * 10n ** BigInt(2 - (shown.split('.')[1]?.length ?? 0));
      expect(hundredths * size <= BigInt(bytes) * 100n).toBe(true);
      expect((hundredths + 1n) * size > BigInt(bytes) * 100n).toBe(true);
    }),
  );
});

test.each([
  [{ kind: 'unlimited' }, 'ok', 'unlimited'],
  [{ kind: 'unknown' }, 'unknown', 'unknown'],
  [{ kind: 'coarse', level: 'out', upperBytes: 2 ** 30 }, 'critical', 'no-data-left'],
  [{ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 'warning', 'running-low'],
  [{ kind: 'coarse', level: 'high', upperBytes: 2 ** 30 }, 'ok', 'plenty'],
] as const)('the verdict on %o is %s', (balance, status, reason) => {
  expect(usageStatus(makeCard([makeModule({ balance })]), { kind: 'none' }, start)).toEqual({ status, reason });
});

test('a coarse bound of 2^30 is called 1 GB by a decimal seller', () => {
  expect(toBound(2 ** 30, 1000)).toEqual({ value: '1', unit: 'GB' });
  expect(toBound(2 ** 30, 1024)).toEqual({ value: '1', unit: 'GB' });
});
