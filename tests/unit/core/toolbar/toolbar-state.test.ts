import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import type { BadgeInput } from '../../../../utils/core/toolbar/badge-text.ts';
import { toolbarState } from '../../../../utils/core/toolbar/toolbar-state.ts';
import type { ByteUnit } from '../../../../utils/core/values/bytes.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeSnapshot, start } from '../../support/builders.ts';
import { runningOut } from '../alerts/alert-setup.ts';
import { badgeFor } from './badge-setup.ts';

const text = (leftBytes: number, byteUnit: ByteUnit = 1000) =>
  badgeFor({ balance: { kind: 'known', leftBytes, totalBytes: null }, byteUnit });
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 10 ** 13 }),
  fc.integer({ min: 0, max: 2 * 10 ** 9 }),
  fc.integer({ min: 0, max: 2 ** 21 }),
);
const units = fc.constantFrom<ByteUnit>(1000, 1024);

/** The smallest amount a badge text stands for, in bytes. */
function statedBytes(shown: string, byteUnit: ByteUnit): number {
  if (shown === '0' || shown === '<1M') return 0;
  if (shown === '99+') return 100 * byteUnit ** 3;
  if (shown.endsWith('M')) return Number(shown.slice(0, -1)) * byteUnit ** 2;
  return Number(shown.replace('G', '')) * byteUnit ** 3;
}

describe('the badge text', () => {
  test.each([
    [0, '0'],
    [1, '<1M'],
    [999_999, '<1M'],
    [1_000_000, '1M'],
    [99_999_999, '99M'],
    [100_000_000, '.10'],
    [999_999_999, '.99'],
    [1_000_000_000, '1.0'],
    [1_150_000_000, '1.1'],
    [1_240_000_000, '1.2'],
    [9_999_999_999, '9.9'],
    [10_000_000_000, '10G'],
    [99_999_999_999, '99G'],
    [100_000_000_000, '99+'],
  ])('of %i bytes is %s', (bytes, shown) => {
    expect(text(bytes)).toBe(shown);
  });

  test.each([
    [100 * 2 ** 20, '99M'],
    [2 ** 30 - 1, '.99'],
    [2 ** 30, '1.0'],
    [25 * 2 ** 30, '25G'],
  ])('of %i bytes at 1024 to the unit is %s', (bytes, shown) => {
    expect(text(bytes, 1024)).toBe(shown);
  });

  test('is one of the listed forms, at most three wide characters, from 0 to 10 TB in both units', () => {
    const forms = /^(0|<1M|[1-9]\d?M|\.[1-9]\d|[1-9]\.\d|[1-9]\dG|99\+)$/;
    fc.assert(
      fc.property(amounts, units, (bytes, unit) => forms.test(text(bytes, unit))),
      { numRuns: 2000 },
    );
  });

  test('never states more than there is, and never more for less', () => {
    fc.assert(
      fc.property(amounts, amounts, units, (a, b, unit) => {
        expect(statedBytes(text(a, unit), unit)).toBeLessThanOrEqual(a);
        expect(statedBytes(text(Math.min(a, b), unit), unit)).toBeLessThanOrEqual(
          statedBytes(text(Math.max(a, b), unit), unit),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('tells unlimited, unknown and coarse apart', () => {
    expect(badgeFor({ balance: { kind: 'unlimited' } })).toBe('∞');
    expect(badgeFor({})).toBe('?');
    expect(badgeFor({ balance: { kind: 'coarse', level: 'low', upperBytes: 2 ** 30 } })).toBe('<1G');
  });
});

describe('the badge, where the person chose', () => {
  const balance = { kind: 'known' as const, leftBytes: 1_240_000_000, totalBytes: 3_000_000_000 };
  const ends = start + 16 * dayMs;

  test('what is used, says never less than was used', () => {
    expect(badgeFor({ balance, view: 'used' })).toBe('1.8');
    expect(badgeFor({ balance: { ...balance, leftBytes: 3e9 }, view: 'used' })).toBe('0');
    expect(badgeFor({ balance: { ...balance, leftBytes: 3e9 - 1 }, view: 'used' })).toBe('<1M');
    expect(badgeFor({ balance: { ...balance, leftBytes: 3e9 - 95e6 }, view: 'used' })).toBe('95M');
    expect(badgeFor({ balance: { ...balance, leftBytes: 3e9 - 999_999_999 }, view: 'used' })).toBe('1.0');
    fc.assert(
      fc.property(amounts, amounts, units, (a, b, byteUnit) => {
        const [used, total] = [Math.min(a, b), Math.max(a, b)];
        const label = badgeFor({
          balance: { kind: 'known', leftBytes: total - used, totalBytes: total },
          view: 'used',
          byteUnit,
        });
        expect(label).toMatch(/^(0|<1M|[1-9]\d?M|\.[1-9]\d|[1-9]\.\d|[1-9]\dG|99\+)$/);
        const maxBytes =
          label === '<1M' ? byteUnit ** 2 : label === '99+' ? Number.POSITIVE_INFINITY : statedBytes(label, byteUnit);
        expect(maxBytes).toBeGreaterThanOrEqual(byteUnit === 1024 && label === '99M' ? 0 : used);
      }),
      { numRuns: 2000 },
    );
  });

  test('percent, says the share left or used, and leaves the sign out where there is no room', () => {
    expect(badgeFor({ balance, shows: 'percent' })).toBe('41%');
    expect(badgeFor({ balance, shows: 'percent', view: 'used' })).toBe('59%');
    expect(badgeFor({ balance: { ...balance, leftBytes: 3e9 }, shows: 'percent' })).toBe('100');
    expect(badgeFor({ shows: 'percent' })).toBe('?');
  });

  test('days, says how long until it expires', () => {
    const textFor = (toEndMs: number | null) => badgeFor({ balance, shows: 'days', toEndMs });
    expect([16 * dayMs + 1, dayMs, dayMs - 1, hourMs - 1, 0, 100 * dayMs, null].map(textFor)).toEqual([
      ...['16d', '1d', '23h', '<1h', '0d', '99+', '?'],
    ]);
  });

  test('the run-out, says when, that it will last, or the amount while that is not known', () => {
    const textFor = (forecast: BadgeInput['forecast'], leftBytes = 1_240_000_000) =>
      badgeFor({ balance: { ...balance, leftBytes }, shows: 'run-out', forecast });
    expect(textFor(runningOut(start + 5 * dayMs, ends))).toBe('5d');
    expect(textFor(runningOut(null, ends))).toBe('OK');
    expect(textFor({ kind: 'insufficient-data' })).toBe('1.2');
    expect(textFor({ ...runningOut(start + 5 * dayMs, ends), kind: 'first-estimate' })).toBe('1.2');
    expect(textFor({ kind: 'none' }, 0)).toBe('0');
  });
});

describe('the toolbar', () => {
  const at = (now: number, overrides: object = {}) => {
    const snapshot = makeSnapshot();
    const account = {
      byteUnit: 1000 as const,
      snapshot,
      card: snapshot.cards[0] ?? null,
      failure: null,
      title: 'Axis Europe',
      forecast: runningOut(null, start + 20 * dayMs),
      ...overrides,
    };
    return toolbarState({ account, intervalMs: 900_000, settings: defaultSettings, now });
  };

  test('is calm and filled while the figure is fresh', () => {
    expect(at(start + 60_000)).toMatchObject({ text: '1.2', colour: 'ok', isHollow: false, level: 6 / 16 });
  });

  test('is grey and hollow two missed checks later, whatever the last error', () => {
    expect(at(start + 1_800_000)).toMatchObject({ text: '1.2', colour: 'stale', isHollow: true });
    expect(at(start + 1_799_999, { failure: { kind: 'no-answer' } })).toMatchObject({ colour: 'ok', isHollow: false });
  });

  test('waits with an ellipsis, asks with an exclamation mark, and is empty without an account', () => {
    expect(at(start, { snapshot: null, card: null }).text).toBe('…');
    expect(at(start, { failure: { kind: 'signed-out' } }).text).toBe('!');
    expect(at(start, { failure: { kind: 'no-answer' } }).text).toBe('1.2');
    expect(toolbarState({ account: null, intervalMs: 1, settings: defaultSettings, now: start }).text).toBe('');
  });

  test.each(['closed', 'unsupported'] as const)('8.11 asks for nothing where nobody can help (%s): it ages', (kind) => {
    expect(at(start + 60_000, { failure: { kind } })).toMatchObject({ text: '1.2', colour: 'ok' });
    expect(at(start + 1_800_000, { failure: { kind } })).toMatchObject({ text: '1.2', colour: 'stale' });
    expect(at(start, { failure: { kind }, snapshot: null, card: null }).text).toBe('?');
  });

  test('shows no old amount after the plan’s end', () => {
    expect(at(start + 21 * 86_400_000)).toMatchObject({ text: '?', colour: 'stale' });
  });
});
