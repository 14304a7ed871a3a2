import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import { alertRulesOf, defaultSettings, pollIntervalChoices } from '../../../utils/core/settings.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { toBytes } from '../../../utils/core/values/bytes.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';

test.each([
  [{ value: 500, unit: 'MB' }, 500_000_000, 524_288_000],
  [{ value: 1.15, unit: 'GB' }, 1_150_000_000, 1_234_803_098],
  [{ value: 0.01, unit: 'MB' }, 10_000, 10_486],
  [{ value: 9999, unit: 'GB' }, 9_999_000_000_000, 10_736_344_498_176],
] as const)('a typed amount is so many bytes of each seller’s: %o', (amount, decimal, binary) => {
  expect(toBytes(amount, 1000)).toBe(decimal);
  expect(toBytes(amount, 1024)).toBe(binary);
});

test('a typed amount of two decimals is always the whole bytes it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_900 }), (hundredths) => {
      expect(toBytes({ value: hundredths / 100, unit: 'MB' }, 1000)).toBe(hundredths * 10_000);
      expect(toBytes({ value: hundredths / 100, unit: 'GB' }, 1000)).toBe(hundredths * 10_000_000);
    }),
  );
});

test('settings never saved are the defaults, and those saved in part keep what was chosen', () => {
  const read = (value: unknown) => parseStored('settings', value) ?? defaultSettings;
  expect(read(undefined)).toEqual(defaultSettings);
  const saved = { pollIntervalMinutes: 60, thresholds: [], badgeNumber: false };
  expect(read(saved)).toEqual({ ...defaultSettings, ...saved });
  const all = { ...defaultSettings, view: 'used' as const, quiet: { fromMinute: 0, toMinute: 60, exceptEmpty: false } };
  expect(read(all)).toEqual(all);
});

test('the rules of all cards are of the same shape as those of one', () => {
  const { thresholds, amounts, leadHours, risk, lapse, charge, lineEnd, unstarted, dailyBudget } = defaultSettings;
  const rules = { thresholds, amounts, leadHours, risk, lapse, charge, lineEnd, unstarted, dailyBudget };
  expect(alertRulesOf(defaultSettings)).toEqual(rules);
});

test('rules saved before charges, lines and plans that wait were warned of warn of them', () => {
  const { charge, lineEnd, unstarted, ...older } = alertRulesOf(defaultSettings);
  const read = (rules: object) => {
    const choices = { 'a/c': { name: null, isHidden: false, rules } };
    return parseStored('preferences', { order: [], pinned: null, choices })?.byCard['a/c']?.rules;
  };
  expect(read(older)).toEqual({ ...older, charge: true, lineEnd: true, unstarted: true });
  const off = { charge: false, lineEnd: false, unstarted: false };
  expect(read({ ...older, ...off })).toEqual({ ...older, ...off });
});

test('every fixed pace there is to choose is kept, others only within their bounds', () => {
  const pace = { paceMs: 3 * 60 * minuteMs, reason: 'nothing-soon' } as const;
  const intervalMinutes = (pollIntervalMinutes: number) =>
    checkIntervalMs({ pollIntervalMinutes }, { pace }) / minuteMs;
  expect(pollIntervalChoices.map(intervalMinutes)).toEqual([...pollIntervalChoices]);
  expect([intervalMinutes(1), intervalMinutes(500)]).toEqual([5, 120]);
});
