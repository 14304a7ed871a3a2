import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badgeTextFor, toolbarFor } from '../../../utils/core/badge.ts';
import type { ByteUnit } from '../../../utils/core/units.ts';
import { makeReading, start } from './make.ts';

const text = (leftBytes: number, byteUnit: ByteUnit = 1000) =>
  badgeTextFor({ kind: 'known', leftBytes, totalBytes: null }, byteUnit);
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 10 ** 13 }),
  fc.integer({ min: 0, max: 2 * 10 ** 9 }),
  fc.integer({ min: 0, max: 2 ** 21 }),
);
const units = fc.constantFrom<ByteUnit>(1000, 1024);

/** The least amount a badge text stands for. */
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
    expect(badgeTextFor({ kind: 'unlimited' }, 1000)).toBe('∞');
    expect(badgeTextFor({ kind: 'unknown' }, 1000)).toBe('?');
    expect(badgeTextFor({ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 1000)).toBe('<1G');
  });
});

describe('the toolbar', () => {
  const at = (now: number, some: object = {}) => {
    const reading = makeReading();
    const account = { byteUnit: 1000 as const, reading, card: reading.cards[0] ?? null, failure: null, ...some };
    return toolbarFor({ account, intervalMs: 900_000, showNumber: true, now });
  };

  test('is calm and filled while the figure is fresh', () => {
    expect(at(start + 60_000)).toMatchObject({ text: '1.2', colour: 'calm', hollow: false, level: 6 / 16 });
  });

  test('is grey and hollow two missed checks later, whatever the last error', () => {
    expect(at(start + 1_800_000)).toMatchObject({ text: '1.2', colour: 'stale', hollow: true });
    expect(at(start + 1_799_999, { failure: { kind: 'no-answer' } })).toMatchObject({ colour: 'calm', hollow: false });
  });

  test('waits with an ellipsis, asks with an exclamation mark, and is empty without an account', () => {
    expect(at(start, { reading: null, card: null }).text).toBe('…');
    expect(at(start, { failure: { kind: 'signed-out' } }).text).toBe('!');
    expect(at(start, { failure: { kind: 'no-answer' } }).text).toBe('1.2');
    expect(toolbarFor({ account: null, intervalMs: 1, showNumber: true, now: start }).text).toBe('');
  });

  test('shows no old amount after the plan’s end', () => {
    expect(at(start + 21 * 86_400_000)).toMatchObject({ text: '?', colour: 'stale' });
  });
});
